using GraphService.Neo4j.Bolt;

namespace GraphService.Neo4j.Tests.Bolt;

/// <summary>What each code means to a caller, and what the client does about it.</summary>
public class FailureCodesTests
{
    [Theory]
    [InlineData("TransientError.Transaction.DeadlockDetected", CypherFailure.Unavailable, nameof(Remedy.Again))]
    [InlineData("TransientError.Transaction.LockAcquisitionTimeout", CypherFailure.Unavailable, nameof(Remedy.Again))]
    [InlineData("TransientError.General.SomethingNew", CypherFailure.Unavailable, nameof(Remedy.Again))]
    [InlineData("TransientError.General.DatabaseUnavailable", CypherFailure.Unavailable, nameof(Remedy.AnotherServer))]
    [InlineData("TransientError.Transaction.BookmarkTimeout", CypherFailure.Unavailable, nameof(Remedy.WithoutBookmarks))]
    [InlineData("ClientError.Transaction.InvalidBookmark", CypherFailure.Unavailable, nameof(Remedy.WithoutBookmarks))]
    [InlineData("TransientError.General.MemoryPoolOutOfMemoryError", CypherFailure.OutOfMemory, nameof(Remedy.None))]
    [InlineData("ClientError.Transaction.Terminated", CypherFailure.Unavailable, nameof(Remedy.None))]
    [InlineData("TransientError.Transaction.Terminated", CypherFailure.Unavailable, nameof(Remedy.None))]
    [InlineData("TransientError.Transaction.LockClientStopped", CypherFailure.Unavailable, nameof(Remedy.None))]
    [InlineData("ClientError.Transaction.TransactionTimedOut", CypherFailure.Timeout, nameof(Remedy.None))]
    [InlineData("ClientError.Transaction.TransactionTimedOutClientConfiguration", CypherFailure.Timeout, nameof(Remedy.None))]
    [InlineData("ClientError.Cluster.NotALeader", CypherFailure.Unavailable, nameof(Remedy.AnotherWriter))]
    [InlineData("ClientError.General.ForbiddenOnReadOnlyDatabase", CypherFailure.Unavailable, nameof(Remedy.AnotherWriter))]
    [InlineData("ClientError.Security.Unauthorized", CypherFailure.Unauthorized, nameof(Remedy.None))]
    [InlineData("ClientError.Security.CredentialsExpired", CypherFailure.Unauthorized, nameof(Remedy.None))]
    [InlineData("ClientError.Security.AuthenticationRateLimit", CypherFailure.Unauthorized, nameof(Remedy.None))]
    [InlineData("ClientError.Security.SomethingNew", CypherFailure.Unauthorized, nameof(Remedy.None))]
    [InlineData("ClientError.Security.AuthorizationExpired", CypherFailure.Unavailable, nameof(Remedy.NewLogin))]
    [InlineData("ClientError.Database.DatabaseNotFound", CypherFailure.DatabaseNotFound, nameof(Remedy.None))]
    [InlineData("ClientError.Schema.ConstraintValidationFailed", CypherFailure.ConstraintViolation, nameof(Remedy.None))]
    [InlineData("ClientError.Statement.SyntaxError", CypherFailure.Statement, nameof(Remedy.None))]
    [InlineData("ClientError.Statement.AccessMode", CypherFailure.Statement, nameof(Remedy.None))]
    [InlineData("ClientError.Request.Invalid", CypherFailure.Protocol, nameof(Remedy.None))]
    [InlineData("ClientError.Request.InvalidFormat", CypherFailure.Protocol, nameof(Remedy.None))]
    [InlineData("DatabaseError.General.UnknownError", CypherFailure.Unavailable, nameof(Remedy.None))]
    public void Codes_have_a_meaning(string code, CypherFailure failure, string remedy)
    {
        var meaning = FailureCodes.MeaningOf("Neo." + code);
        Assert.Equal((failure, remedy), (meaning.Failure, meaning.Remedy.ToString()));
        Assert.EndsWith(".", meaning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ClientError.Request.Invalid", true)]
    [InlineData("ClientError.Request.InvalidFormat", true)]
    [InlineData("TransientError.General.DatabaseUnavailable", true)]
    [InlineData("ClientError.Security.Unauthorized", true)]
    [InlineData("ClientError.Statement.SyntaxError", false)]
    [InlineData("TransientError.Transaction.DeadlockDetected", false)]
    public void Some_cost_the_connection(string code, bool costs) => Assert.Equal(costs, FailureCodes.CostsConnection("Neo." + code));

    [Theory]
    [InlineData("ClientError.Security.Unauthorized", true)]
    [InlineData("ClientError.Security.CredentialsExpired", true)]
    [InlineData("ClientError.Security.AuthenticationRateLimit", true)]
    [InlineData("ClientError.Security.TokenExpired", true)]
    [InlineData("ClientError.Security.AuthorizationExpired", false)]
    [InlineData("TransientError.General.DatabaseUnavailable", false)]
    public void Some_refuse_the_login(string code, bool refuses) => Assert.Equal(refuses, FailureCodes.RefusesLogin("Neo." + code));

    [Theory]
    [InlineData("ClientError.Cluster.NotALeader", true, true)]
    [InlineData("TransientError.Transaction.DeadlockDetected", true, true)]
    [InlineData("TransientError.Transaction.LockAcquisitionTimeout", false, false)]
    [InlineData("TransientError.General.DatabaseUnavailable", true, false)]
    [InlineData("TransientError.General.SomethingNew", false, false)]
    [InlineData("TransientError.Transaction.BookmarkTimeout", true, false)]
    [InlineData("ClientError.Statement.SyntaxError", false, false)]
    public void Writes_are_run_again_only_when_nothing_happened(string code, bool beforeResult, bool afterwards)
    {
        Assert.Equal(
            (beforeResult, afterwards),
            (FailureCodes.SaysNothingHappened("Neo." + code, resultBegun: false), FailureCodes.SaysNothingHappened("Neo." + code, resultBegun: true)));
    }
}
