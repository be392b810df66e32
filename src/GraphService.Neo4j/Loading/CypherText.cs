using System.Buffers;

namespace GraphService.Neo4j.Loading;

/// <summary>Names within the text of a statement. Only names of the model stand there; what files say travels as a value.</summary>
internal static class CypherText
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>The name, if it is one of GraphQL's: letters of ASCII, digits and underscores.</summary>
    public static string Name(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0]) && !name.AsSpan().ContainsAnyExcept(Letters)
        ? name
        : throw new ArgumentException($"\"{name}\" cannot stand in a statement.", nameof(name));

    /// <summary><c>:Work:Film</c>.</summary>
    public static string Labels(IEnumerable<string> labels) => string.Concat(labels.Select(label => ":" + Name(label)));

    /// <summary><c>{id: x[0], name: x[1], …}</c>: the entries of a map, read from a row's places from the first on.</summary>
    public static string Entries(IEnumerable<StoredValue> values, string row, int first) =>
        string.Concat(values.Select((value, i) => $"{Name(value.Name)}: {row}[{first + i}], "));
}
