namespace GraphService.Graph.Store.Building;

/// <summary>Sorts numbered texts by their UTF-8 bytes, eight at a time; equal texts by number.</summary>
internal sealed class TextSort(TextHeap heap, NativeList<TextRef> texts) : IComparer<int>
{
    private const int Prefix = sizeof(ulong);
    private const int FewTexts = 16;
    private const int MaxDepth = 32;

    public void Sort(Span<int> items) => Sort(items, new ulong[items.Length], 0);

    public int Compare(int x, int y)
    {
        var order = heap[texts[x]].SequenceCompareTo(heap[texts[y]]);
        return order != 0 ? order : x.CompareTo(y);
    }

    /// <summary>The first bytes of a text as a number that compares as they do.</summary>
    public static ulong PrefixOf(ReadOnlySpan<byte> text)
    {
        if (text.Length >= Prefix)
        {
            return System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(text);
        }

        var prefix = 0UL;
        foreach (var b in text)
        {
            prefix = (prefix << 8) | b;
        }

        return prefix << (8 * (Prefix - text.Length));
    }

    private void Sort(Span<int> items, Span<ulong> keys, int depth)
    {
        if (items.Length <= FewTexts || depth == MaxDepth)
        {
            items.Sort(this);
            return;
        }

        for (var i = 0; i < items.Length; i++)
        {
            var text = heap[texts[items[i]]];
            keys[i] = PrefixOf(text[Math.Min(text.Length, depth * Prefix)..]);
        }

        keys.Sort(items);
        for (int start = 0, end; start < items.Length; start = end)
        {
            end = start + 1;
            while (end < items.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                Sort(items[start..end], keys[start..end], depth + 1);
            }
        }
    }
}
