using System.Text.Json;
using System.Text.Json.Nodes;
using GraphService.Films.Tests.TestSupport;

namespace GraphService.Films.Tests.Fields;

/// <summary>Pages through a list as a client does.</summary>
internal static class Pages
{
    public const string Info = "totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

    /// <summary>The edges of all pages, one after the other. What the pages say of themselves is checked on the way.</summary>
    /// <param name="service">Who is asked.</param>
    /// <param name="query">Takes $first and $after; the list has the alias "list", <see cref="Info"/> and cursors.</param>
    /// <param name="variables">The other variables.</param>
    /// <param name="size">Rows of a page.</param>
    /// <param name="most">Pages to stop after.</param>
    public static List<JsonElement> Walk(FilmService service, string query, string variables, int size, int most = 200)
    {
        var all = new List<JsonElement>();
        var asked = JsonNode.Parse(variables)!;
        asked["first"] = size;
        for (var page = 0; page < most; page++)
        {
            var list = Find(service.Data(query, asked.ToJsonString()))!.Value;
            var edges = list.GetProperty("edges").EnumerateArray().ToList();
            var info = list.GetProperty("pageInfo");
            var total = list.GetProperty("totalCount").GetInt32();
            Assert.Equal(Math.Min(size, total - all.Count), edges.Count);
            Assert.Equal(all.Count + edges.Count < total, info.GetProperty("hasNextPage").GetBoolean());
            Assert.Equal(all.Count > 0, info.GetProperty("hasPreviousPage").GetBoolean());
            Assert.Equal(edges.Count == 0 ? null : edges[0].GetProperty("cursor").GetString(), info.GetProperty("startCursor").GetString());
            Assert.Equal(edges.Count == 0 ? null : edges[^1].GetProperty("cursor").GetString(), info.GetProperty("endCursor").GetString());
            all.AddRange(edges);
            if (!info.GetProperty("hasNextPage").GetBoolean())
            {
                break;
            }

            asked["after"] = info.GetProperty("endCursor").GetString();
        }

        return all;
    }

    private static JsonElement? Find(JsonElement data) =>
        data.TryGetProperty("list", out var list) ? list : data.EnumerateObject().Select(p => Find(p.Value)).FirstOrDefault(l => l is not null);
}
