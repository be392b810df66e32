namespace GraphService.Neo4j;

/// <summary>What a caller can do about a failure.</summary>
public enum CypherFailure
{
    /// <summary>No server answers, or the database is not available: later it may be.</summary>
    Unavailable,

    /// <summary>The statement took longer than it was given.</summary>
    Timeout,

    /// <summary>Name, password or token were refused, or the user may not do this: a matter of configuration.</summary>
    Unauthorized,

    /// <summary>There is no database of the configured name.</summary>
    DatabaseNotFound,

    /// <summary>The server's memory does not suffice for the statement; trying again does not help.</summary>
    OutOfMemory,

    /// <summary>What a write says contradicts a constraint.</summary>
    ConstraintViolation,

    /// <summary>A write whose outcome is not known: the connection was lost before the server confirmed it.</summary>
    OutcomeUnknown,

    /// <summary>The server speaks another protocol, or broke this one.</summary>
    Protocol,

    /// <summary>The statement is wrong: a mistake of this program.</summary>
    Statement,
}

/// <summary>A statement failed. The message is ours: nothing of the server's text, which may hold data, is in it.</summary>
/// <param name="failure">What kind of failure it is.</param>
/// <param name="message">What happened and what to do, for the log of an operator.</param>
/// <param name="code">The server's code, such as <c>Neo.TransientError.Transaction.DeadlockDetected</c>; null when it did not come from the server.</param>
/// <param name="inner">What caused it.</param>
public sealed class CypherException(CypherFailure failure, string message, string? code = null, Exception? inner = null) : Exception(message, inner)
{
    public CypherFailure Failure { get; } = failure;

    public string? Code { get; } = code;

    /// <summary>When trying again makes sense at the earliest; null when that is not known.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
