using GraphService.Graph.Model;

namespace GraphService.Neo4j.Loading;

/// <summary>A column of what is read from a database.</summary>
/// <param name="Header">How a file would head it.</param>
/// <param name="Expression">How it is read.</param>
/// <param name="Holds">What it should hold.</param>
internal sealed record RecordColumn(string Header, string Expression, RecordValue Holds)
{
    public static IReadOnlyList<RecordColumn> OfNodes(IReadOnlyList<Property> properties) =>
    [
        new(":LABEL", "labels(n)", RecordValue.Labels),
        new("id:ID", "n.id", RecordValue.Text),
        .. properties.Select(p => Of(p, "n")),
        .. Evidence("n"),
    ];

    /// <remarks>Properties that the model does not know only tell whether two relationships agree; they stay as they are.</remarks>
    public static IReadOnlyList<RecordColumn> OfRelationships(IReadOnlyList<Property> properties)
    {
        var known = properties.SelectMany(p => new[] { p.Name, StoredNames.Folded(p) }).Concat([StoredNames.Sources, StoredNames.Locators, StoredNames.Nth]);
        return
        [
            new(":START_ID", "a.id", RecordValue.Text),
            new(":END_ID", "b.id", RecordValue.Text),
            new(":TYPE", "type(r)", RecordValue.Text),
            .. properties.Select(p => Of(p, "r")),
            .. Evidence("r"),
            new(
                "other properties:string",
                $"[k IN keys(r) WHERE NOT k IN [{string.Join(", ", known.Select(name => $"'{CypherText.Name(name)}'"))}] | k + '=' + coalesce(toStringOrNull(r[k]), reduce(t = '', i IN toStringList(r[k]) | t + i + '|'), '')]",
                RecordValue.Others),
            new("", $"r.{StoredNames.Nth} IS NOT NULL", RecordValue.IsDerived),
        ];
    }

    /// <summary>The headers of what is a record's: all but what is only looked at.</summary>
    public static IReadOnlyList<string> Headers(IEnumerable<RecordColumn> columns) => [.. columns.Where(c => c.Holds != RecordValue.IsDerived).Select(c => c.Header)];

    /// <summary>What is returned.</summary>
    public static string Expressions(IEnumerable<RecordColumn> columns) => string.Join(", ", columns.Select(c => c.Expression));

    /// <summary>A property that the model knows.</summary>
    public static RecordColumn Of(Property property, string owner) => property.Type switch
    {
        PropertyType.Int => new(property.Name + ":int", $"{owner}.{CypherText.Name(property.Name)}", RecordValue.Int),
        PropertyType.TextList => new(property.Name + ":string[]", $"{owner}.{CypherText.Name(property.Name)}", RecordValue.Texts),
        PropertyType.IntList => new(property.Name + ":int[]", $"{owner}.{CypherText.Name(property.Name)}", RecordValue.Ints),
        _ => new(property.Name + ":string", $"{owner}.{CypherText.Name(property.Name)}", RecordValue.Text),
    };

    /// <summary>Where it was found.</summary>
    public static RecordColumn[] Evidence(string owner) =>
    [
        new(StoredNames.Sources + ":string[]", $"{owner}.{StoredNames.Sources}", RecordValue.Texts),
        new(StoredNames.Locators + ":string[]", $"{owner}.{StoredNames.Locators}", RecordValue.Locators),
    ];
}

/// <summary>What a column should hold.</summary>
internal enum RecordValue
{
    Text,
    Int,
    Texts,
    Ints,

    /// <summary>Texts, which may be empty.</summary>
    Locators,

    /// <summary>Labels; those of the slots do not count.</summary>
    Labels,

    /// <summary>Texts that are one value together.</summary>
    Others,

    /// <summary>Whether something is there that only the store writes: it is made anew. Not a value of the record.</summary>
    IsDerived,
}
