using System.CommandLine;
using System.Text.Json.Nodes;

namespace GraphService.Cli;

/// <summary>What path and paths share: two ends, and which of two kinds of paths is looked for between them.</summary>
internal sealed class PathOptions
{
    public const string Explanation =
        "Two people are linked by the works on which both are credited (collaborationPath in the API): --roles, --from-year, --to-year, --avoid and --max-degrees bound that search. "
        + "Where an end is of another kind, and whenever --over or --max-length is given, any relationships link them (shortestPath).";

    private static readonly IReadOnlyList<string> People = ["PERSON"];
    private static readonly IReadOnlyList<string> PeopleAndWorks = ["PERSON", "FILM", "SERIES"];

    private readonly Argument<string> _from = new("A") { Description = "A name or an id." };
    private readonly Argument<string> _to = new("B") { Description = "Another one." };
    private readonly EnumOption _roles = new("--roles", "Role", "People: count only credits in these roles, such as ACTOR,DIRECTOR.");
    private readonly Option<int?> _fromYear = NumberOption.Year("--from-year", "People: only works of this year or later.");
    private readonly Option<int?> _toYear = NumberOption.Year("--to-year", "People: only works of this year or earlier.");
    private readonly Option<string[]> _avoid = new("--avoid") { Description = "People: a person or work not to pass through, by name or id; may be given several times.", HelpName = "NODE" };
    private readonly Option<int?> _maxDegrees = NumberOption.Count("--max-degrees", "People: the most works on the way, 1 to 12 (default: 6).");
    private readonly EnumOption _over = new("--over", "RelationshipKind", "Any nodes: walk only these relationships, such as ACTED_IN,WON.");
    private readonly Option<int?> _maxLength = NumberOption.Count("--max-length", "Any nodes: the most relationships on the way, 1 to 16 (default: 8).");

    public IEnumerable<Argument> Arguments => [_from, _to];

    public IEnumerable<Option> Options => [_roles.Option, _fromYear, _toYear, _avoid, _maxDegrees, _over.Option, _maxLength];

    /// <summary>What is asked.</summary>
    /// <exception cref="BadInputException">Options of both kinds of paths, or of the one that does not link these ends.</exception>
    public async Task<PathQuestion> ReadAsync(ParseResult parsed, GraphSession session, CancellationToken cancel)
    {
        var schema = session.Service.Domain.Schema;
        var (roles, over) = (_roles.Read(parsed, schema), _over.Read(parsed, schema));
        var ofPeople = Given(parsed, _roles.Option, _fromYear, _toYear, _avoid, _maxDegrees);
        var ofAny = Given(parsed, _over.Option, _maxLength);
        if (ofPeople is not null && ofAny is not null)
        {
            throw new BadInputException($"{ofPeople} bounds paths between people over works, {ofAny} paths over any relationships: give one of them.");
        }

        var names = new NodeNames(session);
        var kinds = ofPeople is null ? [] : People;
        var from = await names.FindAsync("from", parsed.GetRequiredValue(_from), kinds, cancel);
        var to = await names.FindAsync("to", parsed.GetRequiredValue(_to), kinds, cancel);
        var isPeople = ofAny is null && People.Contains(from.Kind) && People.Contains(to.Kind);
        if (!isPeople && ofPeople is not null)
        {
            var other = People.Contains(from.Kind) ? to : from;
            throw new BadInputException($"{ofPeople} bounds paths between people, but {other.Label} is of the kind {Words.Of(other.Kind)}: leave it out, or give --over or --max-length.");
        }

        var variables = new JsonObject { ["from"] = from.Id, ["to"] = to.Id };
        if (isPeople)
        {
            variables["roles"] = ToJson(roles);
            variables["maxDegrees"] = parsed.GetValue(_maxDegrees) ?? 6;
            variables["releasedFrom"] = parsed.GetValue(_fromYear);
            variables["releasedTo"] = parsed.GetValue(_toYear);
            variables["avoiding"] = await names.FindIdsAsync("avoiding", parsed.GetValue(_avoid) ?? [], PeopleAndWorks, cancel);
        }
        else
        {
            variables["over"] = ToJson(over);
            variables["maxLength"] = parsed.GetValue(_maxLength) ?? 8;
        }

        return new PathQuestion(from, to, isPeople, variables);
    }

    private static JsonArray? ToJson(IReadOnlyList<string> values) => values.Count == 0 ? null : new JsonArray([.. values.Select(value => (JsonNode?)value)]);

    /// <summary>The first of these options that is given.</summary>
    private static string? Given(ParseResult parsed, params Option[] options) => options.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false })?.Name;
}

/// <summary>Which path is looked for.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="IsPeople">True for people linked by works.</param>
/// <param name="Variables">The arguments of the field.</param>
internal sealed record PathQuestion(NamedNode From, NamedNode To, bool IsPeople, JsonObject Variables)
{
    private static readonly (string Name, string Variable)[] Options = [("--roles", "roles"), ("--from-year", "releasedFrom"), ("--to-year", "releasedTo"), ("--avoid", "avoiding"), ("--over", "over")];

    /// <summary>The sentence for no path.</summary>
    public string None =>
        $"No path of at most {(IsPeople ? Words.Count((int)Variables["maxDegrees"]!, "degree") : Words.Count((int)Variables["maxLength"]!, "relationship"))} "
        + $"links {From.Label} and {To.Label}{(Conditions.Length == 0 ? "" : " under " + Conditions)}.";

    /// <summary>The line above the table: what was found.</summary>
    /// <param name="found">In words.</param>
    public string Title(string found) => TextTable.Clean($"{From.Label} to {To.Label}: {found}{(IsOneNode ? $", the same {Words.Of(From.Kind)}" : "")}");

    /// <summary>True when both ends are the same node: there are no steps to show.</summary>
    public bool IsOneNode => From.Id == To.Id;

    /// <summary>The options that leave out paths, as they are typed.</summary>
    private string Conditions => string.Join(' ', Options.SelectMany(option => Values(Variables[option.Variable]).Select(value => $"{option.Name} {value}")));

    private static IEnumerable<string> Values(JsonNode? given) => given switch
    {
        null => [],
        JsonArray several => several.Select(one => one!.ToString()),
        _ => [given.ToString()],
    };
}
