using System.Text.Json;

namespace GraphService.Films.Tests.Fields;

/// <summary>Walks over everything and counts of degrees, asked through the whole service, against their plain answers on random graphs.</summary>
public class WalkFieldsTests
{
    private const string Relationships = "relationships { kind from { id } to { id } properties { name value } }";
    private const string Path = $"length nodes {{ id }} {Relationships}";
    private const string Declared = "$from: ID!, $to: ID!, $over: [RelationshipKind!], $maxLength: Int";
    private const string Arguments = "from: $from, to: $to, over: $over, maxLength: $maxLength";

    [Fact]
    public void Paths_are_all_shortest_walks_in_the_order_of_their_ids() => FilmCases.Hold((question, service) =>
    {
        var naive = new NaiveWalks(question);
        var walks = naive.Walks();

        var data = service.Data(
            $"query({Declared}) {{ shortestPath({Arguments}) {{ {Path} }} shortestPaths({Arguments}, first: 200) {{ totalCount nodes {{ {Path} }} }} }}",
            Variables(question));

        Same(walks.Count == 0 ? null : naive.Path(walks[0]), data.GetProperty("shortestPath"));
        Same(new { totalCount = walks.Count, nodes = walks.Take(200).Select(naive.Path) }, data.GetProperty("shortestPaths"));
    });

    [Fact]
    public void Paths_are_paged_with_cursors() => FilmCases.Hold((question, service) =>
    {
        var walks = new NaiveWalks(question).Walks();

        var pages = Pages.Walk(
            service,
            $"query({Declared}, $first: Int, $after: String) {{ list: shortestPaths({Arguments}, first: $first, after: $after) {{ {Pages.Info} edges {{ cursor node {{ nodes {{ id }} }} }} }} }}",
            Variables(question),
            question.PageSize,
            most: 7);

        Same(walks.Take(7 * question.PageSize).Select(walk => new { nodes = walk.Select(id => new { id }) }), pages.Select(e => e.GetProperty("node")));
    });

    [Fact]
    public void A_neighborhood_is_what_lies_near_and_all_that_joins_it() => FilmCases.Hold((question, service) =>
    {
        var data = service.Data(
            $"query($id: ID!, $depth: Int, $over: [RelationshipKind!], $limit: Int) {{ neighborhood(id: $id, depth: $depth, over: $over, limit: $limit) {{ nodes {{ id }} {Relationships} truncated }} }}",
            JsonSerializer.Serialize(new { id = question.StartId, depth = question.Depth, over = question.Over, limit = question.Limit }));

        Same(new NaiveWalks(question).Neighborhood(), data.GetProperty("neighborhood"));
    });

    [Fact]
    public void People_are_counted_by_degree() => FilmCases.Hold((question, service) =>
    {
        var data = service.Data(
            "query($from: ID!, $roles: [Role!]) { degreeDistribution(from: $from, roles: $roles) { degree people } }",
            JsonSerializer.Serialize(new { from = question.FromId, roles = question.Roles }));

        Same(new NaiveWalks(question).Degrees(), data.GetProperty("degreeDistribution"));
    });

    private static string Variables(FilmCase question) =>
        JsonSerializer.Serialize(new { from = question.StartId, to = question.EndId, over = question.Over, maxLength = question.MaxLength });

    private static void Same(object? expected, object? actual) => Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
}
