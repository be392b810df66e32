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

    protected override bool WriteComputedNode(NodeSelection selection, NodeRef node) => WriteNode(selection, Node(node.Number));

    protected override bool WriteComputedRecord(Output[] record, RelationshipRef relationship)
    {
        var end = Node(relationship.End);
        var found = _graph.FindRelationship(Node(relationship.Start), relationship.Type, end, relationship.Nth);
        return found >= 0 && WriteObject(record, new Frame(end, found));
    }

    protected override bool WriteComputedObject(Output[] fields, object?[] members) => WriteObject(fields, new Frame(-1, -1) { Members = members });

    protected override bool WriteComputedPage(Output[] fields, ComputedPage page)
    {
        var window = _state.RentWindow();
        window.Computed = page;
        window.HasNext = page.HasNext;
        window.HasPrevious = page.HasPrevious;
        window.TotalCount = page.TotalCount;
        var written = WriteObject(fields, new Frame(-1, -1) { Window = window });
        _state.Return(window);
        return written;
    }

    /// <summary>The snapshot's node of a number of the topology.</summary>
    private int Node(int number) => ((SnapshotNodes)_context.Nodes).Node(number);

    private int[] Nodes(int[] numbers) => Array.ConvertAll(numbers, Node);

    /// <summary>The topology's number of a node; -1 at the root.</summary>
    private int Number(int node) => node < 0 ? -1 : ((SnapshotNodes)_context.Nodes).Number(node);
}
