using System.Text;
using System.Text.Json;
using GraphService.TestSupport;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>Lists whose keys are missing, tied, or of a different order by code point and by UTF-16 unit are walked in both directions, each page asked of both stores.</summary>
public class PageWalkTests(PageWalkTests.Graph graph) : IClassFixture<PageWalkTests.Graph>
{
    private readonly BothStores _stores = graph.Stores;

    [RealNeo4jTheory]
    [InlineData("people", "[]", "{}")]
    [InlineData("people", "[{ name: ASC }]", "{}")]
    [InlineData("people", "[{ id: DESC }]", "{ name: { ncontains: \"a\" } }")]
    [InlineData("people", "[{ sortName: DESC, name: DESC }]", "{ credits: { any: true } }")]
    [InlineData("works", "[]", "{}")]
    [InlineData("works", "[{ year: DESC }, { title: DESC }]", "{}")]
    [InlineData("works", "[{ title: ASC }]", "{ year: { neq: 2000 } }")]
    [InlineData("films", "[{ form: DESC }, { year: ASC }]", "{}")]
    [InlineData("films", "[{ form: ASC, title: DESC }]", "{ form: { neq: null } }")]
    public async Task A_root_list_is_walked_alike(string root, string order, string filter)
    {
        var query = $"query ($first: Int, $last: Int, $after: String, $before: String) {{ list: {root}(order: {order}, where: {filter}, first: $first, last: $last, after: $after, before: $before) "
            + "{ totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";

        await WalkAsync(query, data => data.GetProperty("list"));
    }

    [RealNeo4jTheory]
    [InlineData("credits", "[]")]
    [InlineData("credits", "[{ role: DESC }, { person: { name: ASC } }]")]
    [InlineData("credits", "[{ work: { title: DESC } }, { note: DESC }]")]
    [InlineData("credits", "[{ billing: DESC, kind: ASC }]")]
    [InlineData("actedIn", "[]")]
    [InlineData("actedIn", "[{ title: DESC }]")]
    public async Task A_list_below_a_node_is_walked_alike(string field, string order)
    {
        var owner = Busiest("people", field);
        var rows = field == "credits" ? "nodes { kind work { id } person { id } }" : "nodes { id }";
        var query = $"query ($first: Int, $last: Int, $after: String, $before: String) {{ node(id: {QueryValue.Of(owner).Json}) {{ ... on Person {{ list: {field}(order: {order}, first: $first, last: $last, after: $after, before: $before) "
            + $"{{ totalCount edges {{ cursor }} {rows} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }} }} }}";

        await WalkAsync(query, data => data.GetProperty("node").GetProperty("list"));
    }

    [RealNeo4jFact]
    public async Task Cast_is_walked_alike()
    {
        var owner = Busiest("works", "cast");
        var query = $"query ($first: Int, $last: Int, $after: String, $before: String) {{ work(id: {QueryValue.Of(owner).Json}) {{ list: cast(first: $first, last: $last, after: $after, before: $before) "
            + "{ totalCount edges { cursor billing node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }";

        await WalkAsync(query, data => data.GetProperty("work").GetProperty("list"));
    }

    [RealNeo4jTheory]
    [InlineData("collaborationPaths", "maxDegrees: 12", "steps { work { id } to { id } }")]
    [InlineData("shortestPaths", "maxLength: 16", "nodes { id } relationships { kind from { id } to { id } properties { name value } }")]
    public async Task Paths_are_walked_alike(string field, string bound, string node)
    {
        var (from, to) = FarApart(field, bound);
        var query = $"query ($first: Int, $after: String) {{ list: {field}(from: {from}, to: {to}, {bound}, first: $first, after: $after) "
            + $"{{ totalCount edges {{ cursor node {{ {node} }} }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}";

        var cursors = await WalkAsync(query, data => data.GetProperty("list"), size: 2, isForward: true);

        Assert.InRange(cursors.Count, 3, 200);
    }

