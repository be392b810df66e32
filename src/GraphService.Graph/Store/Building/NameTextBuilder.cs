using GraphService.Graph.Model;

namespace GraphService.Graph.Store.Building;

/// <summary>Writes the names of all nodes one after the other; what folds to nothing is left out.</summary>
internal sealed class NameTextBuilder(TextHeap heap, SectionAllocator allocator)
{
    public NameText Build(GraphModel model, Column[][] columns, NodeRange[] tables)
    {
        using var text = new NativeList<byte>();
        using var chunks = new NativeList<long>();
        var node = 0;
        foreach (var table in model.Tables)
        {
            for (var row = 0; row < tables[table.Index].Count; row++, node++)
            {
                if (node % NameText.ChunkNodes == 0)
                {
                    chunks.Add(text.Count);
                }

                AddNames(table, columns[table.Index], row, text);
                text.Add(NameText.End);
            }
        }

        chunks.Add(text.Count);
        return new NameText(text.MoveTo(allocator), chunks.MoveTo(allocator));
    }

    private void AddNames(NodeTable table, Column[] columns, int row, NativeList<byte> text)
    {
        if (table.Name is { } name)
        {
            var column = (TextColumn)columns[name.Index];
            Add(column.Values[row], column.Folded, row, text);
        }

        if (table.Aliases is { } aliases)
        {
            var column = (TextListColumn)columns[aliases.Index];
            for (var i = column.Offsets[row]; i < column.Offsets[row + 1]; i++)
            {
                Add(column.Items[i], column.Folded, i, text);
            }
        }
    }

    private void Add(TextRef name, Section<TextRef> folded, long place, NativeList<byte> text)
    {
        var found = folded.Length > 0 ? folded[place] : heap.Fold(name);
        if (found.Length <= 0)
        {
            return;
        }

        // Words are parted by single spaces already.
        text.Add(NameText.Bar);
        text.Add((byte)' ');
        text.AddRange(heap[found]);
    }
}
