using System.Text;
using System.Text.Json;
using GraphService.TestSupport;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>Lists that have no way back are walked from their start to their end, each page asked of both stores.</summary>
public class ForwardWalkTests(RandomGraphOnBothStores graph) : IClassFixture<RandomGraphOnBothStores>
{
    private readonly BothStores _stores = graph.Stores;
    private readonly PageWalk _walk = new(graph.Stores);

    [RealNeo4jTheory]
    [InlineData("search", "text: \"a\"", "score matched node { __typename id }")]
    [InlineData("search", "text: \"k\", kinds: [PERSON, FILM]", "score matched node { __typename id }")]
    [InlineData("search", "text: \"BRI zo\"", "score matched node { __typename id }")]
    [InlineData("search", "text: \"a\", kinds: [SERIES, CHARACTER, SOURCE, FILM, GROUP]", "score matched node { __typename id }")]
    [InlineData("search", "text: \"œ\"", "matched")]
    [InlineData("disputes", "", "node { property subject { __typename id } claims { value sources { locator source { id name } } } }")]
    [InlineData("sources", "", "node { id name }")]
    [InlineData("recurringTeams", "minWorks: 1", "node { members { id } works { id } workCount }")]
    [InlineData("recurringTeams", "roles: [ACTOR, DIRECTOR]", "node { members { id } works { id } }")]
    [InlineData("centralPeople", "", "score rank node { id }")]
    [InlineData("centralPeople", "measure: CLOSENESS, roles: [ACTOR]", "score rank node { id }")]
    [InlineData("centralPeople", "measure: BETWEENNESS", "score rank node { id }")]
    [InlineData("centralPeople", "measure: PAGERANK", "score rank node { id }")]
    [InlineData("components", "", "node { size people works sample { id } }")]
    public Task A_root_list_is_walked_alike(string field, string arguments, string edge) =>
        _walk.ForwardsAsync($"query ($first: Int, $after: String) {{ list: {field}({arguments} first: $first, after: $after) {PageWalk.Page(edge)} }}");

    [RealNeo4jTheory]
    [InlineData("collaborationPaths", "maxDegrees: 12", "steps { work { id } to { id } }")]
    [InlineData("shortestPaths", "maxLength: 16", "nodes { id } relationships { kind from { id } to { id } properties { name value } }")]
    public async Task Paths_are_walked_alike(string field, string bound, string node)
    {
        var (from, to) = FarApart(field, bound);

        await _walk.ForwardsAsync($"query ($first: Int, $after: String) {{ list: {field}(from: {from}, to: {to}, {bound}, first: $first, after: $after) {PageWalk.Page($"node {{ {node} }}")} }}");
    }

    [RealNeo4jTheory]
    [InlineData("")]
    [InlineData("roles: [ACTOR, DIRECTOR, WRITER],")]
    public async Task Shared_works_are_walked_alike(string roles)
    {
        var person = QueryValue.Of(_walk.Busiest("Person", "actedIn")).Json;

        await _walk.ForwardsAsync($"query ($first: Int, $after: String) {{ list: sharedWorks(people: [{person}], {roles} first: $first, after: $after) {PageWalk.Page("node { id }", "aggregates { count byYear { year count } byKind { kind count } }")} }}");
    }

