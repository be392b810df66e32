using GraphService.Engine.Tests.Music;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Transport;

namespace GraphService.Engine.Tests.Pipeline;

public class QueryEngineTests
{
    private static readonly MusicService Service = new(Band.Graph());

    [Theory]
    [InlineData("""{ artist(id: "ada") { id name aliases born height mood volume lucky crafts } }""", """{"artist":{"id":"ada","name":"Ada","aliases":["Ada L."],"born":"1990-05","height":170,"mood":"LOUD","volume":null,"lucky":[3,7],"crafts":["VOICE"]}}""")]
    [InlineData("""{ artist(name: "ADA  l") { id } bo: artist(name: "bo") { id crafts sources { locator source { id } } } }""", """{"artist":{"id":"ada"},"bo":{"id":"bo","crafts":["VOICE","BASS"],"sources":[{"locator":"back","source":{"id":"sleeve"}}]}}""")]
    [InlineData("""{ artist(id: "first") { id } recording(id: "first") { __typename } album(id: "again") { id } node(id: "nobody") { id } }""", """{"artist":null,"recording":{"__typename":"Album"},"album":null,"node":null}""")]
    [InlineData("""{ nodes(ids: ["again", "nobody", "ada", "again"]) { __typename id ... on Single { side original { title } } } }""", """{"nodes":[{"__typename":"Single","id":"again","side":"Never","original":{"title":"First"}},null,{"__typename":"Artist","id":"ada"},{"__typename":"Single","id":"again","side":"Never","original":{"title":"First"}}]}""")]
    [InlineData("""{ album(title: "first", year: 2002) { tracks original { id } covers { id kind } } none: album(title: "first", year: 1999) { id } }""", """{"album":{"tracks":9,"original":null,"covers":[{"id":"again","kind":"SINGLE"}]},"none":null}""")]
    [InlineData("""{ album(id: "first") { parts { totalCount nodes { craft kind artist { id } recording { id } songs note billing } } } }""", """{"album":{"parts":{"totalCount":2,"nodes":[{"craft":"BASS","kind":"PLAYED_BASS_ON","artist":{"id":"bo"},"recording":{"id":"first"},"songs":[],"note":"on \"Two\"","billing":null},{"craft":"VOICE","kind":"SANG_ON","artist":{"id":"ada"},"recording":{"id":"first"},"songs":["One","Two"],"note":null,"billing":1}]}}}""")]
    [InlineData("""{ recording(id: "again") { singers { edges { billing node { id sang { totalCount } } } } } }""", """{"recording":{"singers":{"edges":[{"billing":2,"node":{"id":"bo","sang":{"totalCount":1}}},{"billing":null,"node":{"id":"ada","sang":{"totalCount":2}}}]}}}""")]
    [InlineData("""{ album(id: "first") { issues { date label { name recordings { nodes { title } pageInfo { hasNextPage } } } } } }""", """{"album":{"issues":[{"date":"2001-10-02","label":{"name":"tiny","recordings":{"nodes":[{"title":"First"}],"pageInfo":{"hasNextPage":false}}}}]}}""")]
    [InlineData("""{ probe { value artist { id } tags self { value } } other: probe(value: null) { value } }""", """{"probe":{"value":1,"artist":null,"tags":["a \"tag\"","b"],"self":{"value":1}},"other":{"value":null}}""")]
    [InlineData("""{ index(letter: "B") { totalCount nodes { id } edges { node { name } } } }""", """{"index":{"totalCount":1,"nodes":[{"id":"bo"}],"edges":[{"node":{"name":"Bo"}}]}}""")]
    [InlineData("""{ __typename __type(name: "Volume") { enumValues { name } } }""", """{"__typename":"Query","__type":{"enumValues":[{"name":"QUIET"},{"name":"LOUD"}]}}""")]
    public void A_query_is_answered(string query, string data) => Assert.Equal($$"""{"data":{{data}}}""", Service.Text(query));

    [Fact]
    public void Requests_that_do_not_read_the_graph_leave_the_others_alone()
    {
        for (var round = 0; round < 4; round++)
        {
            Assert.Equal("""{"data":{"__typename":"Query"}}""", Service.Text("{ __typename }"));
            Assert.Equal("""{"data":{"node":{"id":"bo"}}}""", Service.Text("""{ node(id: "bo") { id } }"""));
        }
    }

    [Theory]
    [InlineData("{ artists { nodes { id } }", "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ artists { nodes { surname } } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("query A { __typename } query B { __typename }", "OPERATION_RESOLUTION_FAILURE")]
    [InlineData("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", "BAD_USER_INPUT")]
    public void A_request_that_cannot_begin_has_errors_and_no_data(string query, string code)
    {
        var (text, kind) = Service.Answer(query);
        Assert.Equal(ResponseKind.RequestError, kind);
        Assert.StartsWith("""{"errors":[""", text);
        Assert.Equal(code, Service.Error(query)["extensions"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public void An_operation_is_chosen_by_name() => Assert.Equal(
        """{"data":{"artist":{"id":"bo"}}}""",
        Service.Text("""query A { artist(id: "ada") { id } } query B { artist(id: "bo") { id } }""", operationName: "B"));

    [Fact]
    public void Without_a_graph_only_the_schema_answers()
    {
        var empty = new MusicService(null);
        Assert.False(empty.Graphs.IsReady);
        Assert.Equal(("""{"data":{"__typename":"Query"}}""", ResponseKind.Executed), empty.Answer("{ __typename }"));
        Assert.Equal(
            ("""{"errors":[{"message":"No graph is loaded yet: try again in a moment.","extensions":{"code":"UNAVAILABLE"}}]}""", ResponseKind.Unavailable),
            empty.Answer("""{ node(id: "bo") { id } }"""));
        empty.Graphs.Publish(Band.Graph().Load());
        Assert.True(empty.Graphs.IsReady);
        Assert.Equal("""{"data":{"node":{"id":"bo"}}}""", empty.Text("""{ node(id: "bo") { id } }"""));
    }

    [Fact]
    public void A_plan_is_explained_without_a_graph()
    {
        var empty = new MusicService(null);
        using var request = GraphQLRequest.Create("""query($a: Boolean!) { __typename nodes(ids: []) { ... on Artist { a: name @include(if: $a) sang { nodes { year } } } } }""");
        using var response = ResponseWriter.Rent();
        Assert.Equal(
            """
            nodes!: by ids in slot 0, any kind
              on ARTIST
                a! if c0: text name
                sang!: page in slot 1 of steps (out SANG_ON Recording, by rank)
                  nodes!: connection nodes
                    on ALBUM SINGLE
                      year: int year

            """,
            empty.Engine.Explain(request, response));
        using var refused = GraphQLRequest.Create("{ nobody }");
        Assert.Null(empty.Engine.Explain(refused, response));
        Assert.StartsWith("""{"errors":[{"message":"Cannot query field""", response.ToString());
        using var broken = GraphQLRequest.Create("{");
        Assert.Null(empty.Engine.Explain(broken, response));
        Assert.StartsWith("""{"errors":[{"message":"Syntax Error""", response.ToString());
    }
}