    [RealNeo4jTheory]
    [InlineData("search", "text: \"a\"", "score matched node { __typename id }")]
    [InlineData("search", "text: \"k\", kinds: [PERSON, FILM]", "score matched node { __typename id }")]
    [InlineData("search", "text: \"BRI zo\"", "score matched node { __typename id }")]
    [InlineData("search", "text: \"a\", kinds: [SERIES, CHARACTER, SOURCE, FILM, GROUP]", "score matched node { __typename id }")]
    [InlineData("search", "text: \"œ\"", "matched")]
    [InlineData("disputes", "", "node { property subject { __typename id } claims { value sources { locator source { id name } } } }")]
    [InlineData("sources", "", "node { id name }")]
    public async Task A_list_that_has_no_way_back_is_walked_alike(string field, string arguments, string edge)
    {
        var query = $"query ($first: Int, $after: String) {{ list: {field}({arguments} first: $first, after: $after) "
            + $"{{ totalCount edges {{ cursor {edge} }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}";

        var cursors = await WalkAsync(query, data => data.GetProperty("list"), size: 2, isForward: true);

        Assert.InRange(cursors.Count, 1, 200);
        await _stores.AskAsync(query, Variables(("first", 0), ("after", cursors[^1])));
    }

    [RealNeo4jFact]
    public async Task Everything_is_counted_alike()
    {
        await _stores.AskAsync("{ statistics { nodes relationships people works credits } disputes { totalCount } sources { totalCount } }");
    }

    /// <summary>Two people with several shortest paths between them, as written in a query.</summary>
    private (string From, string To) FarApart(string field, string bound)
    {
        using var all = JsonDocument.Parse(_stores.AskEmbedded("{ people(first: 40, where: { credits: { any: true } }) { nodes { id } } }"));
        string[] ids = [.. all.RootElement.GetProperty("data").GetProperty("people").GetProperty("nodes").EnumerateArray().Select(n => QueryValue.Of(n.GetProperty("id").GetString()!).Json)];
        foreach (var (from, to) in ids.SelectMany(from => ids.Select(to => (from, to))))
        {
            using var found = JsonDocument.Parse(_stores.AskEmbedded($"{{ list: {field}(from: {from}, to: {to}, {bound}) {{ totalCount }} }}"));
            if (found.RootElement.GetProperty("data").GetProperty("list").GetProperty("totalCount").GetInt32() is > 2 and < 60)
            {
                return (from, to);
            }
        }

        throw new InvalidOperationException($"The graph has no two people with several {field}.");
    }

    [RealNeo4jTheory]
    [InlineData("people", "")]
    [InlineData("works", "")]
    [InlineData("works", "over: [SEQUEL_OF, RELEASED_ON, WON, SEQUEL_OF]")]
    [InlineData("people", "over: [INFLUENCED_BY, COLLABORATED_WITH]")]
    public async Task Relationships_are_walked_alike(string root, string over)
    {
        var owner = Busiest(root, "relationships");
        string Query(string id) => $"query ($first: Int, $after: String) {{ node(id: {QueryValue.Of(id).Json}) {{ list: relationships({over} first: $first, after: $after) "
            + "{ totalCount edges { cursor node { kind from { id } to { id } properties { name value } sources { locator } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }";

        var cursors = await WalkAsync(Query(owner), data => data.GetProperty("node").GetProperty("list"), size: 3, isForward: true);

        // A cursor is a place in the list of any node.
        foreach (var (other, after) in _stores.AskEmbedded("{ works { nodes { id } } }").Split("\"id\":").Skip(1).Select(t => JsonSerializer.Deserialize<string>(t[..t.IndexOf('}', StringComparison.Ordinal)])!).Zip(cursors))
        {
            await _stores.AskAsync(Query(other), Variables(("first", 2), ("after", after)));
        }
    }

    /// <summary>Keys as no row has them: types and places that are not, ids between others, what is never missing.</summary>
    [RealNeo4jFact]
    public async Task Forged_places_among_relationships_are_the_same_place_on_both_stores()
    {
        var owner = QueryValue.Of(Busiest("people", "relationships")).Json;
        const string page = "{ totalCount edges { cursor node { kind from { id } to { id } } } pageInfo { hasNextPage hasPreviousPage } }";
        var first = await _stores.AskAsync($"{{ node(id: {owner}) {{ relationships(first: 1) {page} }} }}");
        var cursor = first.Json.GetProperty("data").GetProperty("node").GetProperty("relationships").GetProperty("edges")[0].GetProperty("cursor").GetString()!;

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
            await _stores.AskAsync($"query($after: String) {{ node(id: {owner}) {{ relationships(first: 4, after: $after) {page} }} }}", Variables(("after", ForgedCursor.WithKeys(cursor, keys))));
        }

