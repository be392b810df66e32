using GraphService.Graph.Model;

namespace GraphService.Graph.Files.Csv;

/// <summary>What a column of a graph file holds.</summary>
internal enum ColumnRole
{
    Property,
    Id,
    Label,
    Start,
    End,
    Type,
    Ignored,
}

/// <summary>A column of a graph file.</summary>
/// <param name="Header">As written: <c>aliases:string[]</c>.</param>
/// <param name="Name">The part before the colon.</param>
/// <param name="TypeName">The part after it, without brackets; <c>string</c> when there is none.</param>
/// <param name="IsArray">True when brackets follow the type.</param>
/// <param name="Role">What the column is for.</param>
internal sealed record CsvColumn(string Header, string Name, string TypeName, bool IsArray, ColumnRole Role)
{
    private static readonly string[] s_integers = ["int", "long", "short", "byte"];

    /// <summary>The types that neo4j-admin knows for properties.</summary>
    public static IReadOnlyList<string> PropertyTypes { get; } =
    [
        "string", "int", "long", "float", "double", "boolean", "byte", "short", "char",
        "date", "time", "localtime", "datetime", "localdatetime", "duration", "point",
    ];

    /// <summary>The name and type under which an unknown property is kept.</summary>
    public string Declaration => $"{Name}:{TypeName}{(IsArray ? "[]" : "")}";

    public bool IsInteger => s_integers.Contains(TypeName);

    /// <summary>True when values of this column can be values of the property.</summary>
    public bool Fits(Property property) => property.Type switch
    {
        PropertyType.Int => IsInteger && !IsArray,
        PropertyType.IntList => IsInteger && IsArray,
        PropertyType.TextList => TypeName == "string" && IsArray,
        _ => TypeName == "string" && !IsArray,
    };

    /// <summary>How the header of a property should read.</summary>
    public static string HeaderOf(Property property) => property.Type switch
    {
        PropertyType.Int => $"{property.Name}:int",
        PropertyType.IntList => $"{property.Name}:int[]",
        PropertyType.TextList => $"{property.Name}:string[]",
        _ => $"{property.Name}:string",
    };
}
