using GraphService.Graph.Model;

namespace GraphService.Graph.Store.Building;

/// <summary>Sorts the folded names and aliases of a table; what folds to nothing is left out.</summary>
internal sealed class NameIndexBuilder(TextHeap heap, SectionAllocator allocator)
{
    public NameIndex Build(NodeTable table, Column[] columns, NodeRange range)
    {
        using var names = new NativeList<TextRef>();
        using var nodes = new NativeList<int>();
        for (var row = 0; row < range.Count; row++)
        {
            if (table.Name is { } name)
            {
                Add(FoldedOf((TextColumn)columns[name.Index], row), range.First + row, names, nodes);
            }

            if (table.Aliases is { } aliases)
            {
                var column = (TextListColumn)columns[aliases.Index];
                for (var i = column.Offsets[row]; i < column.Offsets[row + 1]; i++)
                {
                    Add(column.Folded.Length > 0 ? column.Folded[i] : heap.Fold(column.Items[i]), range.First + row, names, nodes);
                }
            }
        }

        return new NameIndex(Sorted(names, nodes).MoveTo(allocator));
    }

    private NativeList<NameEntry> Sorted(NativeList<TextRef> names, NativeList<int> nodes)
    {
        var order = new int[names.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        // Equal names stay in the order of their nodes, in which they were added.
        new TextSort(heap, names).Sort(order);
        var entries = new NativeList<NameEntry>();
        foreach (var i in order)
        {
            if (entries.Count == 0 || entries[entries.Count - 1] is var last
                && (last.Node != nodes[i] || !heap[last.Name].SequenceEqual(heap[names[i]])))
            {
                entries.Add(new NameEntry(names[i], nodes[i]));
            }
        }

        return entries;
    }

    private TextRef FoldedOf(TextColumn column, int row) =>
        column.Folded.Length > 0 ? column.Folded[row] : heap.Fold(column.Values[row]);

    private static void Add(TextRef name, int node, NativeList<TextRef> names, NativeList<int> nodes)
    {
        if (name.Length > 0)
        {
            names.Add(name);
            nodes.Add(node);
        }
    }
}
