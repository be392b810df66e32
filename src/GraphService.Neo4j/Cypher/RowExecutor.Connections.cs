using System.Buffers;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

internal sealed partial class RowExecutor<TSink>
{
    private ArrayBufferWriter<byte>? _folded;

    /// <summary>Why a connection is not answered: its arguments, or what code said that chooses its nodes.</summary>
    private QueryFault? Refused(ConnectionOutput output) =>
        _slots[output.Slot].Fault ?? (output.Source is ComputedSource ? _answers.FaultOf(output) : null);

    private bool WriteConnection(ConnectionOutput output, in Frame frame, ConnectionLayout layout)
    {
        var page = new RowPage(frame.Rows, frame.Row, layout, _slots[output.Slot]);
        return WriteObject(layout.Fields, new Frame(frame.Rows, frame.Row) { Page = page });
    }

    /// <summary>A field of a connection, of an edge or of the page information.</summary>
    private bool WriteConnectionPart(Output output, FieldLayout field, in Frame frame)
    {
        if (frame.Computed is { } computed)
        {
            return WriteComputedPart(output, field, computed, frame);
        }

        var page = frame.Page;
        switch (output.Kind)
        {
            case OutputKind.ConnectionNodes:
            case OutputKind.ConnectionEdges:
                return WritePage(field, frame);
            case OutputKind.PageInfo:
            case OutputKind.Aggregates:
                return WriteObject(field.Object!, frame);
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
                return page.Count > 0 && WriteCursor(page, frame.Rows, frame.Rows.List(page[0]));
            case OutputKind.EndCursor:
                return page.Count > 0 && WriteCursor(page, frame.Rows, frame.Rows.List(page[page.Count - 1]));
            case OutputKind.Cursor:
                return WriteCursor(page, frame.Rows, frame.Row);
            case OutputKind.SearchScore:
                Sink.Double(frame.Rows.Int(frame.Row[field.Column]));
                return true;
            case OutputKind.SearchMatched:
                return WriteMatched(page.Slot.Search!, frame.Rows, frame.Rows.List(frame.Row[field.Column]));
            default:
                return WriteAggregate(output, field, frame);
        }
    }

    /// <summary>The first of a node's names with its score, as it is spelled.</summary>
    /// <param name="terms">What was searched.</param>
    /// <param name="rows">The answer.</param>
    /// <param name="names">The score, the main name, the aliases.</param>
    private bool WriteMatched(SearchTerms terms, RowBuffer rows, CellList names)
    {
        _folded ??= new ArrayBufferWriter<byte>();
        for (var i = 1; i < names.Count; i++)
        {
            if (rows.Kind(names[i]) == CellKind.Text && terms.ScoreOf(rows.Text(names[i]), _folded) == rows.Int(names[0]))
            {
                return WriteText(rows, names[i]);
            }
        }

        return names.Count > 1 && WriteText(rows, names[1]);
    }

    /// <summary>The rows of a page: as nodes, as records or as edges.</summary>
    private bool WritePage(FieldLayout field, in Frame frame)
    {
        var page = frame.Page;
        Sink.Raw("["u8);
        var depth = Depth++;
        for (var i = 0; i < page.Count; i++)
        {
            Sink.Raw(i == 0 ? ""u8 : ","u8);
            Indices[depth] = i;
            var row = new Frame(frame.Rows, frame.Rows.List(page[i])) { Page = page };
            if (!(field.Node is { } node ? WriteNode(node, row) : WriteObject(field.Object!, row)))
            {
                return false;
            }
        }

        Depth = depth;
        Sink.Raw("]"u8);
        return true;
    }

    private bool WriteCursor(in RowPage page, RowBuffer rows, CellList row)
    {
        _cursor.Begin(page.Slot.CursorSeal);
        foreach (var key in page.Layout.Keys)
        {
            var cell = row[key.Column];
            if (rows.IsNull(cell))
            {
                _cursor.AddMissing();
            }
            else if (key.Stored is null && key.Names is null)
            {
                AddValue(rows, cell, key.IsNumber);
            }
            else
            {
                var place = rows.Kind(cell) == CellKind.Int ? (int)rows.Int(cell) : PlaceOf(key.Stored!, rows.Text(cell));
                AddPlace(key, place);
            }
        }

        Sink.Text(_cursor.End(), isClean: true);
        return true;
    }

    private void AddValue(RowBuffer rows, int cell, bool isNumber)
    {
        if (isNumber)
        {
            _cursor.Add(rows.Int(cell));
        }
        else
        {
            _cursor.Add(rows.Text(cell));
        }
    }

    private void AddPlace(KeyLayout key, int place)
    {
        if (place < 0)
        {
            _cursor.AddMissing();
        }
        else if (key.Names is { } names)
        {
            _cursor.Add(names[place].AsSpan());
        }
        else
        {
            _cursor.Add(place);
        }
    }
}
