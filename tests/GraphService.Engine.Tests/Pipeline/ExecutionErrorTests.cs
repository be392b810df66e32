using System.Text.Json.Nodes;
using GraphService.Engine.Pipeline;
using GraphService.Engine.Tests.Music;

namespace GraphService.Engine.Tests.Pipeline;

/// <summary>Spec, Handling Execution Errors: where an error points, what becomes null, and that the rest is still answered.</summary>
public class ExecutionErrorTests
{
    private static readonly MusicService Service = new(Band.Graph());

    [Fact]
    public void A_refused_root_field_is_null_and_its_siblings_answer() => Assert.Equal(
        """{"data":{"artists":null,"node":{"id":"bo"},"probe":{"value":1}},"errors":[{"message":"first must not be negative, but it is -1.","locations":[{"line":1,"column":3}],"path":["artists"],"extensions":{"code":"BAD_USER_INPUT","argument":"first"}}]}""",
        Service.Text("""{ artists(first: -1) { totalCount } node(id: "bo") { id } probe { value } }"""));

    [Fact]
    public void An_error_is_said_once_for_a_selection_with_the_path_of_its_first_parent() => Assert.Equal(
        """{"data":{"artists":null,"recordings":null},"errors":[{"message":"first must not be negative, but it is -2.","locations":[{"line":1,"column":38}],"path":["artists","edges",0,"node","sang"],"extensions":{"code":"BAD_USER_INPUT","argument":"first"}},{"message":"first must not be negative, but it is -3.","locations":[{"line":1,"column":114}],"path":["recordings","nodes",0,"parts"],"extensions":{"code":"BAD_USER_INPUT","argument":"first"}}]}""",
        Service.Text("{ artists { edges { node { id name   sang(first: -2) { totalCount } } } } recordings(order: {id: ASC}) { nodes { parts(first: -3) { totalCount } } } }"));

    // Both kinds of recordings are met; each is refused where it is nullable, not its list.
    [Fact]
    public void A_selection_on_an_interface_is_one_selection()
    {
        var answer = JsonNode.Parse(Service.Text("""{ nodes(ids: ["first", "again", "ada"]) { id ... on Recording { parts(first: -3) { totalCount } } } }"""))!;
        Assert.Equal("""{"nodes":[null,null,{"id":"ada"}]}""", answer["data"]!.ToJsonString());
        Assert.Equal("""["nodes",0,"parts"]""", Assert.Single(answer["errors"]!.AsArray())!["path"]!.ToJsonString());
    }

    [Fact]
    public void Selections_of_one_name_on_different_types_are_different_selections()
    {
        var answer = JsonNode.Parse(Service.Text("""
            { nodes(ids: ["first", "again"]) { ... on Album { parts(first: -1) { totalCount } } ... on Single { parts(first: -2) { totalCount } } } }
            """))!;
        Assert.Equal(["""["nodes",0,"parts"]""", """["nodes",1,"parts"]"""], answer["errors"]!.AsArray().Select(e => e!["path"]!.ToJsonString()));
    }

    [Fact]
    public void One_fragment_in_two_places_is_two_selections()
    {
        var answer = JsonNode.Parse(Service.Text("""
            { a: artist(id: "ada") { ...f } b: artist(id: "bo") { ...f } } fragment f on Artist { sang(first: -1) { totalCount } }
            """))!;
        Assert.Equal(["""["a","sang"]""", """["b","sang"]"""], answer["errors"]!.AsArray().Select(e => e!["path"]!.ToJsonString()));
    }

    [Fact]
    public void Null_goes_up_to_the_nearest_field_that_may_be_null()
    {
        var answer = JsonNode.Parse(Service.Text("""
            { recording(id: "again") { title original { title singers { nodes { sang(last: -1) { totalCount } } } } kind } }
            """))!;
        Assert.Equal("""{"recording":{"title":"Again","original":null,"kind":"SINGLE"}}""", answer["data"]!.ToJsonString());
        Assert.Equal("""["recording","original","singers","nodes",0,"sang"]""", answer["errors"]![0]!["path"]!.ToJsonString());
    }

    [Fact]
    public void Indices_of_a_path_are_right_after_nulls_inside_other_lists()
    {
        var graph = new MusicGraph();
        var song = graph.AddAlbum("song");
        graph.AddLink(graph.AddArtist("singer"), "SANG_ON", song);
        for (var i = 0; i < 100; i++)
        {
            graph.AddLink(graph.AddSingle($"cover-{i:000}"), "COVERS", song);
        }

        // Each cover's original becomes null from three lists further down; then one more field fails.
        var answer = JsonNode.Parse(new MusicService(graph).Text("""
            {
              recordings(first: 200, order: {id: ASC}) {
                nodes {
                  id
                  original { singers(first: 1) { edges { node { sang(first: 1) { nodes { parts(first: -1) { totalCount } } } } } } }
                  covers { id original { parts(first: -2) { totalCount } } }
                }
              }
            }
            """))!;
        Assert.Equal(
            ["""["recordings","nodes",0,"original","singers","edges",0,"node","sang","nodes",0,"parts"]""", """["recordings","nodes",100,"covers",0,"original","parts"]"""],
            answer["errors"]!.AsArray().Select(e => e!["path"]!.ToJsonString()));
        Assert.Equal(101, answer["data"]!["recordings"]!["nodes"]!.AsArray().Count);
    }

