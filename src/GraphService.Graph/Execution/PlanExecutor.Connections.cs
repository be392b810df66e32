using GraphService.Graph.Query;
using GraphService.Graph.Store;

namespace GraphService.Graph.Execution;

internal sealed partial class PlanExecutor<TSink>
{
    private bool WriteConnection(ConnectionOutput output, int node)
    {
        var slot = _slots[output.Slot];
        if (slot.Fault is not null)
        {
            return Faulted(output, slot.Fault);
        }

        var window = _state.RentWindow();
        try
        {
            window.Tally.Begin(output.Fields, _conditions);
            Fill(output, slot, node, window);
            return WriteObject(output.Fields, new Frame(node, -1) { Window = window });
        }
        catch (QueryFaultException refused)
        {
            return Faulted(output, refused.Fault);
        }
        finally
        {
            _state.Return(window);
        }
    }

    private void Fill(ConnectionOutput output, BoundSlot slot, int node, Window window)
    {
        switch (output.Source)
        {
            case AdjacencySource source when Pager.IsSlice(slot):
                var list = _graph.Adjacencies[source.Adjacency.Index];
                var steps = new RowSource(list.Of(node));
                window.Use(list, node);
                window.Slot = slot;
                window.TotalCount = steps.Count;
                var pager = new Pager(_graph, steps, ulong.MaxValue, slot, window, _state, ref _interruption);
                pager.Cut(steps, slot.Page!, copy: false);
                pager.TallyAll(steps);
                break;
            case AdjacencySource source:
                Page(new RowSource(_graph.Adjacencies[source.Adjacency.Index].Of(node)), ulong.MaxValue, output, slot, window);
                break;
            case TableSource source:
                Page(RootCandidates.Find(_graph, source.Table, slot.Filter), source.Kinds, output, slot, window);
                break;
            case SearchSource:
                FillSearch(slot, window);
                break;
            case ComputedSource source:
                Page(new RowSource(Nodes((int[])source.Field.Compute(_context, Number(node), slot, output.NeedsCount)!)), ulong.MaxValue, output, slot, window);
                break;
        }
    }

    private void Page(RowSource rows, ulong kinds, ConnectionOutput output, BoundSlot slot, Window window) =>
        new Pager(_graph, rows, kinds, slot, window, _state, ref _interruption).Fill(output.NeedsCount, output.NeedsNext, output.NeedsPrevious);

    /// <summary>A field of a connection, of an edge or of the page information.</summary>
    private bool WriteConnectionPart(Output output, in Frame frame)
    {
        if (output.Kind == OutputKind.Connection)
        {
            return WriteConnection((ConnectionOutput)output, frame.Row.Node);
        }

        var window = frame.Window!;
        switch (output.Kind)
        {
            case OutputKind.ConnectionNodes:
                return window.Computed is { } page ? WriteComputedRows((ConnectionNodesOutput)output, page) : WriteNodes((ConnectionNodesOutput)output, window);
            case OutputKind.ConnectionEdges:
                return WriteEdges((ObjectOutput)output, window);
            case OutputKind.PageInfo:
            case OutputKind.Aggregates:
                return WriteObject(((ObjectOutput)output).Fields, frame);
            case OutputKind.TotalCount:
                Sink.Int(Math.Min(window.TotalCount, int.MaxValue));
                return true;
            case OutputKind.HasNextPage:
                Sink.Bool(window.HasNext);
                return true;
            case OutputKind.HasPreviousPage:
                Sink.Bool(window.HasPrevious);
                return true;
            case OutputKind.StartCursor:
                return WriteCursorAt(window, 0);
            case OutputKind.EndCursor:
                return WriteCursorAt(window, (window.Computed?.Rows.Count ?? window.Count) - 1);
            case OutputKind.Cursor when window.Computed is not null || window.Hits is not null:
                return WriteCursorAt(window, frame.PageRow);
            case OutputKind.Cursor:
                return WriteCursor(window, frame.Row);
            case OutputKind.SearchScore:
                Sink.Double(window.Hits![frame.PageRow].Score);
                return true;
            case OutputKind.SearchMatched:
                return WriteMatched(window.Slot.Search!, window.Hits![frame.PageRow]);
            default:
                return WriteAggregate(output, frame);
        }
    }

    private bool WriteNodes(ConnectionNodesOutput output, Window window)
    {
        Sink.Raw("["u8);
        var depth = Depth++;
        var index = 0;
        foreach (var step in window.Steps)
        {
            if (index > 0)
            {
                Sink.Raw(","u8);
            }

            Indices[depth] = index++;
            _interruption.Check();
            if (!(output.Node is { } selection ? WriteNode(selection, step.Node) : WriteObject(output.Record!, new Frame(step.Node, step.Relationship))))
            {
                return false;
            }
        }

        Depth = depth;
        Sink.Raw("]"u8);
        return true;
    }

    private bool WriteEdges(ObjectOutput output, Window window)
    {
        Sink.Raw("["u8);
        var depth = Depth++;
        var count = window.Computed?.Rows.Count ?? window.Count;
        for (var i = 0; i < count; i++)
        {
            Sink.Raw(i == 0 ? ""u8 : ","u8);
            Indices[depth] = i;
            _interruption.Check();
            var step = window.Computed is null ? window.Steps[i] : new Step(-1, -1);
            var frame = new Frame(step.Node, step.Relationship) { Window = window, PageRow = i, Members = window.Computed?.Rows[i] };
            if (!WriteObject(output.Fields, frame))
            {
                return false;
            }
        }

        Depth = depth;
        Sink.Raw("]"u8);
        return true;
    }

    private bool WriteCursorAt(Window window, int row)
    {
        if (window.Computed is { } page)
        {
            if (row < 0 || row >= page.Cursors.Count)
            {
                return false;
            }

            Sink.Text(System.Text.Encoding.ASCII.GetBytes(page.Cursors[row]), isClean: true);
            return true;
        }

        return row >= 0 && row < window.Count && (window.Hits is { } hits ? WriteSearchCursor(window.Slot, hits[row]) : WriteCursor(window, window.Steps[row]));
    }

    private bool WriteCursor(Window window, Step row)
    {
        _state.Cursor.Begin(window.Slot.CursorSeal);
        CursorKeys.Write(_graph, window.Slot.Order, row, _state.Cursor);
        Sink.Text(_state.Cursor.End(), isClean: true);
        return true;
    }
}
