namespace GraphService.Graph.Algorithms.Centrality;

/// <summary>
/// The pairs of near nodes that share several far nodes, and so occur in several lists. There is room for so many; near nodes beyond it have no list, and
/// are walked whenever they are asked for.
/// </summary>
internal sealed class RepeatedPairs
{
    private readonly NeighborScan _scan;
    private readonly List<int> _ends;
    private readonly List<int> _others;
    private readonly List<byte> _extras;

    private RepeatedPairs(NeighborScan scan, int[] degrees, List<int> ends, List<int> others, List<byte> extras)
    {
        _scan = scan;
        Degrees = degrees;
        (_ends, _others, _extras) = (ends, others, extras);
    }

    /// <summary>By near node: its distinct neighbors.</summary>
    public int[] Degrees { get; }

    /// <summary>Near nodes before this one have a list.</summary>
    public int Listed => _ends.Count;

    /// <summary>Looks at every pair.</summary>
    public static RepeatedPairs Find(SharingGraph graph, int maxPairs, CancellationToken cancel)
    {
        var scan = new NeighborScan(graph);
        var degrees = new int[graph.NearCount];
        var (ends, others, extras) = (new List<int>(graph.NearCount), new List<int>(), new List<byte>());
        for (var near = 0; near < graph.NearCount; near++)
        {
            cancel.ThrowIfCancellationRequested();
            var neighbors = scan.Of(near);
            degrees[near] = neighbors.Length;
            if (ends.Count < near)
            {
                continue; // no room for the one before: none for any after it
            }

            var first = others.Count;
            foreach (var neighbor in neighbors)
            {
                for (var extra = scan.Times(neighbor) - 1; extra > 0; extra -= byte.MaxValue)
                {
                    others.Add(neighbor);
                    extras.Add((byte)Math.Min(extra, byte.MaxValue));
                }
            }

            if (others.Count <= maxPairs)
            {
                ends.Add(others.Count);
            }
            else
            {
                others.RemoveRange(first, others.Count - first);
                extras.RemoveRange(first, extras.Count - first);
            }
        }

        return new RepeatedPairs(scan, degrees, ends, others, extras);
    }

    /// <summary>Takes from a sum over the lists of a near node what they count more than once.</summary>
    public void SubtractFrom(ref CompensatedSum sum, int near, double[] values)
    {
        for (var i = near == 0 ? 0 : _ends[near - 1]; i < _ends[near]; i++)
        {
            sum.Subtract(values[_others[i]], _extras[i]);
        }
    }

    /// <summary>The sum over the neighbors of a near node without a list.</summary>
    public double SumOfUnlisted(int near, double[] values)
    {
        var sum = default(CompensatedSum);
        foreach (var neighbor in _scan.Of(near))
        {
            sum.Add(values[neighbor]);
        }

        return sum.Value;
    }
}
