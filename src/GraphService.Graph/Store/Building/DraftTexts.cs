using System.Buffers;
using GraphService.Graph.Model;

namespace GraphService.Graph.Store.Building;

/// <summary>Texts and dates.</summary>
public sealed class DraftTexts : DraftColumn
{
    private readonly TextHeap _heap;
    private readonly NativeList<TextRef> _values = new();

    internal DraftTexts(Property property, TextHeap heap)
        : base(property) => _heap = heap;

    /// <summary>True when the row has a text.</summary>
    public bool Has(int row) => !_values[row].IsNull;

    /// <summary>The text, empty when there is none; valid until the next text is set.</summary>
    public ReadOnlySpan<byte> Get(int row) => Has(row) ? _heap[_values[row]] : default;

    /// <summary>Replaces the text of a row.</summary>
    public void Set(int row, ReadOnlySpan<byte> text) => _values[row] = _heap.Add(text);

    internal void Append(ReadOnlySpan<byte> text) => _values.Add(_heap.Add(text));

    internal override void AppendMissing() => _values.Add(TextRef.Null);

    internal override bool IsMissing(int row) => _values[row].IsNull;

    internal override bool AreEqual(int row, int other) =>
        Has(row) == Has(other) && Get(row).SequenceEqual(Get(other));

    internal override int Compare(int row, int other) => Has(row) == Has(other) ? Get(row).SequenceCompareTo(Get(other)) : Has(row).CompareTo(Has(other));

    internal override void Write(int row, IBufferWriter<byte> text) => text.Write(Get(row));

    internal override void AddTo(ref HashCode hash, int row) => hash.AddBytes(Get(row));

    internal override Column Freeze(RowGroups groups, SectionAllocator allocator)
    {
        var values = new NativeList<TextRef>();
        for (var group = 0; group < groups.Count; group++)
        {
            values.Add(groups.Joins && groups[group].Length > 1 ? Join(groups[group]) : _values[groups.First(group)]);
        }

        var folded = new NativeList<TextRef>();
        for (var i = 0L; Property.IsFolded && i < values.Count; i++)
        {
            folded.Add(_heap.Fold(values[i]));
        }

        return new TextColumn(values.MoveTo(allocator), folded.MoveTo(allocator));
    }

    // Data format: notes joined by "; ", each once.
    private TextRef Join(ReadOnlySpan<int> rows)
    {
        var distinct = new DistinctTexts(_heap);
        foreach (var row in rows)
        {
            if (Has(row))
            {
                distinct.Add(_values[row]);
            }
        }

        if (distinct.Items.Count < 2)
        {
            return distinct.Items.Count == 0 ? TextRef.Null : distinct.Items[0];
        }

        var joined = new ArrayBufferWriter<byte>();
        foreach (var item in distinct.Items)
        {
            if (joined.WrittenCount > 0)
            {
                joined.Write("; "u8);
            }

            joined.Write(_heap[item]);
        }

        return _heap.Add(joined.WrittenSpan);
    }

    /// <inheritdoc/>
    public override void Dispose() => _values.Dispose();
}
