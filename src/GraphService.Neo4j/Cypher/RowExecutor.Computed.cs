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

    protected override bool WriteComputedNode(NodeSelection selection, NodeRef node) =>
        _answers.TryNode(selection, node, out var rows, out var row, out var layout) && WriteNode(layout, new Frame(rows, row));

    protected override bool WriteComputedRecord(Output[] record, RelationshipRef relationship) =>
        _answers.TryRecord(record, relationship, out var rows, out var row, out var layout) && WriteObject(layout, new Frame(rows, row));

    protected override bool WriteComputedObject(Output[] fields, object?[] members) => WritePlain(fields, new Frame(RowAnswers.NoRows, default) { Members = members });

    protected override bool WriteComputedPage(Output[] fields, ComputedPage page) => WritePlain(fields, new Frame(RowAnswers.NoRows, default) { Computed = page });

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

    /// <summary>A field of a computed connection, of an edge of it or of its page information.</summary>
    private bool WriteComputedPart(Output output, FieldLayout field, ComputedPage page, in Frame frame)
    {
        switch (output.Kind)
        {
            case OutputKind.ConnectionNodes:
                return WriteComputedRows((ConnectionNodesOutput)output, page);
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
