using System.Buffers;
using System.Runtime.InteropServices;

namespace GraphService.Graph.Store.Building;

/// <summary>Writes records of unknown properties: for each, the place of its header, the length of its value, and the value.</summary>
internal sealed class ExtraProperties
{
    private readonly ArrayBufferWriter<byte> _record = new();

    public void Clear() => _record.ResetWrittenCount();

    public void Add(int header, ReadOnlySpan<byte> value)
    {
        MemoryMarshal.Write(_record.GetSpan(sizeof(int)), header);
        _record.Advance(sizeof(int));
        MemoryMarshal.Write(_record.GetSpan(sizeof(int)), value.Length);
        _record.Advance(sizeof(int));
        _record.Write(value);
    }

    /// <summary>The record in the heap, or null when it is empty.</summary>
    public TextRef Store(TextHeap heap) => _record.WrittenCount == 0 ? TextRef.Null : heap.Add(_record.WrittenSpan);

    /// <summary>The properties of several records, the first given of each.</summary>
    public static TextRef Join(TextHeap heap, DraftRows rows, ReadOnlySpan<int> group)
    {
        var first = rows.ExtrasOf(group[0]);
        var joined = new ExtraProperties();
        var seen = new HashSet<int>();
        foreach (var row in group)
        {
            var record = rows.ExtrasOf(row);
            if (group.Length == 1 || record.IsNull)
            {
                continue;
            }

            for (var rest = heap[record]; !rest.IsEmpty;)
            {
                var header = MemoryMarshal.Read<int>(rest);
                var length = MemoryMarshal.Read<int>(rest[sizeof(int)..]);
                var value = rest.Slice(2 * sizeof(int), length);
                rest = rest[((2 * sizeof(int)) + length)..];
                if (seen.Add(header))
                {
                    joined.Add(header, value);
                }
            }
        }

        return group.Length == 1 ? first : joined.Store(heap);
    }
}
