using System.Text.Json;

namespace GraphService.Cli;

/// <summary>How tables say what the API says in names.</summary>
internal static class Words
{
    /// <summary>CASTING_DIRECTOR is "casting director".</summary>
    public static string Of(string enumValue) => enumValue.Replace('_', ' ').ToLowerInvariant();

    /// <summary>"1 degree", "2 degrees".</summary>
    public static string Count(long count, string one, string? many = null) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>A text property, empty where it is null.</summary>
    public static string Text(this JsonElement value, string property) => value.TryGetProperty(property, out var text) ? text.ToString() : "";

    /// <summary>The elements of a list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement value, string property) => value.GetProperty(property).EnumerateArray();

    /// <summary>A node's name or title, with the year in brackets if there is one; its id where it has no name.</summary>
    public static string Label(this JsonElement node)
    {
        var name = node.Text("name") is { Length: > 0 } given ? given : node.Text("title");
        var year = node.Text("year");
        return name.Length == 0 ? node.Text("id") : year.Length == 0 ? name : $"{name} ({year})";
    }

    /// <summary>Where facts were found, each place once: "source-003 line 636".</summary>
    public static IReadOnlyList<string> Evidence(params IEnumerable<JsonElement> owners) =>
        [.. owners.SelectMany(owner => owner.Items("sources")).Select(s => $"{s.GetProperty("source").Text("id")} {s.Text("locator")}".TrimEnd()).Distinct()];
}
