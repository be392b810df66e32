using GraphService.Neo4j;

namespace GraphService.TestSupport;

/// <summary>
/// The server that the environment names for tests. They remove everything in its database, so it must be said that they may:
/// <c>NEO4J_URI=bolt://localhost:7687 NEO4J_TESTS_MAY_WIPE=1</c>, and <c>NEO4J_USER</c> and <c>NEO4J_PASSWORD</c> where it asks who comes.
/// </summary>
public static class RealNeo4j
{
    /// <summary>Why there is none; null when there is one.</summary>
    public static string? Missing { get; } = Reason();

    /// <summary>How to reach it.</summary>
    public static CypherClientOptions Options => new()
    {
        Uri = new Uri(Variable("NEO4J_URI")!),
        User = Variable("NEO4J_USER"),
        Password = Variable("NEO4J_PASSWORD"),
    };

    private static string? Reason() => Variable("NEO4J_URI") is null
        ? "NEO4J_URI names no Neo4j server"
        : Variable("NEO4J_TESTS_MAY_WIPE") != "1"
            ? "NEO4J_TESTS_MAY_WIPE=1 does not say that its database may be wiped"
            : null;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
