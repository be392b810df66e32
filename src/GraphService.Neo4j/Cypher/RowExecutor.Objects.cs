using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

internal sealed partial class RowExecutor<TSink>
{
    private bool WriteNode(NodeLayout layout, in Frame frame) => layout.FieldsOf(frame.Rows, frame.Row) is { } fields && WriteObject(fields, frame);

    private bool WriteObject(ObjectLayout layout, in Frame frame)
    {
        var isFirst = true;
        for (var i = 0; i < layout.Outputs.Length; i++)
        {
            if (layout.Fields[i] is not { } field)
            {
                continue;
            }

            var output = layout.Outputs[i];
            Sink.Raw(isFirst ? output.FirstKey : output.Key);
            isFirst = false;
            var at = Sink.Position;
            if (!WriteValue(output, field, frame) && !Written(false, output, at))
            {
                return false;
            }
        }

        CloseObject(isFirst);
        return true;
    }

    private bool WriteValue(Output output, FieldLayout field, in Frame frame)
    {
        switch (output.Kind)
        {
            case OutputKind.Text:
            case OutputKind.Id:
                return WriteText(frame.Rows, frame.Row[field.Column]);
            case OutputKind.Int:
                return WriteInt(frame.Rows, frame.Row[field.Column]);
            case OutputKind.Constant:
                Sink.Raw(((ConstantOutput)output).Json);
                return true;
            case OutputKind.Enum:
            case OutputKind.KindName:
            case OutputKind.TypeName:
                return WritePlace((ValueOutput)output, field, frame);
            case OutputKind.TextList:
            case OutputKind.IntList:
                return WriteItems(frame.Rows, frame.Rows.List(frame.Row[field.Column]));
            case OutputKind.DistinctTypeNames:
                return WriteDistinctTypes((DistinctTypeNamesOutput)output, field, frame);
            case OutputKind.Node:
                return WriteNodeOf(field, frame);
            case OutputKind.Nodes:
            case OutputKind.Records:
            case OutputKind.Evidence:
                return WriteRows(field, frame);
            case OutputKind.EvidenceSource:
                return WriteNode(field.Node!, frame);
            case OutputKind.EvidenceLocator:
                return WriteLocator(frame.Rows, frame.Row[field.Column]);
            case OutputKind.Properties:
                return WriteProperties((PropertiesOutput)output, field, frame);
            case OutputKind.PropertyName:
                Sink.Raw(frame.Property!.Json);
                return true;
            case OutputKind.PropertyValue:
                return WritePropertyValue(frame.Rows, frame.PropertyCell);
            case OutputKind.RowRecord:
                return WriteObject(field.Object!, frame);
            case OutputKind.Connection:
                var connection = (ConnectionOutput)output;
                return Refused(connection) is { } fault ? Faulted(output, fault) : WriteConnection(connection, frame, field.Connection!);
            case OutputKind.Computed:
                return WriteComputed((ComputedOutput)output, _answers.Number(frame.Rows, frame.Row[field.Column]));
            case OutputKind.Member:
                return WriteComputedValue(((MemberOutput)output).Shape, frame.Members![((MemberOutput)output).Member]);
            default:
                return WriteConnectionPart(output, field, frame);
        }
    }

    private bool WriteText(RowBuffer rows, int cell)
    {
        if (rows.Kind(cell) != CellKind.Text)
        {
            return false;
        }

        Sink.Text(rows.Text(cell), isClean: false);
        return true;
    }

    /// <summary>A stored list has no nulls: an empty text stands for a missing place.</summary>
    private bool WriteLocator(RowBuffer rows, int cell) => rows.Kind(cell) == CellKind.Text && !rows.Text(cell).IsEmpty && WriteText(rows, cell);

    private bool WriteInt(RowBuffer rows, int cell)
    {
        if (rows.Kind(cell) != CellKind.Int)
        {
            return false;
        }

        Sink.Int(rows.Int(cell));
        return true;
    }

    private bool WritePlace(ValueOutput output, FieldLayout field, in Frame frame)
    {
        var place = PlaceOf(frame.Rows, field, frame.Row);
        if (place < 0)
        {
            return false;
        }

        Sink.Raw(output.Names[place]);
        return true;
    }

    /// <summary>The place of an enum value, kind or relationship type; -1 when it is missing.</summary>
    private static int PlaceOf(RowBuffer rows, FieldLayout field, CellList row)
    {
        if (field.Column < 0)
        {
            return field.Place;
        }

        var cell = row[field.Column];
        return rows.Kind(cell) switch
        {
            CellKind.Int => (int)rows.Int(cell),
            CellKind.Text => PlaceOf(field.Stored!, rows.Text(cell)),
            _ => -1,
        };
    }

    private static int PlaceOf(byte[][] stored, ReadOnlySpan<byte> text)
    {
        for (var place = 0; place < stored.Length; place++)
        {
            if (text.SequenceEqual(stored[place]))
            {
                return place;
            }
        }

        return -1;
    }

    private bool WriteItems(RowBuffer rows, CellList items)
    {
        Sink.Raw("["u8);
        var first = true;
        for (var i = 0; i < items.Count; i++)
        {
            Separate(ref first);
            _ = rows.Kind(items[i]) == CellKind.Int ? WriteInt(rows, items[i]) : WriteText(rows, items[i]);
        }

        Sink.Raw("]"u8);
        return true;
    }

    private bool WriteDistinctTypes(DistinctTypeNamesOutput output, FieldLayout field, in Frame frame)
    {
        ulong types = 0;
        var found = frame.Rows.List(frame.Row[field.Column]);
        for (var i = 0; i < found.Count; i++)
        {
            types |= PlaceOf(field.Stored!, frame.Rows.Text(found[i])) is >= 0 and var place ? 1UL << place : 0;
        }

        Sink.Raw("["u8);
        var first = true;
        for (; types != 0; types &= types - 1)
        {
            Separate(ref first);
            Sink.Raw(output.Names[System.Numerics.BitOperations.TrailingZeroCount(types)]);
        }

        Sink.Raw("]"u8);
        return true;
    }

    private bool WriteNodeOf(FieldLayout field, in Frame frame)
    {
        if (field.Column < 0)
        {
            return WriteNode(field.Node!, frame);
        }

        var found = frame.Rows.List(frame.Row[field.Column]);
        return found.Count > 0 && WriteNode(field.Node!, new Frame(frame.Rows, frame.Rows.List(found[0])));
    }

    /// <summary>Nodes, records or pieces of evidence: whatever is in the field's rows.</summary>
    private bool WriteRows(FieldLayout field, in Frame frame)
    {
        Sink.Raw("["u8);
        var depth = Depth++;
        var found = frame.Rows.List(frame.Row[field.Column]);
        for (var i = 0; i < found.Count; i++)
        {
            Sink.Raw(i == 0 ? ""u8 : ","u8);
            Indices[depth] = i;
            var row = new Frame(frame.Rows, frame.Rows.List(found[i]));
            if (!(field.Node is { } node ? WriteNode(node, row) : WriteObject(field.Object!, row)))
            {
                return false;
            }
        }

        Depth = depth;
        Sink.Raw("]"u8);
        return true;
    }
}
