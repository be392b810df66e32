namespace GraphService.Graph.Tests.Algorithms.Centrality;

/// <summary>The same measures the plain way, over sets of neighbors.</summary>
internal sealed class NaiveCentrality
{
    private readonly SortedDictionary<int, HashSet<int>> _neighbors = [];
    private readonly Dictionary<int, Dictionary<int, (int Distance, double Paths)>> _walks;

    public NaiveCentrality(GraphCase graph)
    {
        var naive = new NaiveGraph(graph);
        var near = Enumerable.Range(0, graph.Sides.Length)
            .Where(node => graph.Sides[node] == Graph.Algorithms.NodeSide.Near && naive.Neighbors(node).Any()).ToList();
        foreach (var node in near)
        {
            _neighbors[node] = [.. near.Where(other => other != node && naive.Shared(node, other, graph.Types, graph.Types).Count > 0)];
        }

        _walks = near.ToDictionary(node => node, Walk);
    }

    public IEnumerable<int> Nodes => _neighbors.Keys;

    public double Degree(int node) => _neighbors[node].Count;

    public double Closeness(int node)
    {
        double others = _walks[node].Count - 1;
        return others == 0 ? 0 : others / (_neighbors.Count - 1) * (others / _walks[node].Values.Sum(w => w.Distance));
    }

    public double Betweenness(int node)
    {
        var sum = 0.0;
        foreach (var from in Nodes.Where(n => n != node))
        {
            foreach (var to in Nodes.Where(n => n > from && n != node && _walks[from].ContainsKey(n) && _walks[from].ContainsKey(node)))
            {
                var (there, onward) = (_walks[from][node], _walks[node][to]);
                if (there.Distance + onward.Distance == _walks[from][to].Distance)
                {
                    sum += there.Paths * onward.Paths / _walks[from][to].Paths;
                }
            }
        }

        return sum;
    }

    public Dictionary<int, double> PageRank()
    {
        var count = _neighbors.Count;
        var scores = Nodes.ToDictionary(node => node, _ => 1.0 / count);
        for (var round = 0; round < 200; round++)
        {
            var dangling = Nodes.Where(node => _neighbors[node].Count == 0).Sum(node => scores[node]);
            var next = Nodes.ToDictionary(
                node => node,
                node => (0.15 / count) + (0.85 * (_neighbors[node].Sum(other => scores[other] / _neighbors[other].Count) + (dangling / count))));
            var change = Nodes.Sum(node => Math.Abs(next[node] - scores[node]));
            scores = next;
            if (change < 1e-12)
            {
                break;
            }
        }

        return scores;
    }

    private Dictionary<int, (int Distance, double Paths)> Walk(int source)
    {
        var found = new Dictionary<int, (int Distance, double Paths)> { [source] = (0, 1) };
        var queue = new Queue<int>([source]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var next in _neighbors[node])
            {
                if (found.TryAdd(next, (found[node].Distance + 1, 0)))
                {
                    queue.Enqueue(next);
                }

                if (found[next].Distance == found[node].Distance + 1)
                {
                    found[next] = (found[next].Distance, found[next].Paths + found[node].Paths);
                }
            }
        }

        return found;
    }
}