    [RealNeo4jTheory]
    [InlineData("Person", "collaborators", "minWorks: 1,", "workCount works { id } roles theirRoles firstYear lastYear node { id }")]
    [InlineData("Person", "collaborators", "roles: [ACTOR, WRITER, DIRECTOR], theirRoles: [ACTOR, DIRECTOR, PRODUCER],", "workCount works { id } roles theirRoles node { id }")]
    [InlineData("Organization", "works", "", "node { id }")]
    [InlineData("Genre", "works", "", "node { id }")]
    [InlineData("Place", "works", "", "node { id }")]
    [InlineData("Person", "relationships", "", "node { kind from { id } to { id } properties { name value } sources { locator } }")]
    [InlineData("Work", "relationships", "", "node { kind from { id } to { id } properties { name value } sources { locator } }")]
    [InlineData("Work", "relationships", "over: [SEQUEL_OF, RELEASED_ON, WON, SEQUEL_OF],", "node { kind from { id } to { id } properties { name value } sources { locator } }")]
    [InlineData("Person", "relationships", "over: [INFLUENCED_BY, COLLABORATED_WITH],", "node { kind from { id } to { id } properties { name value } sources { locator } }")]
    [InlineData("Award", "relationships", "", "node { kind from { id } to { id } properties { name value } }")]
    public async Task A_list_below_a_node_is_walked_alike(string type, string field, string arguments, string edge)
    {
        string Query(string id) => $"query ($first: Int, $after: String) {{ node(id: {QueryValue.Of(id).Json}) {{ ... on {type} {{ list: {field}({arguments} first: $first, after: $after) {PageWalk.Page(edge)} }} }} }}";

        var cursors = await _walk.ForwardsAsync(Query(_walk.Busiest(type, field)));

        // A cursor is a place in the list of any node.
        foreach (var (other, after) in new ValuePool(q => _stores.AskEmbedded(q)).Ids(type == "Work" ? ["Film", "Series"] : [type]).Zip(cursors))
        {
            await _walk.AskAsync(Query(other), ("first", 2), ("after", after));
        }
    }

    /// <summary>Keys as no row has them: types and places that are not, ids between others, what is never missing.</summary>
    [RealNeo4jFact]
    public async Task Forged_places_among_relationships_are_the_same_place_on_both_stores()
    {
        var owner = QueryValue.Of(_walk.Busiest("Person", "relationships")).Json;
        const string page = "{ totalCount edges { cursor node { kind from { id } to { id } } } pageInfo { hasNextPage hasPreviousPage } }";
        var first = await _walk.AskAsync($"{{ node(id: {owner}) {{ relationships(first: 1) {page} }} }}");
        var cursor = first.GetProperty("node").GetProperty("relationships").GetProperty("edges")[0].GetProperty("cursor").GetString()!;

        foreach (var keys in new byte[][]
        {
            [.. Number(-1), .. Text("a"), .. Text("a"), .. Number(0)],
            [.. Number(16), .. Text("\uE000"), .. Text("😀"), .. Number(-5)],
            [.. Number(17), .. Text("😀"), .. Text("\uE000"), .. Number(int.MaxValue)],
            [.. Number(18), .. Text(""), .. Text("\uFFFD"), 0],
            [.. Number(1_000_000), .. Text("'"), .. Text("\0"), .. Number(1)],
            [0, .. Text("a"), 0, .. Number(0)],
            [.. Number(16), 0, .. Text("b"), .. Number(0)],
            [.. Number(0), .. Text("a"), .. Text("a")],
            [.. Text("ACTED_IN"), .. Text("a"), .. Text("a"), .. Number(0)],
        })
        {
            await _walk.AskAsync($"query($after: String) {{ node(id: {owner}) {{ relationships(first: 4, after: $after) {page} }} }}", ("after", ForgedCursor.WithKeys(cursor, keys)));
        }

        static byte[] Number(long value) => [1, .. BitConverter.GetBytes(value).Reverse()];
        static byte[] Text(string text) => [2, (byte)Encoding.UTF8.GetByteCount(text), .. Encoding.UTF8.GetBytes(text)];
    }

    /// <summary>Two people with several shortest paths between them, as written in a query.</summary>
    private (string From, string To) FarApart(string field, string bound)
    {
        using var all = JsonDocument.Parse(_stores.AskEmbedded("{ people(first: 40, where: { credits: { any: true } }) { nodes { id } } }"));
        string[] ids = [.. all.RootElement.GetProperty("data").GetProperty("people").GetProperty("nodes").EnumerateArray().Select(n => QueryValue.Of(n.GetProperty("id").GetString()!).Json)];
        foreach (var (from, to) in ids.SelectMany(from => ids.Select(to => (from, to))))
        {
            using var found = JsonDocument.Parse(_stores.AskEmbedded($"{{ list: {field}(from: {from}, to: {to}, {bound}) {{ totalCount }} }}"));
            if (found.RootElement.GetProperty("data").GetProperty("list").GetProperty("totalCount").GetInt32() is > 3 and < 60)
            {
                return (from, to);
            }
        }

        throw new InvalidOperationException($"The graph has no two people with several {field}.");
    }
}
