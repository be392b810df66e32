using GraphService.TestSupport;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>Lists whose keys are missing, tied, or of a different order by code point and by UTF-16 unit are walked in both directions, each page asked of both stores.</summary>
public class PageWalkTests(RandomGraphOnBothStores graph) : IClassFixture<RandomGraphOnBothStores>
{
    private const string Variables = "query ($first: Int, $last: Int, $after: String, $before: String)";
    private const string Paging = "first: $first, last: $last, after: $after, before: $before";

    private readonly PageWalk _walk = new(graph.Stores);

    [RealNeo4jTheory]
    [InlineData("people", "[]", "{}")]
    [InlineData("people", "[{ name: ASC }]", "{}")]
    [InlineData("people", "[{ id: DESC }]", "{ name: { ncontains: \"a\" } }")]
    [InlineData("people", "[{ sortName: DESC, name: DESC }]", "{ credits: { any: true } }")]
    [InlineData("works", "[]", "{}")]
    [InlineData("works", "[{ kind: DESC }]", "{}")]
    [InlineData("works", "[{ year: DESC }, { title: DESC }]", "{}")]
    [InlineData("works", "[{ title: ASC }]", "{ year: { neq: 2000 } }")]
    [InlineData("films", "[{ form: DESC }, { year: ASC }]", "{}")]
    [InlineData("films", "[{ form: ASC, title: DESC }]", "{ form: { neq: null } }")]
    public Task A_root_list_is_walked_alike(string root, string order, string filter) =>
        _walk.ForwardsAndBackwardsAsync($"{Variables} {{ list: {root}(order: {order}, where: {filter}, {Paging}) {PageWalk.Page("node { id }")} }}");

    [RealNeo4jTheory]
    [InlineData("Person", "credits", "[]")]
    [InlineData("Person", "credits", "[{ role: DESC }, { person: { name: ASC } }]")]
    [InlineData("Person", "credits", "[{ work: { title: DESC } }, { note: DESC }]")]
    [InlineData("Person", "credits", "[{ billing: DESC, kind: ASC }]")]
    [InlineData("Person", "actedIn", "[]")]
    [InlineData("Person", "actedIn", "[{ title: DESC }]")]
    [InlineData("Person", "directed", "[]")]
    [InlineData("Person", "wrote", "[{ year: DESC }]")]
    [InlineData("Person", "composed", "[]")]
    [InlineData("Work", "credits", "[]")]
    [InlineData("Work", "credits", "[{ person: { sortName: DESC } }]")]
    [InlineData("Work", "cast", "[]")]
    [InlineData("Work", "cast", "[{ name: DESC }]")]
    [InlineData("Work", "directors", "[]")]
    [InlineData("Work", "writers", "[]")]
    [InlineData("Work", "composers", "[]")]
    public Task A_list_below_a_node_is_walked_alike(string type, string field, string order)
    {
        var owner = QueryValue.Of(_walk.Busiest(type, field)).Json;
        var edge = field == "credits" ? "node { kind note billing work { id } person { id } }" : "billing note characters node { id }";
        return _walk.ForwardsAndBackwardsAsync($"{Variables} {{ node(id: {owner}) {{ ... on {type} {{ list: {field}(order: {order}, {Paging}) {PageWalk.Page(edge)} }} }} }}");
    }
}
