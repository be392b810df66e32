using System.Buffers;
using System.Buffers.Text;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

internal sealed partial class RowExecutor<TSink>
{
    private ArrayBufferWriter<byte>? _value;

    private bool WriteProperties(PropertiesOutput output, FieldLayout field, in Frame frame)
    {
        var (rows, layout) = (frame.Rows, field.Properties!);
        var type = layout.TypeColumn < 0 ? layout.Type
            : rows.Kind(frame.Row[layout.TypeColumn]) == CellKind.Text ? PlaceOf(field.Stored!, rows.Text(frame.Row[layout.TypeColumn]))
            : -1;
        if (type < 0)
        {
            return false;
        }

        Sink.Raw("["u8);
        var depth = Depth++;
        var index = 0;
        foreach (var property in output.ByType[type])
        {
            var cell = frame.Row[layout.Columns[property.Property.Name]];
            if (rows.IsNull(cell) || (rows.Kind(cell) == CellKind.List && rows.List(cell).Count == 0))
            {
                continue;
            }

            Sink.Raw(index == 0 ? ""u8 : ","u8);
            Indices[depth] = index++;
            if (!WriteObject(field.Object!, new Frame(rows, frame.Row) { Property = property, PropertyCell = cell }))
            {
                return false;
            }
        }

        Depth = depth;
        Sink.Raw("]"u8);
        return true;
    }

    /// <summary>A value as text: numbers by their digits, items of lists joined by "; ".</summary>
    private bool WritePropertyValue(RowBuffer rows, int cell)
    {
        if (rows.Kind(cell) == CellKind.Text)
        {
            return WriteText(rows, cell);
        }

        _value ??= new ArrayBufferWriter<byte>();
        _value.ResetWrittenCount();
        if (rows.Kind(cell) == CellKind.List)
        {
            var items = rows.List(cell);
            for (var i = 0; i < items.Count; i++)
            {
                _value.Write(i == 0 ? ""u8 : "; "u8);
                AppendItem(rows, items[i], _value);
            }
        }
        else
        {
            AppendItem(rows, cell, _value);
        }

        Sink.Text(_value.WrittenSpan, isClean: false);
        return true;
    }

    private static void AppendItem(RowBuffer rows, int cell, ArrayBufferWriter<byte> value)
    {
        if (rows.Kind(cell) != CellKind.Int)
        {
            value.Write(rows.Text(cell));
            return;
        }

        const int longest = 20;
        Utf8Formatter.TryFormat(rows.Int(cell), value.GetSpan(longest), out var written);
        value.Advance(written);
    }
}
