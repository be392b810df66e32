using System.Runtime.CompilerServices;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.Graph.Store;

namespace GraphService.Graph.Execution;

/// <summary>Reads values of a row from the columns.</summary>
internal static class Values
{
    /// <summary>The node that a subject means in a row; -1 when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Node(GraphSnapshot graph, Subject subject, Step row) => subject switch
    {
        Subject.Node => row.Node,
        Subject.Start => graph.Starts[row.Relationship],
        Subject.End => graph.Ends[row.Relationship],
        _ => Referenced(graph, row.Relationship),
    };

    private static int Referenced(GraphSnapshot graph, int relationship)
    {
        var references = graph.References[graph.RelationshipTypes[relationship]];
        return references is { } section ? section[graph.LocalRelationship(relationship)] : -1;
    }

    /// <summary>The column of a property for a row, and the row's place in it; null when the subject has no such property.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Column? Find(GraphSnapshot graph, ValueRef value, Step row, out int place)
    {
        var property = value.Property!;
        Column[] columns;
        if (value.Subject == Subject.Relationship)
        {
            var type = graph.RelationshipTypes[row.Relationship];
            place = row.Relationship - graph.FirstRelationships[type];
            columns = graph.RelationshipColumns[type];
        }
        else
        {
            var node = Node(graph, value.Subject, row);
            if (node < 0)
            {
                place = 0;
                return null;
            }

            var table = graph.TableOf[node];
            place = node - graph.Tables[table].First;
            columns = graph.NodeColumns[table];
        }

        return property.Index < columns.Length ? columns[property.Index] : null;
    }

    /// <summary>A text, date or id; <see cref="TextRef.Null"/> when missing.</summary>
    public static TextRef Text(GraphSnapshot graph, ValueRef value, Step row)
    {
        if (value.Kind == ValueKind.Id)
        {
            var node = Node(graph, value.Subject, row);
            return node < 0 ? TextRef.Null : graph.Ids[node];
        }

        return Find(graph, value, row, out var place) is TextColumn column ? column.Values[place] : TextRef.Null;
    }

    public static int Int(GraphSnapshot graph, ValueRef value, Step row) =>
        Find(graph, value, row, out var place) is IntColumn column ? column.Values[place] : IntColumn.Missing;

    /// <summary>The place of an enum value, kind or relationship type; -1 when missing.</summary>
    public static int Place(GraphSnapshot graph, ValueRef value, Step row)
    {
        switch (value.Kind)
        {
            case ValueKind.Kind:
                var node = Node(graph, value.Subject, row);
                return node < 0 ? -1 : graph.Kinds[node];
            case ValueKind.Type or ValueKind.TypeName:
                return graph.RelationshipTypes[row.Relationship];
            default:
                var found = Find(graph, value, row, out var place) is EnumColumn column ? column.Values[place] : EnumColumn.Missing;
                return found == EnumColumn.Missing ? -1 : found;
        }
    }
}
