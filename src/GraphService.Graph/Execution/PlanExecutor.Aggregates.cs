using GraphService.Graph.Query;

namespace GraphService.Graph.Execution;

internal sealed partial class PlanExecutor<TSink>
{
    /// <summary>A field of what is counted over all rows of a connection, or of a group of them.</summary>
    private bool WriteAggregate(Output output, in Frame frame)
    {
        switch (output.Kind)
        {
            case OutputKind.Least:
            case OutputKind.Greatest:
                return WriteExtreme(frame.Window!.Tally.Of(((AggregateOutput)output).Measure).Groups(span: 1), output.Kind == OutputKind.Greatest);
            case OutputKind.Distinct:
                Sink.Int(frame.Window!.Tally.Of(((AggregateOutput)output).Measure).Distinct);
                return true;
            case OutputKind.Groups:
                return WriteGroups((GroupsOutput)output, frame);
            case OutputKind.GroupKey when output is GroupKeyOutput { Node: { } selection }:
                return WriteNode(selection, frame.Row.Node);
            case OutputKind.GroupKey:
                WriteGroupKey((GroupKeyOutput)output, frame.Group);
                return true;
            case OutputKind.GroupCount:
                WriteGroupCount(frame.Group);
                return true;
            default:
                throw new InvalidOperationException("An output of a kind that nothing writes.");
        }
    }

    private bool WriteGroups(GroupsOutput output, in Frame frame)
    {
        var groups = frame.Window!.Tally.Of(output.Measure).Groups(output.Span);
        var order = output.Measure is NodesMeasure nodes ? _graph.DefaultOrders[nodes.Adjacency.Far!.Index] : default;
        Sink.Raw("["u8);
        var depth = Depth++;
        for (var i = 0; i < groups.Count; i++)
        {
            Sink.Raw(i == 0 ? ""u8 : ","u8);
            Indices[depth] = i;
            _interruption.Check();
            var node = output.Measure is NodesMeasure ? order[groups[i].Key] : -1;
            if (!WriteObject(output.Fields, new Frame(node, -1) { Group = groups[i] }))
            {
                return false;
            }
        }

        Depth = depth;
        Sink.Raw("]"u8);
        return true;
    }
}
