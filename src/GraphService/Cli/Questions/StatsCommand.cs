using System.CommandLine;
using System.Text.Json;

namespace GraphService.Cli;

/// <summary>stats: what the graph holds.</summary>
internal sealed class StatsCommand(IReadOnlyList<string> settingFlags) : QuestionCommand(settingFlags)
{
    private const string Field = "statistics";

    private const string Query = "{ statistics { nodes relationships people works credits } sources { totalCount } disputes(first: 0) { totalCount } "
        + $"components(first: 1) {{ totalCount nodes {{ people works sample {{ {NodeNames.LabelFields} }} }} }} }}";

    protected override string Name => "stats";

    protected override string Description =>
        "Say what the graph holds: how much of what, how many documents it was read from, on how many properties they contradict each other, and how it hangs together. " + "With --json, the data of the field statistics.";

    protected override string[] Examples =>
    [
        "stats",
        "stats --json",
    ];

    protected override async Task<Outcome> AskAsync(ParseResult parsed, GraphSession session, CancellationToken cancel)
    {
        var answer = await session.AskAsync(Query, [], cancel);
        return new Outcome(answer, Field, null, (output, display) =>
        {
            var table = new TextTable("what", "how many");
            foreach (var total in answer[Field].EnumerateObject())
            {
                table.Add([total.Name], [Number(total.Value)]);
            }

            var components = answer["components"];
            table.Add(["sources"], [Number(answer["sources"].GetProperty("totalCount"))]);
            table.Add(["disputed properties"], [Number(answer["disputes"].GetProperty("totalCount"))]);
            table.Add(["connected components"], [Number(components.GetProperty("totalCount"))]);
            foreach (var largest in components.Items("nodes"))
            {
                table.Add(["people in the largest"], [Number(largest.GetProperty("people"))]);
                table.Add(["works in the largest"], [Number(largest.GetProperty("works"))]);
                table.Add(["best connected there"], [largest.Items("sample").Select(node => node.Label()).FirstOrDefault() ?? ""]);
            }

            table.Write(output, display);
        });
    }

    private static string Number(JsonElement number) => number.GetInt64().ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
