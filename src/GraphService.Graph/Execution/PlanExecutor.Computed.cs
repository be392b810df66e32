using System.Text;
using GraphService.Graph.Algorithms;
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
            return WriteComputedValue(output.Shape, output.Computation.Compute(_context, Number(node), slot, output.Shape.NeedsCount));
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
                return WriteNode(shape.Node!, Node(node.Number));
            case RelationshipRef relationship:
                var end = Node(relationship.End);
                var found = _graph.FindRelationship(Node(relationship.Start), relationship.Type, end);
                return found >= 0 && WriteObject(shape.Record!, new Frame(end, found));
            case object?[] members:
                return WriteObject(shape.Fields!, new Frame(-1, -1) { Members = members });
            case ComputedPage page:
                return WriteComputedPage(shape, page);
            case List<object?> items:
                return WriteComputedItems(shape, items);
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

    private bool WriteComputedItems(ComputedShape shape, List<object?> items)
    {
        Sink.Raw("["u8);
        var depth = Depth++;
        for (var i = 0; i < items.Count; i++)
        {
            Sink.Raw(i == 0 ? ""u8 : ","u8);
            Indices[depth] = i;
            if (!WriteComputedValue(shape, items[i]))
            {
                return false;
            }
        }

        Depth = depth;
        Sink.Raw("]"u8);
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
        Sink.Raw("["u8);
        var depth = Depth++;
        for (var i = 0; i < page.Rows.Count; i++)
        {
            Sink.Raw(i == 0 ? ""u8 : ","u8);
            Indices[depth] = i;
            if (!WriteComputedValue(output.Computed!, page.Rows[i][0]))
            {
                return false;
            }
        }

        Depth = depth;
        Sink.Raw("]"u8);
        return true;
    }

    /// <summary>The snapshot's node of a number of the topology.</summary>
    private int Node(int number) => ((SnapshotNodes)_context.Nodes).Node(number);

    private int[] Nodes(int[] numbers) => Array.ConvertAll(numbers, Node);

    /// <summary>The topology's number of a node; -1 at the root.</summary>
    private int Number(int node) => node < 0 ? -1 : ((SnapshotNodes)_context.Nodes).Number(node);
}
