using GraphService.Graph.Model;
using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>A stored property of the nodes of a table or the relationships of a type: its name in the database, and its value by local number.</summary>
internal abstract class StoredValue(string name)
{
    public string Name { get; } = name;

    public abstract void Write(int row, IValueSink sink);

    /// <summary>All that is stored of nodes of a table, the id and the evidence apart.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="table">The table.</param>
    /// <param name="labels">The labels of the nodes; properties of others are left out.</param>
    public static IReadOnlyList<StoredValue> OfNodes(GraphSnapshot graph, NodeTable table, IReadOnlyList<string> labels)
    {
        var columns = graph.NodeColumns[table.Index];
        var properties = table.Properties.Where(p => p.OnlyOn is not { } only || only.Any(labels.Contains)).ToList();
        var values = properties.Select(p => (StoredValue)new PlainValue(graph, p, columns[p.Index])).ToList();
        if (table.IsHidden)
        {
            return values;
        }

        // First, as it is read most often: the properties of a node are a chain.
        values.Insert(0, new RankValue(graph, table));
        if (table.Name is { } name)
        {
            values.Add(new NamesValue(graph, columns[name.Index], table.Aliases is { } aliases ? columns[aliases.Index] : null));
        }

        values.AddRange(properties.Where(p => p.IsFolded && p != table.Name && p != table.Aliases).Select(p => new FoldedValue(graph, p, columns[p.Index])));
        if (table.DefaultOrder is [{ Type: PropertyType.Int } first, ..])
        {
            values.Add(new OrderedValue(first, (IntColumn)columns[first.Index]));
        }

        return values;
    }

    /// <summary>All that is stored of relationships of a type, the ends and the evidence apart.</summary>
    public static IReadOnlyList<StoredValue> OfRelationships(GraphSnapshot graph, RelationshipType type)
    {
        var columns = graph.RelationshipColumns[type.Index];
        return
        [
            .. type.Properties.Select(p => new PlainValue(graph, p, columns[p.Index])),
            .. type.Properties.Where(p => p.IsFolded).Select(p => new FoldedValue(graph, p, columns[p.Index])),
        ];
    }
}
