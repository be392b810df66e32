using GraphService.Graph.Algorithms.Centrality;
using GraphService.Graph.Algorithms.Facts;
using GraphService.Graph.Algorithms.Groups;
using GraphService.Graph.Store;

namespace GraphService.Graph.Algorithms;

/// <summary>The algorithms over one graph, whatever store it is in.</summary>
/// <param name="nodes">The nodes, as both topologies number them.</param>
/// <param name="topology">The bipartite topology.</param>
/// <param name="whole">Makes the whole one when it is first needed.</param>
/// <param name="facts">Gathers the facts when they are first needed.</param>
public sealed class GraphAlgorithms(NumberedNodes nodes, Topology topology, Func<Topology> whole, Func<GraphFacts> facts)
{
    private readonly OnDemand<GraphFacts> _facts = new(facts);
    private readonly OnDemand<ChainSearch> _walks = new(() => new ChainSearch(whole()));
    private readonly KeptResults<NodeSide, Components> _components = new(capacity: 1);

    /// <summary>The algorithms over a snapshot.</summary>
    public GraphAlgorithms(GraphSnapshot graph, TopologyModel model)
        : this(graph, model, new SnapshotNodes(graph))
    {
    }

    private GraphAlgorithms(GraphSnapshot graph, TopologyModel model, SnapshotNodes nodes)
        : this(nodes, Topology.Build(graph, model), () => Topology.BuildWhole(graph), () => SnapshotFacts.Of(graph, nodes, model.Claims))
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

    public ClosedGroups Groups { get; } = new(topology);

    public Centralities Centralities { get; } = new(topology, nodes.Ranks);

    /// <summary>The connected parts. They may have to be waited for.</summary>
    /// <param name="cancel">Ends the wait, but not the computation.</param>
    public Components Components(CancellationToken cancel) => _components.Get(NodeSide.None, ended => Algorithms.Components.Find(Topology, ended), cancel);

    /// <summary>The graph has been replaced: what is computed once for all requests is computed to its end only where requests wait for it.</summary>
    public void Retire()
    {
        _components.Retire();
        Centralities.Retire();
    }

    /// <summary>How much is stored, and what its sources dispute.</summary>
    public GraphFacts Facts => _facts.Value;
}
