namespace GraphService.Graph.Algorithms.Centrality;

/// <summary>
/// Betweenness after Brandes: of each unordered pair of other near nodes, the part of the shortest paths between them that leads through a node; not
/// normalized. From each source it goes over the lists of the far nodes, level by level, out and back.
/// </summary>
internal sealed class Betweenness
{
    // Numbers of paths are scaled level by level before they would overflow: only how those of neighboring levels relate counts.
    private const double ManyPaths = 1e200;

    private readonly SharingGraph _graph;
    private readonly Levels _levels;
    private readonly double[] _paths;
    private readonly double[] _dependencies;
    private readonly double[] _values;
    private readonly CompensatedSum[] _farSums;
    private readonly CompensatedSum[] _totals;
    private readonly List<double> _scales = [];

    private Betweenness(SharingGraph graph)
    {
        _graph = graph;
        _levels = new Levels(graph);
        _paths = new double[graph.NearCount];
        _dependencies = new double[graph.NearCount];
        _values = new double[graph.NearCount];
        _farSums = new CompensatedSum[graph.FarCount];
        _totals = new CompensatedSum[graph.NearCount];
    }

    public static double[] Compute(SharingGraph graph, CancellationToken cancel)
    {
        var all = new Betweenness(graph);
        for (var source = 0; source < graph.NearCount; source++)
        {
            cancel.ThrowIfCancellationRequested();
            all.AddFrom(source);
        }

        return Array.ConvertAll(all._totals, total => total.Value / 2); // each pair was met from both ends
    }

    private void AddFrom(int source)
    {
        _levels.Visit(source);
        CountPaths(source);
        foreach (var near in _levels.Nears(_levels.Count - 1))
        {
            _dependencies[near] = 0;
        }

        for (var level = _levels.Count - 2; level > 0; level--)
        {
            var beyond = _levels.Nears(level + 1);
            foreach (var near in beyond)
            {
                Spread(near, (1 + _dependencies[near]) / _paths[near], level);
            }

            foreach (var near in _levels.Nears(level))
            {
                _dependencies[near] = _paths[near] * _scales[level + 1] * _graph.SumOfNeighbors(near, _farSums, _values);
            }

            Clear(beyond, level);
        }

        for (var level = 1; level < _levels.Count; level++)
        {
            foreach (var near in _levels.Nears(level))
            {
                _totals[near].Add(_dependencies[near]);
            }
        }
    }

    private void CountPaths(int source)
    {
        _paths[source] = 1;
        _scales.Clear();
        _scales.Add(1);
        for (var level = 1; level < _levels.Count; level++)
        {
            var before = _levels.Nears(level - 1);
            foreach (var near in before)
            {
                Spread(near, _paths[near], level - 1);
            }

            var most = 0.0;
            foreach (var near in _levels.Nears(level))
            {
                _paths[near] = _graph.SumOfNeighbors(near, _farSums, _values);
                most = Math.Max(most, _paths[near]);
            }

            Clear(before, level - 1);
            _scales.Add(most > ManyPaths ? 1 / ManyPaths : 1);
            if (most > ManyPaths)
            {
                Scale(_levels.Nears(level));
            }
        }
    }

    private void Scale(ReadOnlySpan<int> nears)
    {
        foreach (var near in nears)
        {
            _paths[near] = Math.Max(_paths[near] / ManyPaths, 1 / ManyPaths);
        }
    }

    // Gives a node its value, and adds it to the far nodes that lead from a level to the next.
    private void Spread(int near, double value, int level)
    {
        _values[near] = value;
        foreach (var far in _graph.FarsOf(near))
        {
            if (_levels.IsAt(far, level))
            {
                _farSums[far].Add(value);
            }
        }
    }

    private void Clear(ReadOnlySpan<int> nears, int level)
    {
        foreach (var near in nears)
        {
            _values[near] = 0;
        }

        foreach (var far in _levels.Fars(level))
        {
            _farSums[far] = default;
        }
    }
}
