using System.Buffers;

namespace GraphService.Neo4j.Cypher;

/// <summary>Names and texts of the model as they stand in a statement. Values of requests never do.</summary>
internal static class Identifier
{
    private static readonly SearchValues<char> s_plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>A label, type or property: as it is when it is a plain name, else between backticks.</summary>
    public static string Of(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && !name.AsSpan().ContainsAnyExcept(s_plain)
            ? name
            : $"`{name.Replace("\\", "\\u005C", StringComparison.Ordinal).Replace("`", "``", StringComparison.Ordinal)}`";

    /// <summary>A text of the model, quoted.</summary>
    public static string Text(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
