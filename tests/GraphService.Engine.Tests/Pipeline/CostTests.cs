using GraphService.Engine.Pipeline;
using GraphService.Engine.Tests.Music;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Validation;

namespace GraphService.Engine.Tests.Pipeline;

public class CostTests
{
    private static readonly MusicService Service = new(Band.Graph(), new EngineLimits { MaxCost = 1 });

    [Theory]
    [InlineData("{ artists(first: 7) { totalCount } }", 7)]
    [InlineData("{ artists(last: 8) { totalCount } }", 8)]
    [InlineData("{ artists { totalCount } }", 50)]
    [InlineData("{ artists(first: 7) { totalCount } recordings(first: 5) { totalCount } }", 12)]
    [InlineData("{ artists(first: 7) { nodes { sang(first: 3) { totalCount } } edges { node { parts(first: 2) { totalCount } } } } }", 7 + 21 + 14)]
    [InlineData("""{ nodes(ids: ["a", "b", "c"]) { ... on Artist { sang(first: 10) { totalCount } } } }""", 3 + 30)]
    [InlineData("""{ artist(id: "ada") { sang(first: 10) { totalCount } } }""", 1 + 10)]
    [InlineData("{ recordings(first: 7) { nodes { parts(first: 3) { nodes { recording { singers(first: 2) { totalCount } } } } } } }", 7 + 21 + 42)]
    [InlineData("{ recordings(first: 7) { nodes { ... on Album { parts(first: 3) { totalCount } } ... on Single { parts(first: 4) { totalCount } } } } }", 7 + 21 + 28)]
    [InlineData("""{ index(letter: "a", first: 6) { nodes { sang(first: 2) { totalCount } } } probe { value } }""", 6 + 12 + 1)]
    [InlineData("{ artists(first: 7) { aggregates { count } } }", 7 + 200)]
    [InlineData("{ artists(first: 7) { nodes { sang(first: 0) { aggregates { minYear } again: aggregates { maxYear } } } } }", 7 + 0 + (7 * 200) + (7 * 200))]
    [InlineData("{ recordings(first: 0) { aggregates { byLabel { label { recordings(first: 3) { nodes { id } } } } } } }", 0 + 200 + 600)]
    [InlineData("{ recordings(first: 2) { nodes { ... on Album { parts(first: 0) { aggregates { count } } } ... on Single { parts(first: 0) { aggregates { artists } } } } } }", 2 + 400 + 400)]
    [InlineData("{ artists(first: -7) { totalCount } recordings(first: 5) { totalCount } }", 1 + 5)]
    public void The_cost_is_the_rows_that_may_be_answered(string query, long cost) => Assert.Equal(
        ("""{"errors":[{"message":"The operation may answer with COST rows, but at most 1 are served: ask for smaller pages or fewer levels.","extensions":{"code":"LIMIT_COST","limit":{"name":"COST","value":1}}}]}""".Replace("COST rows", $"{cost} rows", StringComparison.Ordinal), ResponseKind.RequestError),
        Service.Answer(query));

    [Fact]
    public void Sizes_may_come_from_variables()
    {
        const string query = "query($first: Int) { artists(first: $first) { totalCount } }";
        Assert.Contains("may answer with 9 rows", Service.Text(query, """{"first":9}"""), StringComparison.Ordinal);
        Assert.Contains("may answer with 50 rows", Service.Text(query, """{"first":null}"""), StringComparison.Ordinal);
        Assert.Equal("""{"data":{"artists":{"totalCount":2}}}""", Service.Text(query, """{"first":1}"""));
    }

    // The fragment is there for one kind or for the other: what it asks for counts once, if at all.
    [Theory]
    [InlineData(true, true, 7 + 21 + 42)]
    [InlineData(true, false, 7 + 21)]
    [InlineData(false, true, 7 + 21 + 42)]
    [InlineData(false, false, 7)]
    public void A_selection_counts_once_for_all_kinds(bool albums, bool singles, long cost) => Assert.Contains(
        $"may answer with {cost} rows",
        Service.Text(
            """
            query($albums: Boolean!, $singles: Boolean!) {
              recordings(first: 7) { nodes { ... on Album @include(if: $albums) { ...f } ... on Single @include(if: $singles) { ...f ...g } } }
            }
            fragment f on Recording { parts(first: 3) { totalCount } }
            fragment g on Recording { parts(first: 3) { nodes { artist { sang(first: 2) { totalCount } } } } }
            """,
            $$"""{"albums":{{(albums ? "true" : "false")}},"singles":{{(singles ? "true" : "false")}}}"""),
        StringComparison.Ordinal);

    [Fact]
    public void A_cost_beyond_64_bits_is_still_too_much()
    {
        var fields = "totalCount";
        for (var depth = 0; depth < 4; depth++)
        {
            fields = $"nodes {{ artist {{ parts(first: 2000000000) {{ nodes {{ recording {{ parts(first: 2000000000) {{ {fields} }} }} }} }} }} }}";
        }

        var service = new MusicService(
            Band.Graph(), new EngineLimits { MaxCost = 1_000_000, MaxPageSize = int.MaxValue }, new ValidationOptions { MaxDepth = 100 });
        Assert.StartsWith(
            """{"errors":[{"message":"The operation may answer with """,
            service.Text($"{{ artist(id: \"ada\") {{ parts(first: 2000000000) {{ {fields} }} }} }}"));
    }
}
