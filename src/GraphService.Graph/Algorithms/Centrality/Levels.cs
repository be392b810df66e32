namespace GraphService.Graph.Algorithms.Centrality;

/// <summary>What lies around a near node, level by level: near nodes by distance, and the far nodes that each level shares with the next.</summary>
internal sealed class Levels(SharingGraph graph)
{
    private const int Unseen = -1;

    private readonly int[] _nears = new int[graph.NearCount];
    private readonly int[] _fars = new int[graph.FarCount];
    private readonly int[] _farLevels = new int[graph.FarCount];
    private readonly bool[] _isSeen = new bool[graph.NearCount];
    private readonly List<int> _nearEnds = [];
    private readonly List<int> _farEnds = [];

    /// <summary>How many levels there are; the source is alone on the first.</summary>
    public int Count => _nearEnds.Count;

    /// <summary>Near nodes on all levels.</summary>
    public int Reached => _nearEnds[^1];

    /// <summary>The near nodes at a distance.</summary>
    public ReadOnlySpan<int> Nears(int level) => _nears.AsSpan(Start(_nearEnds, level).._nearEnds[level]);

    /// <summary>The far nodes that lead from a level to the next.</summary>
    public ReadOnlySpan<int> Fars(int level) => _fars.AsSpan(Start(_farEnds, level).._farEnds[level]);

    /// <summary>Whether a far node leads from a level to the next.</summary>
    public bool IsAt(int far, int level) => _farLevels[far] == level;

    public void Visit(int source)
    {
        Array.Fill(_farLevels, Unseen);
        Array.Clear(_isSeen);
        _nearEnds.Clear();
        _farEnds.Clear();
        _nears[0] = source;
        _isSeen[source] = true;
        var (nears, fars) = (1, 0);
        while (nears > (_nearEnds.Count == 0 ? 0 : _nearEnds[^1]))
        {
            var level = _nearEnds.Count;
            _nearEnds.Add(nears);
            foreach (var near in Nears(level))
            {
                foreach (var far in graph.FarsOf(near))
                {
                    if (_farLevels[far] == Unseen)
                    {
                        _farLevels[far] = level;
                        _fars[fars++] = far;
                    }
                }
            }

            _farEnds.Add(fars);
            foreach (var far in Fars(level))
            {
                foreach (var near in graph.NearsOf(far))
                {
                    if (!_isSeen[near])
                    {
                        _isSeen[near] = true;
                        _nears[nears++] = near;
                    }
                }
            }
        }
    }

    private static int Start(List<int> ends, int level) => level == 0 ? 0 : ends[level - 1];
}
