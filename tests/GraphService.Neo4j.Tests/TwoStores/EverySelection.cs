using GraphService.GraphQL.TypeSystem;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>Selections of all fields of a type, with everything that is so many steps away.</summary>
internal static class EverySelection
{
    public static string Of(FieldsType type, int depth) => string.Join(' ', type.Fields.Select(f => f.Type.Named switch
    {
        FieldsType inner when depth > 0 && f.Arguments.All(a => !a.IsRequired) =>
            $"{f.Name}{(f.Argument("first") is null ? "" : "(first: 3)")} {{ {Of(inner, NextDepth(type, inner, depth))} }}",
        FieldsType => "",
        _ => f.Name,
    })) + (type.Fields.All(f => f.Type.Named is FieldsType) && depth == 0 ? " __typename" : "");

    /// <summary>All of a list: of its rows, too, if they are no nodes.</summary>
    public static string OfList(FieldsType list)
    {
        var row = (FieldsType)list.Fields.First(f => f.Name == "nodes").Type.Named;
        return $"{Of(list, 3)} {(IsNode(row) ? "" : $"rows: nodes {{ {OfRow(row, 3)} }}")}";
    }

    /// <summary>All of what is no node; the nodes in it are only named. A database takes long to plan more.</summary>
    public static string OfRow(FieldsType type, int depth) => string.Join(' ', type.Fields.Select(f => f.Type.Named switch
    {
        FieldsType inner when IsNode(inner) => $"{f.Name} {{ __typename id }}",
        FieldsType inner => depth == 0 ? "" : $"{f.Name} {{ {OfRow(inner, depth - 1)} }}",
        _ => f.Name,
    }));

    public static bool IsNode(FieldsType type) => type.Name == "Node" || type.Interfaces.Any(i => i.Name == "Node");

    // What a connection is made of is one step; nodes below it show what they are, and no more.
    private static int NextDepth(FieldsType type, FieldsType inner, int depth) => IsPaged(inner) || inner.Name == "PageInfo" || IsCounted(inner) ? depth
        : IsPaged(type) || IsCounted(type) ? 0
        : depth - 2 < 0 ? 0 : depth - 2;

    private static bool IsPaged(FieldsType type) => type.Name.EndsWith("Connection", StringComparison.Ordinal) || type.Name.EndsWith("Edge", StringComparison.Ordinal);

    // What is counted over a list, and the groups of it.
    private static bool IsCounted(FieldsType type) => type.Name.EndsWith("Aggregates", StringComparison.Ordinal) || type is { Fields: [_, { Name: "count" }] };
}
