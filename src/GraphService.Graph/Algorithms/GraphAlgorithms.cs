using GraphService.Graph.Store;

namespace GraphService.Graph.Algorithms;

/// <summary>The algorithms over one graph, and the two ways between its node numbers and those of the topology.</summary>
public sealed class GraphAlgorithms
{
    private readonly GraphSnapshot _graph;
    private readonly int[] _nodes;

    public GraphAlgorithms(GraphSnapshot graph, TopologyModel model)
    {
        _graph = graph;
        Topology = Topology.Build(graph, model);
        _nodes = Topology.SnapshotNodes(graph);
        Chains = new CollaborationSearch(Topology);
        Collaborators = new Collaborators(Topology);
        Ranks = new int[_nodes.Length];
        for (var number = 0; number < _nodes.Length; number++)
        {
            Ranks[number] = graph.Ranks[_nodes[number]];
        }
    }

    public Topology Topology { get; }

    public CollaborationSearch Chains { get; }

    public Collaborators Collaborators { get; }

    /// <summary>By number in the topology: the place in its table's default order.</summary>
    public int[] Ranks { get; }

    /// <summary>The topology's number of a node.</summary>
    public int Number(int node) => _graph.IdRanks[node];

    /// <summary>The node of a topology's number.</summary>
    public int Node(int number) => _nodes[number];

    /// <summary>The number of an id; without such a node the complement of the number of the first id after it, as in <see cref="Array.BinarySearch(Array, object)"/>.</summary>
    public int NumberOf(ReadOnlySpan<byte> id)
    {
        int low = 0, high = _nodes.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = _graph.Text(_graph.Ids[_nodes[middle]]).SequenceCompareTo(id);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle);
        }

        return ~low;
    }
}
