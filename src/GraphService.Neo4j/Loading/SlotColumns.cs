using GraphService.Graph.Model;

namespace GraphService.Neo4j.Loading;

/// <summary>What is read of the nodes or relationships of a slot: what a record of a file has, then all properties that are neither the model's nor the store's.</summary>
/// <param name="Columns">The columns of a record.</param>
/// <param name="Expressions">What a statement returns: these, and a list of names and values.</param>
internal sealed record SlotColumns(IReadOnlyList<RecordColumn> Columns, string Expressions)
{
    public static SlotColumns OfNodes(IReadOnlyList<Property> properties) => Of("n", properties,
    [
        new RecordColumn(":LABEL", "labels(n)", RecordValue.Labels),
        new RecordColumn("id:ID", "n.id", RecordValue.Text),
    ]);

    public static SlotColumns OfRelationships(IReadOnlyList<Property> properties) => Of("r", properties,
    [
        new RecordColumn(":START_ID", "a.id", RecordValue.Text),
        new RecordColumn(":END_ID", "b.id", RecordValue.Text),
        new RecordColumn(":TYPE", "type(r)", RecordValue.Text),
    ]);

    private static SlotColumns Of(string owner, IReadOnlyList<Property> properties, IEnumerable<RecordColumn> keys)
    {
        RecordColumn[] columns = [.. keys, .. properties.Select(p => RecordColumn.Of(p, owner)), .. RecordColumn.Evidence(owner)];
        var known = properties.Select(p => p.Name).Concat([StoredNames.Sources, StoredNames.Locators]);

        // An id is a key of nodes only. Names with one underscore are derived, with two they are the file's. Points, in time and in space, come as text.
        var names = (owner == "n" ? known.Prepend("id") : known).Select(name => $"'{CypherText.Name(name)}'");
        var value = $"{owner}[k]";
        var unknown = $"[k IN keys({owner}) WHERE NOT k IN [{string.Join(", ", names)}] AND (NOT k STARTS WITH '_' OR k STARTS WITH '__') | [k, "
            + $"CASE WHEN valueType({value}) =~ '(LIST<)?(STRING|INTEGER|FLOAT|BOOLEAN|NOTHING).*' THEN {value} "
            + $"WHEN valueType({value}) STARTS WITH 'LIST' THEN toStringList({value}) ELSE toStringOrNull({value}) END]]";
        return new SlotColumns(columns, $"{RecordColumn.Expressions(columns)}, {unknown}");
    }
}
