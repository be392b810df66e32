using System.Buffers;
using GraphService.Graph.Model;

namespace GraphService.Graph.Store.Building;

/// <summary>Lists of texts.</summary>
internal sealed class DraftTextLists : DraftColumn
{
    private readonly TextHeap _heap;
    private readonly NativeList<Run> _runs = new();
    private readonly NativeList<TextRef> _items = new();

    internal DraftTextLists(Property property, TextHeap heap)
        : base(property) => _heap = heap;

    private Span<TextRef> Items(int row) => _items.Slice(_runs[row].Start, _runs[row].Count);

    /// <summary>Adds an item to the last row.</summary>
    internal void AppendItem(ReadOnlySpan<byte> item)
    {
        _items.Add(_heap.Add(item));
        ref var run = ref _runs[_runs.Count - 1];
        run = run with { Count = run.Count + 1 };
    }

    internal override void AppendMissing() => _runs.Add(new Run(_items.Count, 0));

    internal override bool IsMissing(int row) => _runs[row].Count == 0;

    internal override bool AreEqual(int row, int other)
    {
        var a = Items(row);
        var b = Items(other);
        if (a.Length != b.Length)
        {
            return false;
        }

        for (var i = 0; i < a.Length; i++)
        {
            if (!_heap[a[i]].SequenceEqual(_heap[b[i]]))
            {
                return false;
            }
        }

        return true;
    }

    internal override int Compare(int row, int other)
    {
        var a = Items(row);
        var b = Items(other);
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            if (_heap[a[i]].SequenceCompareTo(_heap[b[i]]) is not 0 and var order)
            {
                return order;
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    internal override void Write(int row, IBufferWriter<byte> text)
    {
        var items = Items(row);
        for (var i = 0; i < items.Length; i++)
        {
            text.Write(i == 0 ? ""u8 : "; "u8);
            text.Write(_heap[items[i]]);
        }
    }

    internal override void AddTo(ref HashCode hash, int row)
    {
        foreach (var item in Items(row))
        {
            hash.AddBytes(_heap[item]);
        }
    }

    internal override Column Freeze(RowGroups groups, SectionAllocator allocator)
    {
        var offsets = new NativeList<long>();
        var items = new NativeList<TextRef>();
        var distinct = new DistinctTexts(_heap);
        offsets.Add(0);
        for (var group = 0; group < groups.Count; group++)
        {
            if (groups.Joins)
            {
                AddDistinct(groups[group], items, distinct);
            }
            else
            {
                items.AddRange(Items(groups.First(group)));
            }

            offsets.Add(items.Count);
        }

        var folded = new NativeList<TextRef>();
        for (var i = 0L; Property.IsFolded && i < items.Count; i++)
        {
            folded.Add(_heap.Fold(items[i]));
        }

        return new TextListColumn(offsets.MoveTo(allocator), items.MoveTo(allocator), folded.MoveTo(allocator));
    }

    // Data format: characters joined in order, each once.
    private void AddDistinct(ReadOnlySpan<int> rows, NativeList<TextRef> items, DistinctTexts distinct)
    {
        if (rows.Length == 1 && _runs[rows[0]].Count < 2)
        {
            items.AddRange(Items(rows[0]));
            return;
        }

        distinct.Clear();
        foreach (var row in rows)
        {
            foreach (var item in Items(row))
            {
                distinct.Add(item);
            }
        }

        items.AddRange(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(distinct.Items));
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _runs.Dispose();
        _items.Dispose();
    }
}

/// <summary>Lists of integers; in the snapshot they ascend, each number once.</summary>
public sealed class DraftIntLists : DraftColumn
{
    private readonly NativeList<Run> _runs = new();
    private readonly NativeList<int> _items = new();

    internal DraftIntLists(Property property)
        : base(property)
    {
    }

    /// <summary>The numbers of a row, as the files give them.</summary>
    public ReadOnlySpan<int> Get(int row) => _items.Slice(_runs[row].Start, _runs[row].Count);

    /// <summary>Gives a row one number.</summary>
    public void Set(int row, int value)
    {
        _runs[row] = new Run(_items.Count, 1);
        _items.Add(value);
    }

    /// <summary>Adds an item to the last row.</summary>
    internal void AppendItem(int item)
    {
        _items.Add(item);
        ref var run = ref _runs[_runs.Count - 1];
        run = run with { Count = run.Count + 1 };
    }

    /// <summary>Leaves the last row empty.</summary>
    internal void DropItems() => _runs[_runs.Count - 1] = new Run(_items.Count, 0);

    internal override void AppendMissing() => _runs.Add(new Run(_items.Count, 0));

    internal override bool IsMissing(int row) => _runs[row].Count == 0;

    internal override bool AreEqual(int row, int other) => Get(row).SequenceEqual(Get(other));

    internal override int Compare(int row, int other) => Get(row).SequenceCompareTo(Get(other));

    internal override void Write(int row, IBufferWriter<byte> text)
    {
        var isFirst = true;
        foreach (var number in new SortedSet<int>(Get(row).ToArray()))
        {
            text.Write(isFirst ? ""u8 : "; "u8);
            DraftInts.WriteDigits(number, text);
            isFirst = false;
        }
    }

    internal override void AddTo(ref HashCode hash, int row)
    {
        foreach (var item in Get(row))
        {
            hash.Add(item);
        }
    }

    internal override Column Freeze(RowGroups groups, SectionAllocator allocator)
    {
        var offsets = new NativeList<long>();
        var items = new NativeList<int>();
        var numbers = new SortedSet<int>();
        offsets.Add(0);
        for (var group = 0; group < groups.Count; group++)
        {
            numbers.Clear();
            foreach (var row in groups.Joins ? groups[group] : groups[group][..1])
            {
                foreach (var item in Get(row))
                {
                    numbers.Add(item);
                }
            }

            foreach (var number in numbers)
            {
                items.Add(number);
            }

            offsets.Add(items.Count);
        }

        return new IntListColumn(offsets.MoveTo(allocator), items.MoveTo(allocator));
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _runs.Dispose();
        _items.Dispose();
    }
}
