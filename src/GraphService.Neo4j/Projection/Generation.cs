using GraphService.Graph.Algorithms;

namespace GraphService.Neo4j.Projection;

/// <summary>One generation of the graph, with the algorithms over its topology.</summary>
/// <param name="Number">What the database counts.</param>
/// <param name="Slot">Where its nodes are.</param>
/// <param name="Algorithms">They run over the projection, in this process.</param>
internal sealed record Generation(long Number, GraphSlot Slot, GraphAlgorithms Algorithms)
{
    /// <summary>Tells it from one of the same number in a database that was wiped meanwhile.</summary>
    public required string? Fingerprint { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }

    public required TimeSpan LoadTime { get; init; }

    public required long Relationships { get; init; }

    public required long Bytes { get; init; }
}
