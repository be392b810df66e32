using GraphService.Graph.Execution;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

internal sealed partial class RowExecutor<TSink>
{
    /// <summary>A field of what is counted over all rows of a connection, or of a group of them.</summary>
    private bool WriteAggregate(Output output, FieldLayout field, in Frame frame)
    {
        switch (output.Kind)
        {
            case OutputKind.Least:
            case OutputKind.Greatest:
                return WriteExtreme(Groups(field, field.Column, frame, span: 1), output.Kind == OutputKind.Greatest);
            case OutputKind.Distinct:
                Sink.Int(Math.Min(frame.Rows.Int(frame.Row[field.Column]), int.MaxValue));
                return true;
            case OutputKind.Groups:
                return WriteGroups((GroupsOutput)output, field, frame);
            case OutputKind.GroupKey when field.Node is { } node:
                return WriteNode(node, frame);
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

    private bool WriteGroups(GroupsOutput output, FieldLayout field, in Frame frame)
    {
        var nodes = field.CountsColumn < 0 ? default : frame.Rows.List(frame.Row[field.Column]);
        var groups = Groups(field, field.CountsColumn < 0 ? field.Column : field.CountsColumn, frame, output.Span);
        Sink.Raw("["u8);
        var depth = Depth++;
        for (var i = 0; i < (field.Object is null ? groups.Count : Math.Min(groups.Count, nodes.Count)); i++)
        {
            Sink.Raw(i == 0 ? ""u8 : ","u8);
            Indices[depth] = i;
            var written = field.Object is { } node
                ? WriteObject(node, new Frame(frame.Rows, frame.Rows.List(nodes[i])) { Group = groups[i] })
                : WritePlain(output.Fields, new Frame(RowAnswers.NoRows, default) { Group = groups[i] });
            if (!written)
            {
                return false;
            }
        }

        Depth = depth;
        Sink.Raw("]"u8);
        return true;
    }

    /// <summary>Groups of rows in order, from pairs of a number of rows and a key, or from the keys of the rows.</summary>
    private static List<Group> Groups(FieldLayout field, int column, in Frame frame, int span)
    {
        var rows = frame.Rows;
        var found = rows.List(frame.Row[column]);
        var groups = new List<Group>(Math.Min(found.Count, 64));
        for (var i = 0; i < found.Count; i++)
        {
            var isPair = rows.Kind(found[i]) == CellKind.List;
            var key = isPair ? rows.List(found[i])[1] : found[i];
            var place = rows.Kind(key) switch
            {
                CellKind.Int => (int)rows.Int(key),
                CellKind.Text => PlaceOf(field.Stored!, rows.Text(key)),
                _ => -1,
            };
            if (place >= 0 || rows.Kind(key) == CellKind.Int)
            {
                groups.Add(new Group(place, isPair ? rows.Int(rows.List(found[i])[0]) : 1));
            }
        }

        Group.Arrange(groups, span);
        return groups;
    }
}
