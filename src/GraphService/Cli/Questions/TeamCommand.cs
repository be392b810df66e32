using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;

namespace GraphService.Cli;

/// <summary>team: people who keep working together.</summary>
internal sealed class TeamCommand(IReadOnlyList<string> settingFlags) : QuestionCommand(settingFlags)
{
    private const string Field = "recurringTeams";

    private const string Query = "query($minPeople: Int, $minWorks: Int, $including: [ID!], $roles: [Role!], $first: Int) { "
        + Field + "(minPeople: $minPeople, minWorks: $minWorks, including: $including, roles: $roles, first: $first) { "
        + "totalCount pageInfo { hasNextPage endCursor } nodes { workCount members { id name } works { id kind title year } } } }";

    private readonly Option<int?> _minPeople = NumberOption.Count("--min-people", "The fewest people of a team, 2 or more (default: 2).");
    private readonly Option<int?> _minWorks = NumberOption.Count("--min-works", "The fewest works that they share (default: 2).");
    private readonly Option<string[]> _including = new("--including") { Description = "Only teams with this person, by name or id; may be given several times.", HelpName = "PERSON" };
    private readonly EnumOption _roles = new("--roles", "Role", "Count only credits in these roles, such as ACTOR,DIRECTOR.");
    private readonly Option<int?> _first = FirstOption.Create();

    protected override string Name => "team";

    protected override string Description =>
        "List groups of people who share works: each with all who are credited on those works, most works first (recurringTeams in the API).";

    protected override string[] Examples =>
    [
        "team --including 'Fabrice Gobert'",
        "team --min-people 3 --min-works 2 --first 5",
    ];

    protected override string OnStray(string word) => $"For the teams of a person: team --including \"{word}\".";

    protected override IEnumerable<Option> Options => [_minPeople, _minWorks, _including, _roles.Option, _first];

    protected override async Task<Outcome> AskAsync(ParseResult parsed, GraphSession session, CancellationToken cancel)
    {
        var roles = _roles.Read(parsed, session.Service.Domain.Schema);
        var variables = new JsonObject
        {
            ["minPeople"] = parsed.GetValue(_minPeople) ?? 2,
            ["minWorks"] = parsed.GetValue(_minWorks) ?? 2,
            ["including"] = await new NodeNames(session).FindIdsAsync("including", parsed.GetValue(_including) ?? [], ["PERSON"], cancel),
            ["roles"] = new JsonArray([.. roles.Select(role => (JsonNode?)role)]),
            ["first"] = parsed.GetValue(_first),
        };
        var answer = await session.AskAsync(Query, variables, cancel);
        var isMissing = answer.Errors.Count == 0 && answer[Field].GetProperty("totalCount").GetInt32() == 0;
        return new Outcome(answer, Field, isMissing ? "No such team: try fewer people or works (--min-people, --min-works)." : null, (output, display) =>
        {
            var table = new TextTable("team", "works", "members", "shared works");
            var teams = answer[Field].Items("nodes").ToList();
            for (var i = 0; i < teams.Count; i++)
            {
                table.Add(
                    [(i + 1).ToString(CultureInfo.InvariantCulture)], [teams[i].Text("workCount")],
                    [.. teams[i].Items("members").Select(member => member.Label())], [.. teams[i].Items("works").Select(work => work.Label())]);
            }

            table.Write(output, display);
            FirstOption.WriteRest(output, teams.Count, answer[Field].GetProperty("totalCount").GetInt32());
        });
    }
}
