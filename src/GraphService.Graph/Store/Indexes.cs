namespace GraphService.Graph.Store;

/// <summary>Ids to node numbers: an open-addressing hash table of node numbers, -1 for free places; a power of two long.</summary>
public sealed class IdIndex(Section<int> places)
{
    /// <summary>FNV-1a over the id's bytes; the same for every loader.</summary>
    public static uint Hash(ReadOnlySpan<byte> id)
    {
        var hash = 2166136261u;
        foreach (var b in id)
        {
            hash = (hash ^ b) * 16777619u;
        }

        return hash;
    }

    internal int Find(GraphSnapshot graph, ReadOnlySpan<byte> id)
    {
        var mask = (uint)places.Length - 1;
        for (var place = Hash(id) & mask; ; place = (place + 1) & mask)
        {
            var node = places[place];
            if (node < 0)
            {
                return -1;
            }

            if (graph.Text(graph.Ids[node]).SequenceEqual(id))
            {
                return graph.Kinds[node] == 255 ? -1 : node;
            }
        }
    }
}

/// <summary>One folded name of a node.</summary>
public readonly record struct NameEntry(TextRef Name, int Node);

/// <summary>Whole folded names and aliases of a table's nodes, sorted by name (UTF-8 bytes), then node; each pair once.</summary>
public sealed class NameIndex(Section<NameEntry> entries)
{
    public long Count => entries.Length;

    /// <summary>The entries whose folded name is exactly this; O(log n).</summary>
    public ReadOnlySpan<NameEntry> Find(GraphSnapshot graph, ReadOnlySpan<byte> folded)
    {
        var first = LowerBound(graph, folded, orEqual: false);
        var last = LowerBound(graph, folded, orEqual: true);
        return entries.Slice(first, (int)(last - first));
    }

    private long LowerBound(GraphSnapshot graph, ReadOnlySpan<byte> folded, bool orEqual)
    {
        long low = 0, high = entries.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = graph.Text(entries[middle].Name).SequenceCompareTo(folded);
            if (order < 0 || (orEqual && order == 0))
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
