namespace GraphService.Graph.Algorithms;

/// <summary>
/// Compares nodes and chains with the entries of a cursor: the number of a node, or, for an id that is not in the graph, the complement (~) of the
/// first number after its place.
/// </summary>
internal static class ChainOrder
{
    /// <summary>Negative when the node is before the entry, 0 when it is the entry, positive when it is after.</summary>
    public static int Compare(int node, int entry) =>
        entry >= 0 ? node.CompareTo(entry) : node < ~entry ? -1 : 1;

    /// <summary>Compares chains node by node; one that another begins with is before it.</summary>
    public static int Compare(ReadOnlySpan<int> chain, ReadOnlySpan<int> entries)
    {
        for (var i = 0; i < Math.Min(chain.Length, entries.Length); i++)
        {
            var order = Compare(chain[i], entries[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return chain.Length.CompareTo(entries.Length);
    }

    /// <summary>The place in a list of the first neighbor that is not before the entry.</summary>
    public static int PlaceOf(ReadOnlySpan<Neighbor> list, int entry)
    {
        var (low, high) = (0, list.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Compare(list[middle].Node, entry) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
