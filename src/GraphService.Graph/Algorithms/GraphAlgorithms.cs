using GraphService.Graph.Store;

namespace GraphService.Graph.Algorithms;

/// <summary>The algorithms over one graph, whatever store it is in.</summary>
/// <param name="nodes">The nodes, as both topologies number them.</param>
/// <param name="topology">The bipartite topology.</param>
/// <param name="whole">Makes the whole one when it is first needed.</param>
public sealed class GraphAlgorithms(NumberedNodes nodes, Topology topology, Func<Topology> whole)
{
    private readonly Lazy<ChainSearch> _walks = new(() => new ChainSearch(whole()));

    /// <summary>The algorithms over a snapshot.</summary>
    public GraphAlgorithms(GraphSnapshot graph, TopologyModel model)
        : this(new SnapshotNodes(graph), Topology.Build(graph, model), () => Topology.BuildWhole(graph))
    {
    }

    public NumberedNodes Nodes { get; } = nodes;

    /// <summary>The bipartite topology of near and far nodes.</summary>
    public Topology Topology { get; } = topology;

    /// <summary>Chains over the bipartite topology.</summary>
    public ChainSearch Chains { get; } = new(topology);

    public Collaborators Collaborators { get; } = new(topology);

    /// <summary>Every served node and relationship.</summary>
    public Topology Whole => Walks.Topology;

    /// <summary>Chains over the whole topology.</summary>
    public ChainSearch Walks => _walks.Value;
}
