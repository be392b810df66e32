namespace GraphService.Neo4j.Bolt;

/// <summary>What can be done about a failure.</summary>
internal enum Remedy
{
    /// <summary>Nothing: the same happens again.</summary>
    None,

    /// <summary>Running it again after a while.</summary>
    Again,

    /// <summary>Running it again, elsewhere when there is another server.</summary>
    AnotherServer,

    /// <summary>Running it on the server that now writes.</summary>
    AnotherWriter,

    /// <summary>Forgetting the bookmarks and running it again, once.</summary>
    WithoutBookmarks,

    /// <summary>Running it again over new connections.</summary>
    NewLogin,
}

/// <summary>What a code of the server means.</summary>
/// <param name="Failure">What a caller can do.</param>
/// <param name="Remedy">What this client can do.</param>
/// <param name="Message">Our own words for it; the server's text may hold data and changes between versions.</param>
internal readonly record struct FailureMeaning(CypherFailure Failure, Remedy Remedy, string Message);

/// <summary>The codes of Neo4j (Neo4j status codes) and what they mean here.</summary>
internal static class FailureCodes
{
    public const string CredentialsExpired = Security + "CredentialsExpired";

    private const string Client = "Neo.ClientError.";
    private const string Transient = "Neo.TransientError.";
    private const string Security = Client + "Security.";
    private const string DatabaseUnavailable = Transient + "General.DatabaseUnavailable";

    public static FailureMeaning MeaningOf(string code) => code switch
    {
        DatabaseUnavailable => new(
            CypherFailure.Unavailable, Remedy.AnotherServer, "The database is not available: it is starting or stopping, or cannot be opened (see the server's log)."),
        Transient + "Transaction.DeadlockDetected" or Transient + "Transaction.LockAcquisitionTimeout" => new(
            CypherFailure.Unavailable, Remedy.Again, "Other statements hold what this one needs to lock."),
        Transient + "Transaction.BookmarkTimeout" or Client + "Transaction.InvalidBookmark" or Client + "Transaction.InvalidBookmarkMixture" => new(
            CypherFailure.Unavailable, Remedy.WithoutBookmarks, "The server has not seen what this client wrote before; its data may have been replaced. The bookmarks are forgotten now."),
        Transient + "General.MemoryPoolOutOfMemoryError" or Transient + "General.TransactionMemoryLimit" or Transient + "General.OutOfMemoryError"
            or Transient + "General.StackOverFlowError" => new(
            CypherFailure.OutOfMemory, Remedy.None, "The statement needs more memory than the server gives it (db.memory.transaction.max, dbms.memory.transaction.total.max)."),
        Transient + "Transaction.Terminated" or Transient + "Transaction.LockClientStopped" or Client + "Transaction.Terminated" or Client + "Transaction.LockClientStopped" => new(
            CypherFailure.Unavailable, Remedy.None, "The statement was ended on the server, by an operator or because the server stops."),
        Client + "Cluster.NotALeader" or Client + "General.ForbiddenOnReadOnlyDatabase" => new(
            CypherFailure.Unavailable, Remedy.AnotherWriter, "This member of the cluster does not write. With neo4j:// the one that does is found."),
        Client + "Database.DatabaseNotFound" => new(
            CypherFailure.DatabaseNotFound, Remedy.None, "There is no database of the configured name."),
        Client + "Schema.ConstraintValidationFailed" => new(
            CypherFailure.ConstraintViolation, Remedy.None, "What is to be written contradicts a constraint of the database."),
        CredentialsExpired => new(
            CypherFailure.Unauthorized, Remedy.None, "The password has expired: it must be changed (ALTER CURRENT USER SET PASSWORD) before the user can do anything."),
        Security + "Unauthorized" => new(
            CypherFailure.Unauthorized, Remedy.None, "The server refuses the login: user and password, or the token, are wrong, or none are given."),
        Security + "AuthenticationRateLimit" => new(
            CypherFailure.Unauthorized, Remedy.None, "The server locks the user for some seconds because of wrong passwords before, here or elsewhere."),
        Security + "TokenExpired" => new(
            CypherFailure.Unauthorized, Remedy.None, "The token has expired."),
        Security + "AuthorizationExpired" => new(
            CypherFailure.Unavailable, Remedy.NewLogin, "The server wants a new login."),
        Security + "Forbidden" => new(
            CypherFailure.Unauthorized, Remedy.None, "The user may not do this."),
        _ => MeaningOfClass(code),
    };

    /// <summary>The server closes such a connection, or its state is not known.</summary>
    public static bool CostsConnection(string code)
    {
        return code == DatabaseUnavailable
            || code.StartsWith(Client + "Request.", StringComparison.Ordinal)
            || code.StartsWith(Security, StringComparison.Ordinal);
    }

    /// <summary>The login is refused: trying again at once makes it worse.</summary>
    public static bool RefusesLogin(string code)
    {
        return code.StartsWith(Security, StringComparison.Ordinal) && MeaningOf(code).Failure == CypherFailure.Unauthorized;
    }

    /// <summary>
    /// A code that says that nothing was done, so that a write can be run again too. (The transaction was rolled back; batches that CALL IN TRANSACTIONS has
    /// committed before remain, so such statements must bear to be run again.)
    /// </summary>
    public static bool SaysNothingHappened(string code, bool resultBegun) => MeaningOf(code).Remedy switch
    {
        Remedy.AnotherWriter or Remedy.NewLogin => true,
        Remedy.Again => code == Transient + "Transaction.DeadlockDetected",
        Remedy.AnotherServer or Remedy.WithoutBookmarks => !resultBegun,
        _ => false,
    };

    private static FailureMeaning MeaningOfClass(string code)
    {
        if (code.Contains(".Transaction.TransactionTimedOut", StringComparison.Ordinal))
        {
            return new(CypherFailure.Timeout, Remedy.None, "The statement took longer than it was given, and was stopped.");
        }

        if (code.StartsWith(Transient, StringComparison.Ordinal))
        {
            return new(CypherFailure.Unavailable, Remedy.Again, "The server cannot do this at the moment.");
        }

        if (code.StartsWith(Security, StringComparison.Ordinal))
        {
            return new(CypherFailure.Unauthorized, Remedy.None, "The server refuses this user.");
        }

        if (code.StartsWith(Client + "Request.", StringComparison.Ordinal))
        {
            return new(CypherFailure.Protocol, Remedy.None, "The server could not read a message: an error of this client, or of something between it and the server.");
        }

        if (code.StartsWith(Client, StringComparison.Ordinal))
        {
            return new(CypherFailure.Statement, Remedy.None, "The server refuses the statement: an error of this program.");
        }

        return new(CypherFailure.Unavailable, Remedy.None, "The database failed inside; its log says more.");
    }
}
