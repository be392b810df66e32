using System.Text.Json;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>Walks the pages of a list, <c>list</c> in a query, each page asked of both stores: no row is lost or comes twice, and the flags say what there is.</summary>
internal sealed class PageWalk(BothStores stores)
{
    /// <summary>What a query has to select of a list, around what it selects of an edge.</summary>
    public static string Page(string edge, string rest = "") => $"{{ totalCount edges {{ cursor {edge} }} {rest} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }}";

    /// <summary>The node of some type for which a field lists most.</summary>
    public string Busiest(string type, string field)
    {
        string[] ids = [.. new ValuePool(q => stores.AskEmbedded(q)).Ids(type == "Work" ? ["Film", "Series"] : [type]).Take(200)];
        using var all = JsonDocument.Parse(stores.AskEmbedded($"query ($ids: [ID!]!) {{ nodes(ids: $ids) {{ id ... on {type} {{ list: {field} {{ totalCount }} }} }} }}", JsonSerializer.Serialize(new { ids })));
        return all.RootElement.GetProperty("data").GetProperty("nodes").EnumerateArray().MaxBy(n => n.GetProperty("list").GetProperty("totalCount").GetInt32()).GetProperty("id").GetString()!;
    }

    /// <summary>From the start to the end; the cursors of all rows.</summary>
    /// <param name="query">With variables first and after.</param>
    public async Task<List<string>> ForwardsAsync(string query)
    {
        var cursors = await WalkAsync(query, size: 3, isForward: true);

        Assert.NotEmpty(cursors);
        Assert.Equal(cursors.Take(200), Cursors(List(await AskAsync(query, ("first", 200)))));
        Assert.Empty(Cursors(List(await AskAsync(query, ("first", 0)))));
        Assert.Empty(Cursors(List(await AskAsync(query, ("first", 0), ("after", cursors[^1])))));
        return cursors;
    }

    /// <summary>From the start to the end and back, and between two rows.</summary>
    /// <param name="query">With variables first, after, last and before.</param>
    public async Task ForwardsAndBackwardsAsync(string query)
    {
        var cursors = await ForwardsAsync(query);

        Assert.Equal(cursors, await WalkAsync(query, size: 4, isForward: false));
        await AskAsync(query, ("first", 2), ("after", cursors[0]), ("before", cursors[^1]));
        await AskAsync(query, ("last", 2), ("after", cursors[0]), ("before", cursors[^1]));
        await AskAsync(query, ("first", 0), ("after", cursors[^1]), ("before", cursors[0]));
    }

    public async Task<JsonElement> AskAsync(string query, params (string Name, object Value)[] variables) =>
        (await stores.AskAsync(query, JsonSerializer.Serialize(variables.ToDictionary(v => v.Name, v => v.Value)))).Json.GetProperty("data");

    private static JsonElement List(JsonElement data)
    {
        var list = data.EnumerateObject().Single().Value;
        return list.TryGetProperty("list", out var below) ? below : list;
    }

    private static List<string> Cursors(JsonElement page) => [.. page.GetProperty("edges").EnumerateArray().Select(e => e.GetProperty("cursor").GetString()!)];

    /// <summary>The cursors of all rows, in the list's order.</summary>
    private async Task<List<string>> WalkAsync(string query, int size, bool isForward)
    {
        var cursors = new List<string>();
        (string, object)[] from = [];
        while (true)
        {
            var page = List(await AskAsync(query, [(isForward ? "first" : "last", size), .. from]));
            var (found, info) = (Cursors(page), page.GetProperty("pageInfo"));
            Assert.Equal(cursors.Count > 0, info.GetProperty(isForward ? "hasPreviousPage" : "hasNextPage").GetBoolean());
            cursors.InsertRange(isForward ? cursors.Count : 0, found);
            if (!info.GetProperty(isForward ? "hasNextPage" : "hasPreviousPage").GetBoolean())
            {
                Assert.Equal(page.GetProperty("totalCount").GetInt32(), cursors.Distinct().Count());
                return cursors;
            }

            from = isForward ? [("after", found[^1])] : [("before", found[0])];
        }
    }
}
