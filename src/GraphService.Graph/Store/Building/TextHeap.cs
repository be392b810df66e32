using System.Buffers;
using GraphService.Graph.Text;

namespace GraphService.Graph.Store.Building;

/// <summary>The texts of a graph that is being built, UTF-8 one after the other. Short texts seen lately are stored once.</summary>
internal sealed class TextHeap : IDisposable
{
    private const int MaxShared = 64;
    private static readonly SearchValues<byte> s_escaped = SearchValues.Create([.. Enumerable.Range(0, 32).Select(b => (byte)b), (byte)'"', (byte)'\\']);
    private readonly NativeList<byte> _bytes = new();
    private readonly (uint Hash, TextRef Text)[] _recent = new (uint, TextRef)[1 << 16];
    private readonly ArrayBufferWriter<byte> _folded = new(256);

    /// <summary>The bytes of a text that is not null; valid until the next text is added.</summary>
    public ReadOnlySpan<byte> this[TextRef text] => _bytes.Slice(text.Offset, text.Length);

    /// <summary>Adds a text, or finds it among those seen lately. The text must not be part of the heap.</summary>
    public TextRef Add(scoped ReadOnlySpan<byte> text)
    {
        if (text.Length > MaxShared)
        {
            return Append(text);
        }

        var hash = IdIndex.Hash(text);
        ref var recent = ref _recent[hash & (_recent.Length - 1)];
        if (recent.Hash != hash || !this[recent.Text].SequenceEqual(text))
        {
            recent = (hash, Append(text));
        }

        return recent.Text;
    }

    /// <summary>Adds bytes as they are; nothing is shared.</summary>
    public TextRef Append(scoped ReadOnlySpan<byte> text)
    {
        var added = new TextRef(_bytes.Count, text.Length, !text.ContainsAny(s_escaped));
        _bytes.AddRange(text);
        return added;
    }

    /// <summary>The folded form of a text, which may be empty; null stays null.</summary>
    public TextRef Fold(TextRef text)
    {
        if (text.IsNull)
        {
            return text;
        }

        _folded.ResetWrittenCount();
        Folding.Fold(this[text], _folded);
        return _folded.WrittenSpan.SequenceEqual(this[text]) ? text : Add(_folded.WrittenSpan);
    }

    public Section<byte> MoveTo(SectionAllocator allocator) => _bytes.MoveTo(allocator);

    public void Dispose() => _bytes.Dispose();
}