    [Fact]
    public void Code_may_refuse_a_field_before_and_while_it_computes()
    {
        Assert.Equal(
            """{"data":{"probe":null,"node":{"id":"bo"}},"errors":[{"message":"refuse must not be true.","locations":[{"line":1,"column":3}],"path":["probe"],"extensions":{"code":"BAD_USER_INPUT","argument":"refuse"}}]}""",
            Service.Text("""{ probe(refuse: true) { value } node(id: "bo") { id } }"""));
        Assert.Equal(
            """{"data":{"probe":null,"node":{"id":"bo"}},"errors":[{"message":"The search looked at 7 relationships without an answer.","locations":[{"line":1,"column":3}],"path":["probe"],"extensions":{"code":"LIMIT_VISITED","limit":{"name":"VISITED","value":7}}}]}""",
            Service.Text("""{ probe(fail: true) { value } node(id: "bo") { id } }"""));
    }

    [Fact]
    public void A_null_that_must_not_be_is_an_error() => Assert.Equal(
        """{"data":{"probe":null,"node":{"id":"bo"}},"errors":[{"message":"There is no value for this field, which must not be null.","locations":[{"line":1,"column":34}],"path":["probe","self","tags"],"extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}""",
        Service.Text("""{ probe(value: 0) { value self { tags self { tags } } artist { id } } node(id: "bo") { id } }"""));

    // A variable of a nullable type with a default may stand in a non-null place, and be null all the same.
    [Fact]
    public void A_null_for_a_non_null_argument_is_the_fields_error() => Assert.Equal(
        """{"data":{"probe":null,"node":{"id":"bo"}},"errors":[{"message":"Argument \"refuse\" got invalid value $refuse; Expected variable \"$refuse\" provided to non-null type \"Boolean!\" not to be null.","locations":[{"line":1,"column":35}],"path":["probe"],"extensions":{"code":"BAD_USER_INPUT","argument":"refuse"}}]}""",
        Service.Text("""query($refuse: Boolean = false) { probe(refuse: $refuse) { value } node(id: "bo") { id } }""", """{"refuse":null}"""));

    [Theory]
    [InlineData("""{ nodes(ids: ["1", "2", "3"]) { id } }""", "LIMIT_NODES", "3 ids were given, but nodes takes at most 2: ask in several requests.")]
    [InlineData("{ artists(first: 6) { totalCount } }", "LIMIT_PAGE_SIZE", "first is 6, but a page has at most 5 rows: ask for less, and page on with cursors.")]
    [InlineData("{ artists(last: 6) { totalCount } }", "LIMIT_PAGE_SIZE", "last is 6, but a page has at most 5 rows: ask for less, and page on with cursors.")]
    [InlineData("""{ artist { id } }""", "BAD_USER_INPUT", "Give exactly one of id and name.")]
    [InlineData("""{ artist(id: "ada", name: "Ada") { id } }""", "BAD_USER_INPUT", "Give exactly one of id and name.")]
    [InlineData("""{ album(id: "first", year: 2001) { id } }""", "BAD_USER_INPUT", "year narrows a title: leave it out when asking by id.")]
    [InlineData("""{ artist(name: "... !") { id } }""", "BAD_USER_INPUT", "name has no letter or digit to look for.")]
    public void Arguments_are_bounded(string query, string code, string message)
    {
        var error = new MusicService(Band.Graph(), new EngineLimits { MaxNodes = 2, MaxPageSize = 5 }).Error(query);
        Assert.Equal((code, message), (error["extensions"]!["code"]!.GetValue<string>(), error["message"]!.GetValue<string>()));
    }

    [Fact]
    public void Homonyms_are_candidates()
    {
        var graph = Band.Graph();
        graph.AddAlbum("first-2", "FIRST!");
        graph.AddSingle("first-3", "Other", ("aliases", (string[])["first", "f i r s t"]), ("year", 1999), ("years", (int[])[1999]));
        var error = new MusicService(graph).Error("""{ recording(title: "first") { id } }""");
        Assert.Equal(
            """{"code":"AMBIGUOUS_NAME","candidates":[{"id":"first","label":"First (2001)"},{"id":"first-2","label":"FIRST!"},{"id":"first-3","label":"Other (1999)"}],"total":3}""",
            error["extensions"]!.ToJsonString());
        Assert.Equal("""{"data":{"recording":{"id":"first-3"},"album":{"id":"first"}}}""", new MusicService(graph).Text("""{ recording(title: "first", year: 1999) { id } album(title: "first", year: 2001) { id } }"""));
    }
}
