using GraphService.Graph.Store;

namespace GraphService.Graph.Algorithms;

/// <summary>The algorithms over one graph, whatever store it is in.</summary>
public sealed class GraphAlgorithms(NumberedNodes nodes, Topology topology)
{
    /// <summary>The algorithms over a snapshot.</summary>
    public GraphAlgorithms(GraphSnapshot graph, TopologyModel model)
        : this(new SnapshotNodes(graph), Topology.Build(graph, model))
    {
    }

    public NumberedNodes Nodes { get; } = nodes;

    public Topology Topology { get; } = topology;

    public CollaborationSearch Chains { get; } = new(topology);

    public Collaborators Collaborators { get; } = new(topology);
}
