using System.Text;
using GraphService.Graph.Model;
using GraphService.Graph.Store;

namespace GraphService.Graph.Tests.Store;

/// <summary>Reads a snapshot as tests want to compare it: ids and values as strings.</summary>
internal sealed class SnapshotReader(GraphSnapshot graph)
{
    public string? TextOf(TextRef text) => text.IsNull ? null : Encoding.UTF8.GetString(graph.Text(text));

    public string Id(int node) => TextOf(graph.Ids[node])!;

    public int Node(string id) => graph.FindNode(Encoding.UTF8.GetBytes(id));

    /// <summary>A property's value: a string, an int, an array of them, or null.</summary>
    public object? Value(int node, string property)
    {
        var table = graph.Model.Tables[graph.TableOf[node]];
        var declared = table.Property(property)!;
        return Read(graph.NodeColumns[table.Index][declared.Index], declared, graph.LocalNode(node));
    }

    public object? Value(string id, string property) => Value(Node(id), property);

    public object? RelationshipValue(int relationship, string property)
    {
        var type = graph.Model.RelationshipTypes[graph.RelationshipTypes[relationship]];
        var declared = type.Property(property)!;
        return Read(graph.RelationshipColumns[type.Index][declared.Index], declared, graph.LocalRelationship(relationship));
    }

    /// <summary><c>start TYPE end {property: value, ...} [source@locator, ...]</c>.</summary>
    public string Relationship(int relationship)
    {
        var type = graph.Model.RelationshipTypes[graph.RelationshipTypes[relationship]];
        var values = type.Properties
            .Select(p => (p.Name, Value: RelationshipValue(relationship, p.Name)))
            .Where(p => p.Value is not null and not string[] { Length: 0 } and not int[] { Length: 0 })
            .Select(p => $"{p.Name}: {(p.Value is string[] items ? "[" + string.Join("|", items) + "]" : p.Value)}");
        return $"{Id(graph.Starts[relationship])} {type.Name} {Id(graph.Ends[relationship])} {{{string.Join(", ", values)}}} "
            + Evidence(graph.RelationshipEvidence, relationship);
    }

    public string[] Relationships() => [.. Enumerable.Range(0, graph.RelationshipCount).Select(Relationship)];

    public string Evidence(EvidenceColumn column, int row) =>
        "[" + string.Join(", ", column.Of(row).ToArray().Select(e => $"{Id(e.Source)}@{TextOf(e.Locator)}")) + "]";

    public string[] Steps(int adjacency, string near) =>
        [.. graph.Adjacencies[adjacency].Of(Node(near)).ToArray().Select(s => $"{Id(s.Node)} {Relationship(s.Relationship)}")];

    public string[] Far(int adjacency, string near) =>
        [.. graph.Adjacencies[adjacency].Of(Node(near)).ToArray().Select(s => Id(s.Node))];

    public string[] InDefaultOrder(int table) => [.. graph.DefaultOrders[table].Span.ToArray().Select(Id)];

    public string[] Named(int table, string folded) =>
        [.. graph.NameIndexes[table].Find(graph, Encoding.UTF8.GetBytes(folded)).ToArray().Select(e => Id(e.Node))];

    private object? Read(Column column, Property property, int row) => column switch
    {
        TextColumn texts => TextOf(texts.Values[row]),
        IntColumn ints => ints.Values[row] == IntColumn.Missing ? null : ints.Values[row],
        EnumColumn enums => enums.Values[row] == EnumColumn.Missing ? null : property.EnumValues[enums.Values[row]],
        TextListColumn lists => lists.ItemsOf(row).ToArray().Select(i => TextOf(i)!).ToArray(),
        IntListColumn lists => lists.ItemsOf(row).ToArray(),
        _ => throw new InvalidOperationException(),
    };
}
