using GraphService.Engine.Tests.Music;

namespace GraphService.Engine.Tests.Pipeline;

/// <summary>What is counted over lists, on graphs that can be counted by hand; everything else is the law's.</summary>
public class AggregateTests
{
    private static readonly MusicService Service = new(Band.Graph());

    [Theory]
    [InlineData("{ artists(first: 0) { aggregates { count minHeight maxHeight byMood { mood count } byCraft { craft count } } } }", """{"artists":{"aggregates":{"count":2,"minHeight":170,"maxHeight":170,"byMood":[{"mood":"LOUD","count":1}],"byCraft":[{"craft":"VOICE","count":2},{"craft":"BASS","count":1}]}}}""")]
    [InlineData("{ artists(first: 1, where: {name: {eq: \"Bo\"}}) { nodes { id } aggregates { count minHeight byHeight { count } } } }", """{"artists":{"nodes":[{"id":"bo"}],"aggregates":{"count":1,"minHeight":null,"byHeight":[]}}}""")]
    [InlineData("{ recordings { aggregates { byYear { year count } byDecade { year count } byKind { kind count } byLabel { label { name recordings(first: 1) { nodes { title } aggregates { count } } } count } } } }", """{"recordings":{"aggregates":{"byYear":[{"year":2001,"count":1},{"year":2003,"count":1}],"byDecade":[{"year":2000,"count":2}],"byKind":[{"kind":"ALBUM","count":1},{"kind":"SINGLE","count":1}],"byLabel":[{"label":{"name":"tiny","recordings":{"nodes":[{"title":"First"}],"aggregates":{"count":1}}},"count":1}]}}}""")]
    [InlineData("{ artist(id: \"ada\") { parts(first: 0) { aggregates { artists recordings maxBilling minYear byBilling { billing count } byCraft { craft count } byType { type count } byMood { mood } byKind { kind } } } } }", """{"artist":{"parts":{"aggregates":{"artists":1,"recordings":2,"maxBilling":1,"minYear":2001,"byBilling":[{"billing":1,"count":1}],"byCraft":[{"craft":"VOICE","count":2}],"byType":[{"type":"SANG_ON","count":2}],"byMood":[{"mood":"LOUD"}],"byKind":[{"kind":"ALBUM"},{"kind":"SINGLE"}]}}}}""")]
    [InlineData("{ albums(order: {title: DESC}, last: 1) { nodes { id } aggregates { count maxYear } } }", """{"albums":{"nodes":[{"id":"first"}],"aggregates":{"count":1,"maxYear":2001}}}""")]
    [InlineData("{ index(letter: \"A\", first: 0) { totalCount aggregates { count maxHeight byCraft { craft } } } }", """{"index":{"totalCount":1,"aggregates":{"count":1,"maxHeight":170,"byCraft":[{"craft":"VOICE"}]}}}""")]
    public void Every_kind_of_list_is_counted(string query, string data) => Assert.Equal($$"""{"data":{{data}}}""", Service.Text(query));

    [Theory]
    [InlineData(true, """{"of":{"__typename":"ArtistsAggregates","n":2,"byHeight":[{"from":168,"__typename":"HeightCount"}]},"more":{"least":170}}""")]
    [InlineData(false, """{"of":{"n":2}}""")]
    public void Aliases_fragments_and_conditions_are_those_of_any_object(bool a, string artists) => Assert.Equal(
        $$$"""{"data":{"artists":{{{artists}}}}}""",
        Service.Text(
            """
            query($a: Boolean!) {
              artists {
                of: aggregates { __typename @include(if: $a) ...f ... on ArtistsAggregates { n: count } }
                more: aggregates @include(if: $a) { least: minHeight maxHeight @skip(if: $a) byMood @skip(if: $a) { count } }
              }
            }
            fragment f on ArtistsAggregates { n: count byHeight @include(if: $a) { from: height ... @include(if: $a) { __typename } count @skip(if: $a) } }
            """,
            $$"""{"a":{{(a ? "true" : "false")}}}"""));

    // Spans begin below their members on both sides of zero; the lowest begins where integers do.
    [Fact]
    public void The_least_and_the_greatest_integers_are_in_a_group()
    {
        var graph = new MusicGraph();
        foreach (var (year, i) in new[] { -2147483647, -11, -10, -1, 0, 9, 10, 2147483647 }.Select((y, i) => (y, i)))
        {
            graph.AddAlbum($"album-{i}", null, ("year", year));
        }

        Assert.Equal(
            """{"data":{"albums":{"aggregates":{"minYear":-2147483647,"maxYear":2147483647,"byDecade":[{"year":-2147483648,"count":1},{"year":-20,"count":1},{"year":-10,"count":2},{"year":0,"count":2},{"year":10,"count":1},{"year":2147483640,"count":1}]}}}}""",
            new MusicService(graph).Text("{ albums(first: 0) { aggregates { minYear maxYear byDecade { year count } } } }"));
    }

    [Fact]
    public void The_groups_of_lists_within_lists_are_those_of_each() => Assert.Equal(
        """{"data":{"artists":{"aggregates":{"byCraft":[{"count":2},{"count":1}]},"nodes":[{"sang":{"aggregates":{"byYear":[{"year":2001},{"year":2003}],"count":2}}},{"sang":{"aggregates":{"byYear":[{"year":2003}],"count":1}}}]}}}""",
        Service.Text("{ artists { aggregates { byCraft { count } } nodes { sang(first: 0) { aggregates { byYear { year } count } } } } }"));

    [Fact]
    public void A_refused_page_is_refused_with_what_is_counted_beside_it()
    {
        Assert.Equal("first must not be negative, but it is -1.", Service.Error("{ artists(first: -1) { aggregates { count } } }")["message"]!.GetValue<string>());
        Assert.Equal("LIMIT_PAGE_SIZE", Service.Error("{ index(letter: \"A\", first: 201) { aggregates { count } } }")["extensions"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public void The_groups_of_groups_are_bounded_by_the_cost()
    {
        var fields = "count";
        for (var depth = 0; depth < 4; depth++)
        {
            fields = $"byLabel {{ label {{ recordings(first: 0) {{ aggregates {{ {fields} }} }} }} }}";
        }

        var service = new MusicService(Band.Graph(), validation: new GraphQL.Validation.ValidationOptions { MaxDepth = 100 });
        Assert.Equal("LIMIT_COST", service.Error($"{{ recordings(first: 0) {{ aggregates {{ {fields} }} }} }}")["extensions"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public void The_plan_tells_what_is_counted()
    {
        using var request = GraphQL.Transport.GraphQLRequest.Create("{ recordings(first: 0) { aggregates { minYear byDecade { year count } byLabel { label { name } } } } }", null, null);
        using var response = GraphQL.Execution.ResponseWriter.Rent();
        Assert.Equal(
            """
            recordings: page in slot 0 of table Recording
              aggregates!: aggregates
                minYear: least year
                byDecade!: rows by year, 10 to a group
                  year!: group key
                  count!: group count
                byLabel!: rows by nodes of steps (out ISSUED_BY Label distinct, by rank)
                  label!: group key
                    on LABEL
                      name!: text name

            """,
            Service.Engine.Explain(request, response));
    }
}
