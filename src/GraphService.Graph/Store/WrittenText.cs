using System.Buffers;
using System.Buffers.Text;
using System.Text;
using GraphService.Graph.Model;

namespace GraphService.Graph.Store;

/// <summary>A value as text: texts and dates as they are, numbers by their digits, enums by their names, items of lists with something between them, "; " unless it is given. Uses pooled memory.</summary>
internal ref struct WrittenText
{
    private readonly ReadOnlySpan<byte> _between;
    private byte[] _buffer = [];
    private int _length;

    public WrittenText()
        : this("; "u8)
    {
    }

    public WrittenText(ReadOnlySpan<byte> between) => _between = between;

    public readonly ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>Appends the value of a row to a text; nothing when there is none.</summary>
    public static void Append(GraphSnapshot graph, Property property, Column values, int row, ReadOnlySpan<byte> between, ArrayBufferWriter<byte> text)
    {
        using var written = new WrittenText(between);
        if (written.TryWrite(graph, values, property, row))
        {
            text.Write(written.Written);
        }
    }

    /// <summary>Writes the value of a row; false when there is none.</summary>
    public bool TryWrite(GraphSnapshot graph, Column? values, Property property, int row)
    {
        switch (values)
        {
            case TextColumn column when !column.Values[row].IsNull:
                Append(graph.Text(column.Values[row]));
                return true;
            case IntColumn column when column.Values[row] != IntColumn.Missing:
                Append(column.Values[row]);
                return true;
            case EnumColumn column when column.Values[row] != EnumColumn.Missing:
                var name = property.EnumValues[column.Values[row]];
                _length += Encoding.UTF8.GetBytes(name, Room(Encoding.UTF8.GetMaxByteCount(name.Length)));
                return true;
            case TextListColumn column:
                foreach (var item in column.ItemsOf(row))
                {
                    Separate();
                    Append(graph.Text(item));
                }

                return _length > 0;
            case IntListColumn column:
                foreach (var item in column.ItemsOf(row))
                {
                    Separate();
                    Append(item);
                }

                return _length > 0;
            default:
                return false;
        }
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    private void Separate()
    {
        if (_length > 0)
        {
            Append(_between);
        }
    }

    private void Append(int value)
    {
        Utf8Formatter.TryFormat(value, Room(11), out var written);
        _length += written;
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        _length += text.Length;
    }

    private Span<byte> Room(int length)
    {
        if (_buffer.Length - _length < length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(64, 2 * (_length + length)));
            Written.CopyTo(larger);
            Dispose();
            _buffer = larger;
        }

        return _buffer.AsSpan(_length);
    }
}
