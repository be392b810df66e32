using System.Buffers;
using System.Buffers.Text;
using System.Text;
using GraphService.Graph.Model;

namespace GraphService.Graph.Store.Building;

/// <summary>Integers.</summary>
public sealed class DraftInts : DraftColumn
{
    private readonly NativeList<int> _values = new();

    internal DraftInts(Property property)
        : base(property)
    {
    }

    /// <summary>The number of a row, or null.</summary>
    public int? Get(int row) => _values[row] == IntColumn.Missing ? null : _values[row];

    /// <summary>Replaces the number of a row.</summary>
    public void Set(int row, int value) => _values[row] = value;

    internal void Append(int value) => _values.Add(value);

    internal override void AppendMissing() => _values.Add(IntColumn.Missing);

    internal override bool IsMissing(int row) => _values[row] == IntColumn.Missing;

    internal override bool AreEqual(int row, int other) => _values[row] == _values[other];

    internal override int Compare(int row, int other) => _values[row].CompareTo(_values[other]);

    internal override void Write(int row, IBufferWriter<byte> text) => WriteDigits(_values[row], text);

    internal static void WriteDigits(int value, IBufferWriter<byte> text)
    {
        const int longest = 11;
        Utf8Formatter.TryFormat(value, text.GetSpan(longest), out var written);
        text.Advance(written);
    }

    internal override void AddTo(ref HashCode hash, int row) => hash.Add(_values[row]);

    internal override Column Freeze(RowGroups groups, SectionAllocator allocator)
    {
        var values = new NativeList<int>();
        for (var group = 0; group < groups.Count; group++)
        {
            values.Add(groups.Joins ? Smallest(groups[group]) : _values[groups.First(group)]);
        }

        return new IntColumn(values.MoveTo(allocator));
    }

    // Data format: the smallest billing.
    private int Smallest(ReadOnlySpan<int> rows)
    {
        var smallest = IntColumn.Missing;
        foreach (var row in rows)
        {
            var value = _values[row];
            if (value != IntColumn.Missing && (smallest == IntColumn.Missing || value < smallest))
            {
                smallest = value;
            }
        }

        return smallest;
    }

    /// <inheritdoc/>
    public override void Dispose() => _values.Dispose();
}

/// <summary>Places in the values of an enum.</summary>
internal sealed class DraftEnums(Property property) : DraftColumn(property)
{
    private readonly NativeList<byte> _values = new();

    public void Append(byte value) => _values.Add(value);

    internal override void AppendMissing() => _values.Add(EnumColumn.Missing);

    internal override bool IsMissing(int row) => _values[row] == EnumColumn.Missing;

    internal override bool AreEqual(int row, int other) => _values[row] == _values[other];

    internal override int Compare(int row, int other) => _values[row].CompareTo(_values[other]);

    internal override void Write(int row, IBufferWriter<byte> text) => text.Write(Encoding.UTF8.GetBytes(Property.EnumValues[_values[row]]));

    internal override void AddTo(ref HashCode hash, int row) => hash.Add(_values[row]);

    internal override Column Freeze(RowGroups groups, SectionAllocator allocator)
    {
        var values = new NativeList<byte>();
        for (var group = 0; group < groups.Count; group++)
        {
            values.Add(FirstGiven(groups[group]));
        }

        return new EnumColumn(values.MoveTo(allocator));
    }

    private byte FirstGiven(ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
        {
            if (!IsMissing(row))
            {
                return _values[row];
            }
        }

        return EnumColumn.Missing;
    }

    public override void Dispose() => _values.Dispose();
}
