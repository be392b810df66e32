using System.Text.Json;
using GraphService.Films.Tests.TestSupport;

namespace GraphService.Films.Tests.Queries;

/// <summary>Pages of a filmography, both ways, with the cursors that the service gives.</summary>
public class FilmographyTests
{
    private const string Query = """
        query($id: ID!, $order: [WorkSortInput!] = [{ year: DESC }, { title: ASC }], $first: Int, $after: String, $last: Int, $before: String) {
          person(id: $id) {
            actedIn(order: $order, first: $first, after: $after, last: $last, before: $before) {
              totalCount
              pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
              edges { cursor node { id } }
            }
          }
        }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(33)]
    [InlineData(200)]
    public void Pages_forward_are_the_whole_list(int size)
    {
        var whole = Edges(Ask(new { id = "laurent-lafitte" }));
        var paged = new List<string>();
        JsonElement page;
        string? after = null;
        do
        {
            page = Ask(new { id = "laurent-lafitte", first = size, after });
            Assert.Equal(33, page.GetProperty("totalCount").GetInt32());
            Assert.Equal(paged.Count > 0, Has(page, "hasPreviousPage"));
            paged.AddRange(Edges(page));
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
        while (Has(page, "hasNextPage"));

        Assert.Equal(whole, paged);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(40)]
    public void Pages_backward_are_the_whole_list(int size)
    {
        var whole = Edges(Ask(new { id = "laurent-lafitte" }));
        var paged = new List<string>();
        JsonElement page;
        string? before = null;
        do
        {
            page = Ask(new { id = "laurent-lafitte", last = size, before });
            Assert.Equal(paged.Count > 0, Has(page, "hasNextPage"));
            paged.InsertRange(0, Edges(page));
            before = page.GetProperty("pageInfo").GetProperty("startCursor").GetString();
        }
        while (Has(page, "hasPreviousPage"));

        Assert.Equal(whole, paged);
    }

    [Fact]
    public void After_and_before_bound_a_range()
    {
        var edges = Ask(new { id = "laurent-lafitte" }).GetProperty("edges").EnumerateArray().ToList();

        var range = Ask(new { id = "laurent-lafitte", after = Cursor(edges[2]), before = Cursor(edges[6]) });
        var nothing = Ask(new { id = "laurent-lafitte", after = Cursor(edges[5]), before = Cursor(edges[6]) });

        Assert.Equal(edges[3..6].Select(e => e.GetRawText()), Edges(range));
        Assert.True(Has(range, "hasNextPage") && Has(range, "hasPreviousPage"));
        Assert.Empty(Edges(nothing));
        Assert.True(Has(nothing, "hasNextPage") && Has(nothing, "hasPreviousPage"));
        Assert.Equal(JsonValueKind.Null, nothing.GetProperty("pageInfo").GetProperty("startCursor").ValueKind);
    }

    [Fact]
    public void A_cursor_is_of_its_field_and_order_but_of_any_parent()
    {
        var cursor = Cursor(Ask(new { id = "laurent-lafitte", first = 5 }).GetProperty("edges")[4]);

        Assert.Equal("les-salauds-2013", Ask(new { id = "chiara-mastroianni", after = cursor, first = 2 }).GetProperty("edges")[1].GetProperty("node").GetProperty("id").GetString());
        var refused = FilmService.Seed.Ask(Query, JsonSerializer.Serialize(new { id = "laurent-lafitte", after = cursor, order = new[] { new { title = "ASC" } } }));
        Assert.Equal("after", refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("argument").GetString());
    }

    private static JsonElement Ask(object variables) => FilmService.Seed.Data(Query, JsonSerializer.Serialize(variables)).GetProperty("person").GetProperty("actedIn");

    private static List<string> Edges(JsonElement page) => [.. page.GetProperty("edges").EnumerateArray().Select(e => e.GetRawText())];

    private static bool Has(JsonElement page, string flag) => page.GetProperty("pageInfo").GetProperty(flag).GetBoolean();

    private static string Cursor(JsonElement edge) => edge.GetProperty("cursor").GetString()!;
}
