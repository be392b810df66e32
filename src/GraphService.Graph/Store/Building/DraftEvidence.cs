namespace GraphService.Graph.Store.Building;

/// <summary>The sources of nodes or relationships while a graph is being built, by row; sources are nodes of the draft.</summary>
internal sealed class DraftEvidence(TextHeap heap) : IDisposable
{
    private readonly NativeList<Run> _runs = new();
    private readonly NativeList<EvidenceItem> _items = new();

    /// <summary>Begins the next row, without evidence.</summary>
    public void AppendRow() => _runs.Add(new Run(_items.Count, 0));

    /// <summary>Adds to the last row.</summary>
    public void AppendItem(int source, TextRef locator)
    {
        _items.Add(new EvidenceItem(source, locator));
        ref var run = ref _runs[_runs.Count - 1];
        run = run with { Count = run.Count + 1 };
    }

    public ReadOnlySpan<EvidenceItem> Of(int row) => _items.Slice(_runs[row].Start, _runs[row].Count);

    /// <summary>Adds the evidence of a group of rows, each pair of source and locator once, with final source numbers.</summary>
    public void AddJoined(ReadOnlySpan<int> rows, int[] numbers, EvidenceBuilder target)
    {
        if (rows.Length == 1 && _runs[rows[0]].Count < 2)
        {
            foreach (var item in Of(rows[0]))
            {
                target.AddItem(numbers[item.Source], item.Locator);
            }
        }
        else
        {
            var seen = new HashSet<EvidenceItem>(new ByText(heap));
            foreach (var row in rows)
            {
                foreach (var item in Of(row))
                {
                    if (seen.Add(item))
                    {
                        target.AddItem(numbers[item.Source], item.Locator);
                    }
                }
            }
        }

        target.EndRow();
    }

    /// <summary>The evidence of a group of rows as it is joined.</summary>
    public List<EvidenceItem> Joined(IEnumerable<int> rows)
    {
        var seen = new HashSet<EvidenceItem>(new ByText(heap));
        var joined = new List<EvidenceItem>();
        foreach (var row in rows)
        {
            foreach (var item in Of(row))
            {
                if (seen.Add(item))
                {
                    joined.Add(item);
                }
            }
        }

        return joined;
    }

    public void Dispose()
    {
        _runs.Dispose();
        _items.Dispose();
    }

    private sealed class ByText(TextHeap heap) : IEqualityComparer<EvidenceItem>
    {
        public bool Equals(EvidenceItem x, EvidenceItem y) =>
            x.Source == y.Source && x.Locator.IsNull == y.Locator.IsNull && BytesOf(x.Locator).SequenceEqual(BytesOf(y.Locator));

        public int GetHashCode(EvidenceItem item)
        {
            var hash = new HashCode();
            hash.Add(item.Source);
            hash.AddBytes(BytesOf(item.Locator));
            return hash.ToHashCode();
        }

        private ReadOnlySpan<byte> BytesOf(TextRef text) => text.IsNull ? default : heap[text];
    }
}

/// <summary>The evidence column of a snapshot while it grows, row by row.</summary>
internal sealed class EvidenceBuilder : IDisposable
{
    private readonly NativeList<long> _offsets = new();
    private readonly NativeList<EvidenceItem> _items = new();

    public EvidenceBuilder() => _offsets.Add(0);

    public void AddItem(int source, TextRef locator) => _items.Add(new EvidenceItem(source, locator));

    public void EndRow() => _offsets.Add(_items.Count);

    public EvidenceColumn MoveTo(SectionAllocator allocator) => new(_offsets.MoveTo(allocator), _items.MoveTo(allocator));

    public void Dispose()
    {
        _offsets.Dispose();
        _items.Dispose();
    }
}
