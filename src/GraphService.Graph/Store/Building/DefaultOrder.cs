using GraphService.Graph.Model;

namespace GraphService.Graph.Store.Building;

/// <summary>Sorts the nodes of a table in its default order.</summary>
internal sealed class DefaultOrder(GraphSnapshot graph, NodeTable table) : IComparer<int>
{
    private readonly OrderComparer _comparer =
        new(graph, [.. table.DefaultOrder.Select(p => new OrderTerm(Subject.Node, ValueKind.Property, p))]);

    public int Compare(int x, int y)
    {
        var order = _comparer.Compare(new Step(x, -1), new Step(y, -1));
        return order != 0 ? order : x.CompareTo(y);
    }

    /// <summary>The node numbers of the table, sorted.</summary>
    public int[] Sort()
    {
        var range = graph.Tables[table.Index];
        var nodes = new int[range.Count];
        var keys = new ulong[range.Count];
        for (var row = 0; row < nodes.Length; row++)
        {
            nodes[row] = range.First + row;
            keys[row] = FirstKey(row);
        }

        // Most nodes are told apart by the beginning of the first property; only the others are compared in full.
        Array.Sort(keys, nodes);
        for (int start = 0, end; start < nodes.Length; start = end)
        {
            end = start + 1;
            while (end < nodes.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                nodes.AsSpan(start..end).Sort(this);
            }
        }

        return nodes;
    }

    private ulong FirstKey(int row)
    {
        if (table.DefaultOrder.Count == 0)
        {
            return 0;
        }

        return graph.NodeColumns[table.Index][table.DefaultOrder[0].Index] switch
        {
            TextColumn texts when texts.Values[row].IsNull => ulong.MaxValue,
            TextColumn texts => TextSort.PrefixOf(graph.Text(texts.Values[row])),
            IntColumn ints when ints.Values[row] == IntColumn.Missing => ulong.MaxValue,
            IntColumn ints => (ulong)((long)ints.Values[row] - int.MinValue),
            _ => 0,
        };
    }
}
