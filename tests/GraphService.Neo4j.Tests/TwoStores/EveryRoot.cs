using GraphService.GraphQL.TypeSystem;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>Every field of <c>Query</c>, by each of its arguments, with all that is served of what it gives.</summary>
internal sealed class EveryRoot(Schema schema, ValuePool pool)
{
    private readonly string[] _people = [.. pool.Ids(["Person"]).Select(id => QueryValue.Of(id).Json)];
    private readonly string[] _nodes = [.. schema.PossibleTypes(schema.Types["Node"]).SelectMany(t => pool.Ids([t.Name]).Take(1)).Select(id => QueryValue.Of(id).Json)];

    public IEnumerable<string> Queries()
    {
        foreach (var field in schema.Query.Fields)
        {
            foreach (var arguments in Arguments(field.Name))
            {
                // Few rows of each: of what they select below them much is served.
                var all = field.Argument("first") is null || arguments.Contains("first:", StringComparison.Ordinal) ? arguments : $"{arguments} first: 5";
                yield return $"{{ {field.Name}{(all.Length == 0 ? "" : $"({all})")} {{ {Selection((FieldsType)field.Type.Named)} }} }}";
            }
        }

        // Of these many differ in a role alone.
        foreach (var measure in Names("CentralityMeasure"))
        {
            yield return $"{{ {Aliased("Role", r => $"centralPeople(measure: {measure}, roles: [{r}], first: 200) {{ edges {{ rank score node {{ id }} }} }}")} }}";
        }

        yield return $"{{ {Aliased("Role", r => $"recurringTeams(minWorks: 1, roles: [{r}]) {{ totalCount nodes {{ members {{ id }} works {{ id }} workCount }} }}")} }}";
        yield return $"{{ {Aliased("Role", r => $"degreeDistribution(from: {_people[0]}, roles: [{r}]) {{ degree people }}")} }}";
        yield return $"{{ {Aliased("NodeKind", k => $"search(text: \"a\", kinds: [{k}]) {{ totalCount edges {{ score matched node {{ id }} }} }}")} }}";
    }

    private static string Selection(FieldsType type) => type.Name.EndsWith("Connection", StringComparison.Ordinal) ? EverySelection.OfList(type)
        : EverySelection.IsNode(type) ? EverySelection.Of(type, 0)
        : EverySelection.OfRow(type, 3);

    private IEnumerable<string> Arguments(string field)
    {
        var (a, b, c) = (_people[0], _people[^1], _people[_people.Length / 2]);
        return field switch
        {
            "people" or "works" or "films" or "sources" => ["", "first: 200"],
            "disputes" or "components" => ["", "first: 20"],
            "statistics" => [""],
            "node" => _nodes.Select(id => $"id: {id}"),
            "nodes" => [$"ids: [{string.Join(", ", _nodes)}]"],
            "person" => _people.Take(2).Select(id => $"id: {id}"),
            "work" => Ids("Film", "Series"),
            "film" => Ids("Film"),
            "series" => Ids("Series"),
            "search" => pool.Texts("name").Concat(pool.Texts("title")).Concat(pool.Texts("aliases")).Where(t => t.Any(char.IsLetterOrDigit)).Distinct().Take(20).Select(t => $"text: {QueryValue.Of(t).Json}"),
            "collaborationPath" or "collaborationPaths" => [$"from: {a}, to: {b}, maxDegrees: 12", $"from: {c}, to: {a}, maxDegrees: 12, roles: [ACTOR, DIRECTOR, WRITER]", $"from: {b}, to: {c}, maxDegrees: 12, avoiding: [{a}]",
                $"from: {a}, to: {c}, maxDegrees: 12, releasedFrom: 1999, releasedTo: 2025", $"from: {a}, to: {a}"],
            "shortestPath" or "shortestPaths" => _nodes.Zip(_nodes.Skip(2)).Select(n => $"from: {n.First}, to: {n.Second}, maxLength: 16"),
            "sharedWorks" => [$"people: [{a}]", $"people: [{b}, {b}], roles: [ACTOR]", $"people: [{a}, {c}]", $"people: [{c}], first: 1"],
            "recurringTeams" => ["", "minWorks: 1", "minPeople: 3, minWorks: 1", $"minWorks: 1, including: [{a}]", $"minWorks: 1, including: [{b}, {c}], roles: [ACTOR, DIRECTOR]"],
            "centralPeople" => Names("CentralityMeasure").Select(m => $"measure: {m}").Append(""),
            "degreeDistribution" => _people.Take(5).Select(id => $"from: {id}"),
            "neighborhood" => _nodes.Select((id, i) => $"id: {id}, depth: {1 + (i % 3)}"),
            _ => throw new InvalidOperationException($"Nothing is asked of Query.{field}."),
        };
    }

    private IEnumerable<string> Ids(params string[] types) => types.SelectMany(t => pool.Ids([t]).Take(1)).Select(id => $"id: {QueryValue.Of(id).Json}");

    private IEnumerable<string> Names(string type) => ((EnumType)schema.Types[type]).Values.Select(v => v.Name);

    private string Aliased(string type, Func<string, string> field) => string.Join(' ', Names(type).Select((v, i) => $"f{i}: {field(v)}"));
}
