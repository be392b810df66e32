using GraphService.Graph.Model;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>Writes the expressions that read values of a row.</summary>
internal sealed class ValueCompiler(Compilation context)
{
    /// <summary>A property, an id, or a type as it is stored.</summary>
    public string Value(ValueRef value, RowVariables row) => value switch
    {
        { Kind: ValueKind.Type or ValueKind.TypeName } => $"type({row.Relationship})",
        { Subject: Subject.Relationship } => Property(row.Relationship, value.Property!.Name),
        { Subject: Subject.Referenced, Kind: ValueKind.Id } => ReferencedId(row) ?? "null",
        { Subject: Subject.Referenced, Kind: ValueKind.Kind } => Referenced(row, node => context.Kinds.Place(node.Name, node.Kinds)),
        { Subject: Subject.Referenced } => Referenced(row, node => Property(node.Name, value.Property!.Name)),
        { Kind: ValueKind.Id } => $"{row.Of(value.Subject).Name}.id",
        { Kind: ValueKind.Kind } => context.Kinds.Place(row.Of(value.Subject).Name, row.Of(value.Subject).Kinds),
        _ => Property(row.Of(value.Subject).Name, value.Property!.Name),
    };

    /// <summary>Which of its parallels a relationship is.</summary>
    public static string Nth(string relationship) => $"coalesce({relationship}.{StoredNames.Nth}, 0)";

    public static string Property(string variable, string name) => $"{variable}.{Identifier.Of(name)}";

    /// <summary>A property that tables have under names of their own; null for nodes of tables without it.</summary>
    public string PerTable(NodeVariable node, Func<NodeTable, Property?> property)
    {
        var tables = context.Model.Tables.Where(t => (context.Kinds.Of(t) & node.Kinds) != 0).ToList();
        var groups = tables.Where(t => property(t) is not null).GroupBy(t => property(t)!.Name).ToList();
        if (groups is [var one] && one.Count() == tables.Count)
        {
            return Property(node.Name, one.Key);
        }

        var cases = groups.Select(g => $"WHEN {node.Name}:{context.Kinds.Expression(g.Aggregate(0UL, (kinds, t) => kinds | context.Kinds.Of(t)) & node.Kinds, node.Kinds)} THEN {Property(node.Name, g.Key)} ");
        return groups.Count == 0 ? "null" : $"CASE {string.Concat(cases)}END";
    }

    /// <summary>The pattern that looks up the node that the relationship refers to; null when none of its types does.</summary>
    public string? ReferencedPattern(RowVariables row, out NodeVariable node)
    {
        var label = row.Types.SelectMany(t => t.Properties).FirstOrDefault(p => p.References is not null)?.References;
        node = new NodeVariable($"n{row.Depth + 1}", label is null ? context.Kinds.All : context.Kinds.Of([label]));
        return label is null ? null : $"({node.Name}:{Compilation.Slot} {{id: {ReferencedId(row)}}})";
    }

    // Data format: without a value, a start of that label stands for itself: a work's own honor is for that work.
    private string? ReferencedId(RowVariables row)
    {
        var referring = row.Types.Where(t => t.Properties.Any(p => p.References is not null)).ToList();
        if (referring.Count == 0)
        {
            return null;
        }

        var property = referring[0].Properties.First(p => p.References is not null);
        var start = row.Of(Subject.Start);
        var own = context.Kinds.Of([property.References!]) & start.Kinds;
        var id = $"{start.Name}.id";
        if (own != start.Kinds)
        {
            id = own == 0 ? null : $"CASE WHEN {start.Name}:{context.Kinds.Expression(own, start.Kinds)} THEN {id} END";
        }

        var value = Property(row.Relationship, property.Name);
        value = id is null ? value : $"coalesce({value}, {id})";
        return referring.Count == row.Types.Count
            ? value
            : $"CASE WHEN type({row.Relationship}) IN [{string.Join(", ", referring.Select(t => Identifier.Text(t.Name)))}] THEN {value} END";
    }

    private string Referenced(RowVariables row, Func<NodeVariable, string> read) =>
        ReferencedPattern(row, out var node) is { } pattern ? $"COLLECT {{ MATCH {pattern} RETURN {read(node)} }}[0]" : "null";

    /// <summary>Each type's value; a type that is the only one needs no test.</summary>
    public static string ByType(RowVariables row, Func<RelationshipType, string> value) => row.Types.Count == 1
        ? value(row.Types[0])
        : $"CASE type({row.Relationship}) {string.Join(' ', row.Types.Select(t => $"WHEN {Identifier.Text(t.Name)} THEN {value(t)}"))} END";
}
