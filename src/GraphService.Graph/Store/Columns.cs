using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GraphService.Graph.Store;

/// <summary>Where a text stands in the heap. 12 bytes: the offset carries the clean bit at its top.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly struct TextRef
{
    private const long CleanBit = 1L << 62;
    private readonly long _offset;
    private readonly int _length;

    public TextRef(long offset, int length, bool isClean)
    {
        _offset = offset | (isClean ? CleanBit : 0);
        _length = length;
    }

    /// <summary>The missing text.</summary>
    public static TextRef Null => new(0, -1, false);

    public long Offset => _offset & ~CleanBit;

    /// <summary>Bytes of UTF-8; -1 for the missing text.</summary>
    public int Length => _length;

    public bool IsNull => _length < 0;

    /// <summary>True when nothing in it needs escaping in JSON: no quote, backslash or control character.</summary>
    public bool IsClean => (_offset & CleanBit) != 0;
}

/// <summary>The column of one property: by local number of the node in its table, or of the relationship in its type.</summary>
public abstract class Column;

/// <summary>Texts and dates.</summary>
public sealed class TextColumn(Section<TextRef> values, Section<TextRef> folded) : Column
{
    public Section<TextRef> Values { get; } = values;

    /// <summary>The folded forms; empty when the model does not ask for them.</summary>
    public Section<TextRef> Folded { get; } = folded;
}

/// <summary>Integers; <see cref="Missing"/> where there is none.</summary>
public sealed class IntColumn(Section<int> values) : Column
{
    public const int Missing = int.MinValue;

    public Section<int> Values { get; } = values;
}

/// <summary>Places in <see cref="Model.Property.EnumValues"/>; <see cref="Missing"/> where there is none.</summary>
public sealed class EnumColumn(Section<byte> values) : Column
{
    public const byte Missing = 255;

    public Section<byte> Values { get; } = values;
}

/// <summary>Lists of texts: the items of row i stand from Offsets[i] to Offsets[i + 1].</summary>
public sealed class TextListColumn(Section<long> offsets, Section<TextRef> items, Section<TextRef> folded) : Column
{
    public Section<long> Offsets { get; } = offsets;

    public Section<TextRef> Items { get; } = items;

    /// <summary>The folded forms of the items; empty when the model does not ask for them.</summary>
    public Section<TextRef> Folded { get; } = folded;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<TextRef> ItemsOf(int row) => Items.Slice(Offsets[row], (int)(Offsets[row + 1] - Offsets[row]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<TextRef> FoldedOf(int row) => Folded.Slice(Offsets[row], (int)(Offsets[row + 1] - Offsets[row]));
}

/// <summary>Lists of integers, ascending.</summary>
public sealed class IntListColumn(Section<long> offsets, Section<int> items) : Column
{
    public Section<long> Offsets { get; } = offsets;

    public Section<int> Items { get; } = items;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<int> ItemsOf(int row) => Items.Slice(Offsets[row], (int)(Offsets[row + 1] - Offsets[row]));
}

/// <summary>Where a fact was found.</summary>
/// <param name="Source">Number of the source node.</param>
/// <param name="Locator">Where in it.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct EvidenceItem(int Source, TextRef Locator);

/// <summary>The evidence of nodes (by number) or of relationships (by number).</summary>
public sealed class EvidenceColumn(Section<long> offsets, Section<EvidenceItem> items)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<EvidenceItem> Of(int row) => items.Slice(offsets[row], (int)(offsets[row + 1] - offsets[row]));
}
