using System.Buffers;
using System.Buffers.Text;
using System.Text;
using GraphService.Graph.Model;

namespace GraphService.Graph.Store;

/// <summary>A value as text: texts and dates as they are, numbers by their digits, enums by their names, lists joined by "; ". Uses pooled memory.</summary>
internal ref struct WrittenText
{
    private byte[] _buffer = [];
    private int _length;

    public WrittenText()
    {
    }

    public readonly ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

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
            Append("; "u8);
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
