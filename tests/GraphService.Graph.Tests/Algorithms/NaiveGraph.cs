using GraphService.Graph.Algorithms;

namespace GraphService.Graph.Tests.Algorithms;

/// <summary>The same questions answered the plain way, over dictionaries and sets.</summary>
internal sealed class NaiveGraph
{
    private readonly GraphCase _case;
    private readonly Dictionary<int, HashSet<(int Node, int Type)>> _neighbors = [];

    public NaiveGraph(GraphCase graph)
    {
        _case = graph;
        for (var node = 0; node < graph.Sides.Length; node++)
        {
            _neighbors[node] = [];
        }

        foreach (var (start, end, type) in graph.Relationships)
        {
            if (graph.Sides[start] == NodeSide.Near && graph.Sides[end] == NodeSide.Far)
            {
                _neighbors[start].Add((end, type));
                _neighbors[end].Add((start, type));
            }
        }
    }

    public IEnumerable<(int Node, int Type)> Neighbors(int node) => _neighbors[node].Order();

    /// <summary>All shortest chains, in order: distances from the end, then every way that comes nearer with each step.</summary>
    public List<int[]> Chains()
    {
        var distances = new Dictionary<int, int> { [_case.To] = 0 };
        var queue = new Queue<int>([_case.To]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var next in Steps(node))
            {
                if (distances.TryAdd(next, distances[node] + 1))
                {
                    queue.Enqueue(next);
                }
            }
        }

        var chains = new List<int[]>();
        if (distances.TryGetValue(_case.From, out var length) && length <= 2 * _case.MaxDegrees)
        {
            Extend([_case.From], distances, chains);
        }

        return chains;
    }

    /// <summary>The far nodes that one node shares with another.</summary>
    public List<int> Shared(int node, int other, ulong types, ulong theirTypes) =>
        FarNodes(node, types).Intersect(FarNodes(other, theirTypes)).Order().ToList();

    public IEnumerable<int> FarNodes(int near, ulong types) =>
        _neighbors[near].Where(entry => Has(types, entry.Type)).Select(entry => entry.Node).Distinct();

    /// <summary>The types by which a node is joined to some far nodes.</summary>
    public ulong TypesOn(int near, IEnumerable<int> farNodes, ulong types) =>
        _neighbors[near].Where(entry => farNodes.Contains(entry.Node)).Aggregate(0UL, (mask, entry) => mask | (1UL << entry.Type)) & types;

    private void Extend(int[] chain, Dictionary<int, int> distances, List<int[]> chains)
    {
        if (chain[^1] == _case.To)
        {
            chains.Add(chain);
            return;
        }

        foreach (var next in Steps(chain[^1]).Order())
        {
            if (distances.TryGetValue(next, out var distance) && distance == distances[chain[^1]] - 1)
            {
                Extend([.. chain, next], distances, chains);
            }
        }
    }

    private IEnumerable<int> Steps(int node) =>
        _neighbors[node].Where(entry => Has(_case.Types, entry.Type) && IsOpen(entry.Node)).Select(entry => entry.Node).Distinct();

    private bool IsOpen(int node) =>
        !_case.Avoiding.Contains(node)
        && (_case.Sides[node] == NodeSide.Near || !_case.Range.IsBounded
            || _case.Values[node].Any(value => value >= (_case.Range.From ?? value) && value <= (_case.Range.To ?? value)));

    private static bool Has(ulong types, int type) => (types & (1UL << type)) != 0;
}
