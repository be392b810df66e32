namespace GraphService.Graph.Algorithms.Centrality;

/// <summary>Finds the distinct neighbors of near nodes, one node after the other.</summary>
internal sealed class NeighborScan(SharingGraph graph)
{
    private readonly int[] _times = new int[graph.NearCount];
    private readonly int[] _found = new int[graph.NearCount];
    private int _count;

    /// <summary>The neighbors of a near node; valid until the next call.</summary>
    public ReadOnlySpan<int> Of(int near)
    {
        foreach (var earlier in _found.AsSpan(0, _count))
        {
            _times[earlier] = 0;
        }

        _count = 0;
        foreach (var far in graph.FarsOf(near))
        {
            foreach (var other in graph.NearsOf(far))
            {
                if (other != near && _times[other]++ == 0)
                {
                    _found[_count++] = other;
                }
            }
        }

        return _found.AsSpan(0, _count);
    }

    /// <summary>How many far nodes a neighbor just found shares.</summary>
    public int Times(int neighbor) => _times[neighbor];
}
