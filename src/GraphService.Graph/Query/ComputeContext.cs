using GraphService.Graph.Algorithms;
using GraphService.Graph.Model;

namespace GraphService.Graph.Query;

/// <summary>What a computed field computes over, for one request: the same on every store.</summary>
/// <param name="model">What the graph holds.</param>
/// <param name="algorithms">Gives the algorithms, perhaps after projecting the graph.</param>
/// <param name="limits">What algorithms may do.</param>
/// <param name="cancel">Ends the request.</param>
public sealed class ComputeContext(GraphModel model, Func<GraphAlgorithms> algorithms, SearchLimits limits, CancellationToken cancel)
{
    private GraphAlgorithms? _algorithms;

    public GraphModel Model { get; } = model;

    /// <exception cref="QueryFaultException">They are not ready yet.</exception>
    public GraphAlgorithms Algorithms => _algorithms ??= algorithms();

    /// <summary>The nodes, by their numbers in the topology.</summary>
    public NumberedNodes Nodes => Algorithms.Nodes;

    public SearchLimits Limits { get; } = limits;

    public CancellationToken Cancel { get; } = cancel;
}
