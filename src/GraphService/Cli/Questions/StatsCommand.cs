using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace GraphService.Cli;

/// <summary>stats: what the graph holds.</summary>
internal sealed class StatsCommand(IReadOnlyList<string> settingFlags) : QuestionCommand(settingFlags)
{
    private const string Field = "statistics";
    private const string Query = "{ statistics { nodes relationships people works credits } }";

    // What the table adds: each asked for alone, for any of them may be late, or refused, where the others answer.
    private static readonly Extra[] Extras =
    [
        new("sources", "sources", "{ sources(first: 0) { totalCount } }", OnlyCount),
        new("disputed properties", "disputes", "{ disputes(first: 0) { totalCount } }", OnlyCount),
        new("connected components", "components", $"{{ components(first: 1) {{ totalCount nodes {{ people works sample {{ {NodeNames.LabelFields} }} }} }} }}", AddLargest),
    ];

    protected override string Name => "stats";

    protected override string Description =>
        "Say what the graph holds: how much of what, how many documents it was read from, on how many properties they contradict each other, and how it hangs together. With --json, the data of the field statistics.";

    protected override string[] Examples =>
    [
        "stats",
        "stats --json",
    ];

    protected override async Task<Outcome> AskAsync(ParseResult parsed, GraphSession session, CancellationToken cancel)
    {
        var answer = await session.AskAsync(Query, [], cancel);
        var table = new TextTable("what", "how many");
        if (answer.Errors.Count == 0 && !IsJson(parsed))
        {
            foreach (var total in answer[Field].EnumerateObject())
            {
                table.Add([total.Name], [Number(total.Value)]);
            }

            foreach (var extra in Extras)
            {
                await AddAsync(table, extra, session, cancel);
            }
        }

        return new Outcome(answer, Field, null, table.Write);
    }

    private static async Task AddAsync(TextTable table, Extra extra, GraphSession session, CancellationToken cancel)
    {
        try
        {
            var answer = await session.AskAsync(extra.Query, [], cancel);
            if (answer.Errors.Count > 0)
            {
                table.Add([extra.Name], ["not known: " + Answer.MessageOf(answer.Errors[0])]);
                return;
            }

            table.Add([extra.Name], [Number(answer[extra.Field].GetProperty("totalCount"))]);
            extra.AddMore(table, answer[extra.Field]);
        }
        catch (FailureException failure)
        {
            table.Add([extra.Name], ["not known: " + failure.Message]);
        }
    }

    private static void OnlyCount(TextTable table, JsonElement connection)
    {
    }

    private static void AddLargest(TextTable table, JsonElement components)
    {
        foreach (var largest in components.Items("nodes"))
        {
            table.Add(["people in the largest"], [Number(largest.GetProperty("people"))]);
            table.Add(["works in the largest"], [Number(largest.GetProperty("works"))]);
            table.Add(["best connected there"], [largest.Items("sample").Select(node => node.Label()).FirstOrDefault() ?? ""]);
        }
    }

    private static string Number(JsonElement number) => number.GetInt64().ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A connection whose size is told.</summary>
    /// <param name="Name">What is counted.</param>
    /// <param name="Field">The field that counts it.</param>
    /// <param name="Query">What is asked.</param>
    /// <param name="AddMore">Adds what else is told of it.</param>
    private sealed record Extra(string Name, string Field, string Query, Action<TextTable, JsonElement> AddMore);
}
