using System.Text;
using GraphService.Graph.Query;

namespace GraphService.Graph.Execution;

internal sealed partial class PlanExecutor<TSink>
{
    private bool WriteComputed(ComputedOutput output, int node)
    {
        var slot = _slots[output.Slot];
        if (slot.Fault is not null)
        {
            return Faulted(output, slot.Fault);
        }

        try
        {
            return WriteComputedValue(output.Shape, output.Computation.Compute(_context, node, slot, output.Shape.NeedsCount));
        }
        catch (QueryFaultException refused)
        {
            return Faulted(output, refused.Fault);
        }
    }

    private bool WriteComputedValue(ComputedShape shape, object? value)
    {
        switch (value)
        {
            case null:
                return false;
            case NodeRef node:
                return WriteNode(shape.Node!, node.Node);
            case RelationshipRef relationship:
                var number = _graph.FindRelationship(relationship.Start, relationship.Type, relationship.End);
                return number >= 0 && WriteObject(shape.Record!, new Frame(relationship.End, number));
            case object?[] members:
                return WriteObject(shape.Fields!, new Frame(-1, -1) { Members = members });
            case ComputedPage page:
                return WriteComputedPage(shape, page);
            case List<object?> items:
                return WriteComputedItems(shape, items);
            case long number64:
                _sink.Int(number64);
                return true;
            case double real:
                _sink.Double(real);
                return true;
            case bool flag:
                _sink.Bool(flag);
                return true;
            default:
                _sink.Text(Encoding.UTF8.GetBytes((string)value), isClean: false);
                return true;
        }
    }

    private bool WriteComputedItems(ComputedShape shape, List<object?> items)
    {
        _sink.Raw("["u8);
        var depth = _state.Depth++;
        for (var i = 0; i < items.Count; i++)
        {
            _sink.Raw(i == 0 ? ""u8 : ","u8);
            _state.Indices[depth] = i;
            if (!WriteComputedValue(shape, items[i]))
            {
                return false;
            }
        }

        _state.Depth = depth;
        _sink.Raw("]"u8);
        return true;
    }

    private bool WriteComputedPage(ComputedShape shape, ComputedPage page)
    {
        var window = _state.RentWindow();
        window.Computed = page;
        window.HasNext = page.HasNext;
        window.HasPrevious = page.HasPrevious;
        window.TotalCount = page.TotalCount;
        var written = WriteObject(shape.Fields!, new Frame(-1, -1) { Window = window });
        _state.Return(window);
        return written;
    }

    /// <summary>The rows of a computed page as nodes: the first member of each.</summary>
    private bool WriteComputedRows(ComputedPage page, ConnectionNodesOutput output)
    {
        _sink.Raw("["u8);
        var depth = _state.Depth++;
        for (var i = 0; i < page.Rows.Count; i++)
        {
            _sink.Raw(i == 0 ? ""u8 : ","u8);
            _state.Indices[depth] = i;
            if (!WriteComputedValue(output.Computed!, page.Rows[i][0]))
            {
                return false;
            }
        }

        _state.Depth = depth;
        _sink.Raw("]"u8);
        return true;
    }
}
