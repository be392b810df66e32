using GraphService.Graph;

namespace GraphService.Neo4j;

/// <summary>What a failure of the database means for a client; what it means for an operator is in the inner exception.</summary>
internal static class StoreFailures
{
    public static GraphStoreException Of(CypherException failure) => failure.Failure switch
    {
        CypherFailure.Unavailable or CypherFailure.Unauthorized or CypherFailure.DatabaseNotFound or CypherFailure.Protocol => OfDatabase(failure),
        CypherFailure.Timeout => new GraphStoreException(StoreFailure.Timeout, "The database of the graph took too long.", failure),
        CypherFailure.OutOfMemory => new GraphStoreException(StoreFailure.TooLarge, "The request needs more memory than the database of the graph has for one: ask for smaller pages or fewer levels.", failure),
        _ => new GraphStoreException(StoreFailure.Internal, "The database of the graph could not answer.", failure),
    };

    /// <summary>The database cannot be asked anything at all, now or as it is set up.</summary>
    public static GraphStoreException OfDatabase(CypherException failure) => Unavailable(
        failure.Failure == CypherFailure.Unavailable
            ? "The database of the graph does not answer: try again in a moment."
            : "The database of the graph cannot be used as the service is set up: its operator has to look after it.",
        failure);

    /// <summary>Nothing to answer from.</summary>
    public static GraphStoreException Unavailable(string message, CypherException? failure = null) =>
        new(StoreFailure.Unavailable, message, failure) { RetryAfterSeconds = Math.Max(1, (int)Math.Ceiling(failure?.RetryAfter?.TotalSeconds ?? 1)) };
}
