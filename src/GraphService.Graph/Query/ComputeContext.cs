using GraphService.Graph.Algorithms;
using GraphService.Graph.Store;

namespace GraphService.Graph.Query;

/// <summary>What a computed field computes over, for one request.</summary>
public sealed class ComputeContext(GraphSnapshot graph, Lazy<GraphAlgorithms> algorithms, long maxVisited, CancellationToken cancel)
{
    public GraphSnapshot Graph { get; } = graph;

    public GraphAlgorithms Algorithms => algorithms.Value;

    /// <summary>How many adjacency entries a search may look at.</summary>
    public long MaxVisited { get; } = maxVisited;

    public CancellationToken Cancel { get; } = cancel;
}
