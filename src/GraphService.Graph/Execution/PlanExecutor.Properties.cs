using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.Graph.Store;

namespace GraphService.Graph.Execution;

internal sealed partial class PlanExecutor<TSink>
{
    private bool WriteProperties(PropertiesOutput output, Step row)
    {
        Sink.Raw("["u8);
        var depth = Depth++;
        var index = 0;
        var type = _graph.RelationshipTypes[row.Relationship];
        var place = _graph.LocalRelationship(row.Relationship);
        foreach (var property in output.ByType[type])
        {
            if (!HasValue(_graph.RelationshipColumns[type][property.Property.Index], place))
            {
                continue;
            }

            Sink.Raw(index == 0 ? ""u8 : ","u8);
            Indices[depth] = index++;
            if (!WriteObject(output.Fields, new Frame(row.Node, row.Relationship) { Property = property }))
            {
                return false;
            }
        }

        Depth = depth;
        Sink.Raw("]"u8);
        return true;
    }

    private static bool HasValue(Column column, int place) => column switch
    {
        TextColumn texts => !texts.Values[place].IsNull,
        IntColumn numbers => numbers.Values[place] != IntColumn.Missing,
        EnumColumn places => places.Values[place] != EnumColumn.Missing,
        TextListColumn lists => !lists.ItemsOf(place).IsEmpty,
        IntListColumn lists => !lists.ItemsOf(place).IsEmpty,
        _ => false,
    };

    private bool WritePropertyValue(Property property, int relationship)
    {
        var place = _graph.LocalRelationship(relationship);
        var column = _graph.RelationshipColumns[_graph.RelationshipTypes[relationship]][property.Index];
        if (column is TextColumn texts)
        {
            return WriteText(texts.Values[place]);
        }

        using var written = new WrittenText();
        if (!written.TryWrite(_graph, column, property, place))
        {
            return false;
        }

        Sink.Text(written.Written, isClean: false);
        return true;
    }
}
