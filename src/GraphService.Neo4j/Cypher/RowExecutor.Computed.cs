using System.Text;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

internal sealed partial class RowExecutor<TSink>
{
    private bool WriteComputed(ComputedOutput output, int parent)
    {
        var slot = _slots[output.Slot];
        if (slot.Fault is not null)
        {
            return Faulted(output, slot.Fault);
        }

        var answer = _answers.Computed(output, parent);
        return answer.Fault is { } fault ? Faulted(output, fault) : WriteComputedValue(output.Shape, answer.Value);
    }

    private bool WriteComputedValue(ComputedShape shape, object? value)
    {
        switch (value)
        {
            case null:
                return false;
            case NodeRef node:
                return _answers.TryNode(shape.Node!, node, out var rows, out var row, out var layout) && WriteNode(layout, new Frame(rows, row));
            case RelationshipRef relationship:
                return _answers.TryRecord(shape.Record!, relationship, out var records, out var record, out var fields) && WriteObject(fields, new Frame(records, record));
            case object?[] members:
                return WritePlain(shape.Fields!, new Frame(RowAnswers.NoRows, default) { Members = members });
            case ComputedPage page:
                return WritePlain(shape.Fields!, new Frame(RowAnswers.NoRows, default) { Computed = page });
            case List<object?> items:
                return WriteComputedItems(shape, items.Count, i => items[i]);
            case long number64:
                Sink.Int(number64);
                return true;
            case double real:
                Sink.Double(real);
                return true;
            case bool flag:
                Sink.Bool(flag);
                return true;
            default:
                Sink.Text(Encoding.UTF8.GetBytes((string)value), isClean: false);
                return true;
        }
    }

    /// <summary>An object of computed members: nothing of it is in a row.</summary>
    private bool WritePlain(Output[] outputs, in Frame frame)
    {
        var isFirst = true;
        foreach (var output in outputs)
        {
            if (output.Condition >= 0 && !_answers.Conditions[output.Condition])
            {
                continue;
            }

            Sink.Raw(isFirst ? output.FirstKey : output.Key);
            isFirst = false;
            var at = Sink.Position;
            if (!WriteValue(output, FieldLayout.None, frame) && !Written(false, output, at))
            {
                return false;
            }
        }

        CloseObject(isFirst);
        return true;
    }

    private bool WriteComputedItems(ComputedShape shape, int count, Func<int, object?> item)
    {
        Sink.Raw("["u8);
        var depth = Depth++;
        for (var i = 0; i < count; i++)
        {
            Sink.Raw(i == 0 ? ""u8 : ","u8);
            Indices[depth] = i;
            if (!WriteComputedValue(shape, item(i)))
            {
                return false;
            }
        }

        Depth = depth;
        Sink.Raw("]"u8);
        return true;
    }

    /// <summary>A field of a computed connection, of an edge of it or of its page information.</summary>
    private bool WriteComputedPart(Output output, FieldLayout field, ComputedPage page, in Frame frame)
    {
        switch (output.Kind)
        {
            case OutputKind.ConnectionNodes:
                return WriteComputedItems(((ConnectionNodesOutput)output).Computed!, page.Rows.Count, i => page.Rows[i][0]);
            case OutputKind.ConnectionEdges:
                return WriteComputedEdges((ObjectOutput)output, page);
            case OutputKind.PageInfo:
                return WritePlain(((ObjectOutput)output).Fields, frame);
            case OutputKind.TotalCount:
                Sink.Int(Math.Min(page.TotalCount, int.MaxValue));
                return true;
            case OutputKind.HasNextPage:
                Sink.Bool(page.HasNext);
                return true;
            case OutputKind.HasPreviousPage:
                Sink.Bool(page.HasPrevious);
                return true;
            case OutputKind.StartCursor:
                return WriteComputedCursor(page, 0);
            case OutputKind.EndCursor:
                return WriteComputedCursor(page, page.Cursors.Count - 1);
            case OutputKind.Cursor:
                return WriteComputedCursor(page, frame.ComputedRow);
            default:
                throw new InvalidOperationException("An output of a kind that nothing writes.");
        }
    }

    private bool WriteComputedEdges(ObjectOutput output, ComputedPage page)
    {
        Sink.Raw("["u8);
        var depth = Depth++;
        for (var i = 0; i < page.Rows.Count; i++)
        {
            Sink.Raw(i == 0 ? ""u8 : ","u8);
            Indices[depth] = i;
            if (!WritePlain(output.Fields, new Frame(RowAnswers.NoRows, default) { Computed = page, ComputedRow = i, Members = page.Rows[i] }))
            {
                return false;
            }
        }

        Depth = depth;
        Sink.Raw("]"u8);
        return true;
    }

    private bool WriteComputedCursor(ComputedPage page, int row)
    {
        if (row < 0 || row >= page.Cursors.Count)
        {
            return false;
        }

        Sink.Text(Encoding.ASCII.GetBytes(page.Cursors[row]), isClean: true);
        return true;
    }
}
