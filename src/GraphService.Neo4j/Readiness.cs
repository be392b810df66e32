namespace GraphService.Neo4j;

/// <summary>Whether the store can answer, and from what.</summary>
/// <param name="IsReady">A query on the configured database was answered, and it holds a graph.</param>
/// <param name="Reason">Why it is not ready, for an operator; null when it is.</param>
public sealed record Readiness(bool IsReady, string? Reason)
{
    /// <summary>The generation that is served.</summary>
    public long? Generation { get; init; }

    /// <summary>What the algorithms run over; null until it is loaded.</summary>
    public ProjectionReadiness? Projection { get; init; }
}

/// <summary>What the algorithms run over.</summary>
/// <param name="Generation">Of which generation it is.</param>
/// <param name="Nodes">How many nodes it has.</param>
/// <param name="Relationships">How many relationships it has.</param>
/// <param name="Bytes">How large it is.</param>
/// <param name="LoadedAt">When it was loaded.</param>
/// <param name="Age">How long ago that was.</param>
/// <param name="LoadTime">How long loading took.</param>
public sealed record ProjectionReadiness(long Generation, int Nodes, long Relationships, long Bytes, DateTimeOffset LoadedAt, TimeSpan Age, TimeSpan LoadTime);