        static byte[] Number(long value) => [1, .. BitConverter.GetBytes(value).Reverse()];
        static byte[] Text(string text) => [2, (byte)Encoding.UTF8.GetByteCount(text), .. Encoding.UTF8.GetBytes(text)];
    }

    [RealNeo4jTheory]
    [InlineData("recurringTeams(minWorks: 1, ", "node { members { id } works { id } workCount }")]
    [InlineData("recurringTeams(roles: [ACTOR, DIRECTOR], ", "node { members { id } works { id } }")]
    [InlineData("centralPeople(", "score rank node { id }")]
    [InlineData("centralPeople(measure: CLOSENESS, roles: [ACTOR], ", "score rank node { id }")]
    [InlineData("centralPeople(measure: BETWEENNESS, ", "score rank node { id }")]
    [InlineData("centralPeople(measure: PAGERANK, ", "score rank node { id }")]
    [InlineData("components(", "node { size people works sample { id } }")]
    public async Task A_list_of_the_whole_graph_is_walked_alike(string field, string row)
    {
        var query = $"query ($first: Int, $after: String) {{ list: {field}first: $first, after: $after) {{ totalCount edges {{ cursor {row} }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}";

        Assert.NotEmpty(await WalkAsync(query, data => data.GetProperty("list"), size: 3, isForward: true));
    }

    private string Busiest(string root, string field)
    {
        using var all = JsonDocument.Parse(_stores.AskEmbedded($"{{ {root}(first: 200) {{ nodes {{ id list: {field} {{ totalCount }} }} }} }}"));
        return all.RootElement.GetProperty("data").GetProperty(root).GetProperty("nodes").EnumerateArray()
            .MaxBy(n => n.GetProperty("list").GetProperty("totalCount").GetInt32()).GetProperty("id").GetString()!;
    }

    private async Task WalkAsync(string query, Func<JsonElement, JsonElement> list)
    {
        var forward = await WalkAsync(query, list, size: 3, isForward: true);
        var backward = await WalkAsync(query, list, size: 4, isForward: false);

        Assert.NotEmpty(forward);
        Assert.Equal(forward, backward);

        // Between two cursors, from either side.
        await _stores.AskAsync(query, Variables(("first", 2), ("after", forward[0]), ("before", forward[^1])));
        await _stores.AskAsync(query, Variables(("last", 2), ("after", forward[0]), ("before", forward[^1])));
        await _stores.AskAsync(query, Variables(("first", 0), ("after", forward[^1]), ("before", forward[0])));
    }

    /// <summary>The cursors of all rows, in the list's order.</summary>
    private async Task<List<string>> WalkAsync(string query, Func<JsonElement, JsonElement> list, int size, bool isForward)
    {
        var cursors = new List<string>();
        (string, object)[] from = [];
        while (true)
        {
            var answer = await _stores.AskAsync(query, Variables([(isForward ? "first" : "last", size), .. from]));
            var page = list(answer.Json.GetProperty("data"));
            var found = page.GetProperty("edges").EnumerateArray().Select(e => e.GetProperty("cursor").GetString()!).ToList();
            cursors.InsertRange(isForward ? cursors.Count : 0, found);
            var info = page.GetProperty("pageInfo");
            if (!info.GetProperty(isForward ? "hasNextPage" : "hasPreviousPage").GetBoolean())
            {
                Assert.Equal(page.GetProperty("totalCount").GetInt32(), cursors.Distinct().Count());
                return cursors;
            }

            from = isForward ? [("after", found[^1])] : [("before", found[0])];
        }
    }

    private static string Variables(params (string Name, object Value)[] values) => JsonSerializer.Serialize(values.ToDictionary(v => v.Name, v => v.Value));

    /// <summary>A random graph on both stores.</summary>
    public sealed class Graph : IAsyncLifetime, IDisposable
    {
        private readonly RealNeo4jDatabase _database = new();
        private readonly RandomGraphFolder _folder = new(11, graphs: 2, nodes: 60);
        private BothStores? _stores;

        internal BothStores Stores => _stores!;

        public async Task InitializeAsync()
        {
            await _database.InitializeAsync();
            if (RealNeo4j.Missing is null)
            {
                _stores = await BothStores.LoadAsync(_database, _folder.Path);
            }
        }

        public async Task DisposeAsync()
        {
            if (_stores is not null)
            {
                await _stores.DisposeAsync();
            }

            await _database.DisposeAsync();
            Dispose();
        }

        public void Dispose()
        {
            _folder.Dispose();
            _database.Dispose();
        }
    }
}
