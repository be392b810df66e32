namespace GraphService.Graph.Algorithms.Centrality;

/// <summary>Makes a <see cref="SharingGraph"/> of a topology and the types that count.</summary>
internal static class SharingGraphBuilder
{
    // Five bytes each: 50 MB.
    private const int MaxPairs = 10_000_000;

    public static SharingGraph Build(Topology topology, ulong types, CancellationToken cancel, int maxPairs = MaxPairs)
    {
        var (numbers, places) = Number(topology);
        var (nearOffsets, nears) = FarLists(topology, types, places, cancel);
        var (farOffsets, fars) = Transpose(nearOffsets, nears, numbers.Length);
        return new SharingGraph(numbers, farOffsets, fars, nearOffsets, nears, maxPairs, cancel);
    }

    /// <summary>The near nodes with any neighbor; and by number of the topology: their places among them.</summary>
    private static (int[] Numbers, int[] Places) Number(Topology topology)
    {
        var numbers = new List<int>();
        var places = new int[topology.NodeCount];
        for (var node = 0; node < topology.NodeCount; node++)
        {
            if (topology.SideOf(node) == NodeSide.Near && !topology.Of(node).IsEmpty)
            {
                places[node] = numbers.Count;
                numbers.Add(node);
            }
        }

        return ([.. numbers], places);
    }

    // Of each far node, the near nodes that one of the types joins to it; a far node that nobody shares is left out.
    private static (int[] Offsets, int[] Nears) FarLists(Topology topology, ulong types, int[] places, CancellationToken cancel)
    {
        var offsets = new List<int> { 0 };
        var nears = new int[topology.EntryCount / 2];
        var count = 0;
        for (var node = 0; node < topology.NodeCount; node++)
        {
            cancel.ThrowIfCancellationRequested();
            if (topology.SideOf(node) != NodeSide.Far)
            {
                continue;
            }

            var first = count;
            var last = -1;
            foreach (var neighbor in topology.Of(node))
            {
                if (neighbor.Node != last && neighbor.IsIn(types))
                {
                    last = neighbor.Node;
                    nears[count++] = places[last];
                }
            }

            if (count - first > 1)
            {
                offsets.Add(count);
            }
            else
            {
                count = first;
            }
        }

        return ([.. offsets], nears.Length == count ? nears : nears[..count]);
    }

    private static (int[] Offsets, int[] Fars) Transpose(int[] nearOffsets, int[] nears, int nearCount)
    {
        var offsets = new int[nearCount + 1];
        foreach (var near in nears)
        {
            offsets[near + 1]++;
        }

        for (var near = 0; near < nearCount; near++)
        {
            offsets[near + 1] += offsets[near];
        }

        var fars = new int[nears.Length];
        var next = offsets[..nearCount];
        for (var far = 0; far + 1 < nearOffsets.Length; far++)
        {
            for (var i = nearOffsets[far]; i < nearOffsets[far + 1]; i++)
            {
                fars[next[nears[i]]++] = far;
            }
        }

        return (offsets, fars);
    }
}
