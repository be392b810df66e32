namespace GraphService.Graph.Store.Building;

/// <summary>Collects texts in the order in which they come, each once.</summary>
internal sealed class DistinctTexts(TextHeap heap)
{
    private const int MaxScanned = 16;
    private readonly HashSet<TextRef> _seen = new(new ByBytes(heap));

    public List<TextRef> Items { get; } = [];

    public void Add(TextRef text)
    {
        if (Items.Count < MaxScanned ? IsAmongFirst(text) : !_seen.Add(text))
        {
            return;
        }

        Items.Add(text);
        if (Items.Count == MaxScanned)
        {
            _seen.UnionWith(Items);
        }
    }

    public void Clear()
    {
        Items.Clear();
        _seen.Clear();
    }

    private bool IsAmongFirst(TextRef text)
    {
        foreach (var item in Items)
        {
            if (heap[item].SequenceEqual(heap[text]))
            {
                return true;
            }
        }

        return false;
    }

    private sealed class ByBytes(TextHeap heap) : IEqualityComparer<TextRef>
    {
        public bool Equals(TextRef x, TextRef y) => heap[x].SequenceEqual(heap[y]);

        public int GetHashCode(TextRef text)
        {
            var hash = new HashCode();
            hash.AddBytes(heap[text]);
            return hash.ToHashCode();
        }
    }
}
