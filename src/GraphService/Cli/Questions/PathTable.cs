using System.Globalization;
using System.Text.Json;

namespace GraphService.Cli;

/// <summary>Paths as tables: a row for each step, with what proves it.</summary>
internal static class PathTable
{
    /// <summary>Writes paths, numbered where there are several.</summary>
    public static void Write(TextWriter output, Display display, bool isPeople, IReadOnlyList<JsonElement> paths, bool areNumbered)
    {
        string[] headers = isPeople ? ["step", "from", "as", "work", "as", "to", "found in"] : ["step", "from", "relationship", "to", "says", "found in"];
        var table = new TextTable([.. areNumbered ? ["path"] : Array.Empty<string>(), .. headers]);
        for (var number = 0; number < paths.Count; number++)
        {
            var rows = isPeople ? PeopleSteps(paths[number]) : Steps(paths[number]);
            foreach (var row in rows)
            {
                table.Add([.. areNumbered ? [[Number(number)]] : Array.Empty<IReadOnlyList<string>>(), .. row]);
            }
        }

        table.Write(output, display);
    }

    private static IEnumerable<IReadOnlyList<string>[]> PeopleSteps(JsonElement path) => path.Items("steps").Select((step, i) => (IReadOnlyList<string>[])
    [
        [Number(i)],
        [step.GetProperty("from").Label()],
        Credits(step, "fromCredits"),
        [step.GetProperty("work").Label()],
        Credits(step, "toCredits"),
        [step.GetProperty("to").Label()],
        Words.Evidence([.. step.Items("fromCredits"), .. step.Items("toCredits")]),
    ]);

    private static IEnumerable<IReadOnlyList<string>[]> Steps(JsonElement path)
    {
        var nodes = path.Items("nodes").ToList();
        return path.Items("relationships").Select((relationship, i) => (IReadOnlyList<string>[])
        [
            [Number(i)],
            [nodes[i].Label()],
            [relationship.GetProperty("from").Text("id") == nodes[i].Text("id") ? relationship.Text("kind") + " →" : "← " + relationship.Text("kind")],
            [nodes[i + 1].Label()],
            [.. relationship.Items("properties").Select(property => $"{property.Text("name")}: {property.Text("value")}")],
            Words.Evidence(relationship),
        ]);
    }

    private static IReadOnlyList<string> Credits(JsonElement step, string field) => [.. step.Items(field).Select(credit =>
    {
        var characters = string.Join(", ", credit.Items("characters").Select(character => character.ToString()));
        return Words.Of(credit.Text("role")) + (characters.Length > 0 ? $" ({characters})" : credit.Text("note") is { Length: > 0 } note ? $" ({note})" : "");
    })];

    private static string Number(int place) => (place + 1).ToString(CultureInfo.InvariantCulture);
}
