using System.Buffers;
using System.Runtime.InteropServices;

namespace GraphService.Graph.Store.Building;

/// <summary>
/// Orders the relationships of one type that join the same two nodes: by their properties as text, name by name, a missing one last. What agrees in all of them is told
/// apart by its sources, then by what the model does not know, so that the order is the same whatever order the files have.
/// </summary>
/// <param name="type">Their type.</param>
/// <param name="rows">The rows that join the two nodes.</param>
/// <param name="keys">By row: its group in the upper half, its place in the lower.</param>
internal sealed class ParallelOrder(DraftType type, int[] rows, long[] keys) : IComparer<int>
{
    private readonly DraftColumn[] _columns = [.. type.Columns.OrderBy(c => c.Property.Name, StringComparer.Ordinal)];
    private readonly ILookup<int, int> _groups = keys.ToLookup(k => (int)(k >> 32), k => rows[(int)k]);
    private readonly ArrayBufferWriter<byte> _one = new();
    private readonly ArrayBufferWriter<byte> _other = new();

    /// <summary>By group: its place.</summary>
    public int[] Places(int count)
    {
        var groups = Enumerable.Range(0, count).ToArray();
        groups.AsSpan().Sort(this);
        var places = new int[count];
        for (var place = 0; place < count; place++)
        {
            places[groups[place]] = place;
        }

        return places;
    }

    public int Compare(int x, int y)
    {
        var (one, other) = (_groups[x].First(), _groups[y].First());
        foreach (var column in _columns)
        {
            if (Compare(column, one, other) is not 0 and var order)
            {
                return order;
            }
        }

        var result = CompareEvidence(x, y);
        result = result != 0 ? result : CompareUnknown(one, other);
        return result != 0 ? result : x.CompareTo(y);
    }

    private int Compare(DraftColumn column, int row, int other)
    {
        if (column.IsMissing(row) || column.IsMissing(other))
        {
            return column.IsMissing(row).CompareTo(column.IsMissing(other));
        }

        _one.ResetWrittenCount();
        _other.ResetWrittenCount();
        column.Write(row, _one);
        column.Write(other, _other);
        return _one.WrittenSpan.SequenceCompareTo(_other.WrittenSpan);
    }

    private int CompareEvidence(int x, int y)
    {
        var (one, other) = (EvidenceOf(x), EvidenceOf(y));
        for (var i = 0; i < Math.Min(one.Count, other.Count); i++)
        {
            var order = Text(type.Draft.Ids[one[i].Source]).SequenceCompareTo(Text(type.Draft.Ids[other[i].Source]));
            order = order != 0 ? order : Text(one[i].Locator).SequenceCompareTo(Text(other[i].Locator));
            if (order != 0)
            {
                return order;
            }
        }

        return one.Count.CompareTo(other.Count);
    }

    // Joined, as it is kept: what was written again orders alike.
    private List<EvidenceItem> EvidenceOf(int group) => type.Evidence.Joined(_groups[group]);

    private int CompareUnknown(int row, int other)
    {
        var (one, two) = (UnknownOf(row), UnknownOf(other));
        foreach (var header in one.Keys.Union(two.Keys).Order(StringComparer.Ordinal))
        {
            var (has, hasOther) = (one.TryGetValue(header, out var value), two.TryGetValue(header, out var otherValue));
            var order = has && hasOther ? value.AsSpan().SequenceCompareTo(otherValue) : hasOther.CompareTo(has);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    /// <summary>Properties that the model does not know, by header.</summary>
    private Dictionary<string, byte[]> UnknownOf(int row)
    {
        var properties = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        for (var rest = Text(type.ExtrasOf(row)); !rest.IsEmpty;)
        {
            var header = MemoryMarshal.Read<int>(rest);
            var length = MemoryMarshal.Read<int>(rest[sizeof(int)..]);
            properties[type.Draft.Headers[header]] = rest.Slice(2 * sizeof(int), length).ToArray();
            rest = rest[((2 * sizeof(int)) + length)..];
        }

        return properties;
    }

    private ReadOnlySpan<byte> Text(TextRef text) => text.IsNull ? default : type.Draft.Heap[text];
}
