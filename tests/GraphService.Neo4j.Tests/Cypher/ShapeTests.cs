using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GraphService.Films;
using GraphService.Neo4j.Cypher;

namespace GraphService.Neo4j.Tests.Cypher;

/// <summary>What decides the text of a statement: never a value, its size, or whether it is null.</summary>
public class ShapeTests
{
    private const string Query = """
        query ($people: PersonFilterInput, $works: WorkFilterInput, $credits: CreditFilterInput, $byWork: [WorkSortInput!], $byCredit: [CreditSortInput!],
            $first: Int, $last: Int, $deep: Boolean!, $id: ID!, $ids: [ID!]!, $title: String!) {
          people(where: $people, first: $first) { totalCount nodes { credits(where: $credits, order: $byCredit, last: $last) { edges { cursor node { role work { title } } } pageInfo { hasPreviousPage } } } }
          works(where: $works, order: $byWork, last: $last) { totalCount edges { cursor node { kind cast(where: $people, first: 2) @include(if: $deep) { pageInfo { hasNextPage } nodes { name } } } } }
          node(id: $id) { id }
          nodes(ids: $ids) { id ... on Film { form } }
          work(title: $title, year: 2000) { id }
        }
        """;

    private readonly Compiler _compiler = new();

    [Fact]
    public void Statements_of_the_same_shape_are_the_same_and_name_only_what_was_gathered()
    {
        var schema = FilmDomain.Create().Schema;
        var known = new Dictionary<StatementShape, string>();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(600).WithReplay(20261121, 1), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new RandomArguments(schema, seed);
            var variables = new JsonObject
            {
                ["people"] = random.Filter("PersonFilterInput"),
                ["works"] = random.Filter("WorkFilterInput"),
                ["credits"] = random.Filter("CreditFilterInput"),
                ["byWork"] = random.Order("WorkSortInput"),
                ["byCredit"] = random.Order("CreditSortInput"),
                ["first"] = random.Size(),
                ["last"] = random.Size(),
                ["deep"] = random.Flag(),
                ["id"] = random.Text(),
                ["ids"] = new JsonArray(random.Text(), random.Text()),
                ["title"] = "K.O.",
            };
            var compiled = _compiler.One(Query, variables.ToJsonString());
            if (!known.TryAdd(compiled.Shape, compiled.Text))
            {
                Assert.Equal(known[compiled.Shape], compiled.Text);
            }
        }));
        Assert.True(known.Values.Distinct().Count() > 300, "the requests differ");
    }

    public static TheoryData<string, string> Alike => new()
    {
        { """{"where": {"title": {"eq": "a"}}}""", """{"where": {"title": {"eq": "some other title, much longer: 😀"}}}""" },
        { """{"where": {"title": {"eq": "K.O."}}}""", """{"where": {"title": {"eq": "…"}}}""" },
        { """{"where": {"title": {"search": "a"}}}""", """{"where": {"title": {"search": "many words of any length"}}}""" },
        { """{"where": {"title": {"in": ["a"]}}}""", """{"where": {"title": {"in": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"]}}}""" },
        { """{"where": {"year": {"gte": 1}}}""", """{"where": {"year": {"gte": 2147483647}}}""" },
        { """{"where": {"year": {"in": [1]}}}""", """{"where": {"year": {"in": [1, 2, 3]}}}""" },
        { """{"where": {"kind": {"in": ["FILM"]}}}""", """{"where": {"kind": {"in": ["SERIES", "FILM", "PERSON"]}}}""" },
        { """{"where": {"credits": {"some": {"role": {"in": ["ACTOR"]}}}}}""", """{"where": {"credits": {"some": {"role": {"in": ["WRITER", "DIRECTOR"]}}}}}""" },
        { """{"first": 1}""", """{"first": 200}""" },
        { """{"first": null}""", """{"first": 0}""" },
        { """{"where": {"and": []}}""", "{}" },
    };

    [Theory]
    [MemberData(nameof(Alike))]
    public void Other_values_give_the_same_statement(string variables, string others)
    {
        const string query = "query ($where: WorkFilterInput, $first: Int) { works(where: $where, first: $first) { totalCount nodes { title } pageInfo { hasNextPage } } }";
        var (one, other) = (_compiler.One(query, variables), _compiler.One(query, others));
        Assert.Equal(one.Text, other.Text);
        Assert.Equal(one.Shape, other.Shape);
        Assert.Equal(one.Shape.GetHashCode(), other.Shape.GetHashCode());
    }

    [Theory]
    [InlineData(2001, "Aa", 1999, "A title that is much longer")]
    [InlineData(2001, "Aa", null, "Aa")]
    [InlineData(null, "", 0, "z")]
    public void Other_cursors_give_the_same_statement(int? year, string title, int? otherYear, string otherTitle)
    {
        var (one, other) = (After(year, title, "w1"), After(otherYear, otherTitle, "w2"));
        Assert.Equal(one.Text, other.Text);
        Assert.Equal(one.Shape, other.Shape);
    }

    [Fact]
    public void A_cursor_whose_text_the_server_would_compare_by_UTF_16_units_takes_another_statement()
    {
        var (plain, high, higher) = (After(2001, "Aa", "w1"), After(2001, "😀", "w1"), After(2002, "\uFF21 much longer", "w1"));
        Assert.NotEqual(plain.Shape, high.Shape);
        Assert.Equal(high.Shape, higher.Shape);
        Assert.Equal(high.Text, higher.Text);
        Assert.Contains("n0.title =~ x", high.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("=~", plain.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_that_is_left_out_is_not_made()
    {
        const string query = "query ($count: Boolean!) { works(where: { year: { gt: 2000 } }) { totalCount @include(if: $count) nodes { cast { totalCount @include(if: $count) nodes { id } } } } }";
        Assert.Equal(2, Occurrences(_compiler.One(query, """{"count": true}""").Text, "COUNT {"));
        Assert.Equal(0, Occurrences(_compiler.One(query, """{"count": false}""").Text, "COUNT {"));
    }

    [Theory]
    [InlineData("eq")]
    [InlineData("neq")]
    [InlineData("contains")]
    [InlineData("in")]
    [InlineData("search")]
    public void Operators_that_no_order_decides_send_no_expressions(string operation)
    {
        var compiled = _compiler.One("query ($where: WorkFilterInput) { works(where: $where) { nodes { id } } }", $"{{\"where\": {{\"title\": {{\"{operation}\": \"\uE000a\"}}}}}}");
        Assert.DoesNotContain("(?s)", compiled.Parameters.Describe(), StringComparison.Ordinal);
        Assert.DoesNotContain("=~", compiled.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nodes { id }", "after", 1)]
    [InlineData("nodes { id } pageInfo { hasNextPage }", "after", 1)]
    [InlineData("nodes { id } pageInfo { hasPreviousPage }", "after", 2)]
    [InlineData("nodes { id } pageInfo { hasPreviousPage }", "before", 1)]
    [InlineData("nodes { id } pageInfo { hasNextPage }", "before", 2)]
    public void Only_the_sides_of_a_cursor_that_are_asked_for_are_sent(string fields, string side, int expected)
    {
        var compiled = _compiler.One(
            $"query ($cursor: String) {{ works({side}: $cursor) {{ {fields} }} }}",
            new JsonObject { ["cursor"] = Cursors.Of("Query.works", 2001, "\uE000", "w1") }.ToJsonString());
        Assert.Equal(expected, Occurrences(compiled.Parameters.Describe(), "(?s)"));
        Assert.Equal(expected, Occurrences(compiled.Text, "=~ x"));
    }

    [Fact]
    public void A_forged_cursor_without_a_key_that_no_row_lacks_is_compared_too()
    {
        var forged = After(2001, null, null);
        Assert.Contains("(n0.title IS NULL) <> $p.", forged.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("IS NULL", After(2001, "Aa", "w1").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Gathering_allocates_little()
    {
        var query = "query ($where: WorkFilterInput) { works(where: $where, first: 2) { nodes { title } pageInfo { hasNextPage } } }";
        var measured = _compiler.AllocatedByGathering(query, """{"where": {"year": {"gte": 2000}, "kind": {"eq": "FILM"}}}""");
        Assert.InRange(measured, 0, 1_200);
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private Compiled After(int? year, string? title, string? id) => _compiler.One(
        "query ($after: String) { works(first: 2, after: $after) { nodes { id } pageInfo { hasPreviousPage } } }",
        new JsonObject { ["after"] = Cursors.Of("Query.works", year, title, id) }.ToJsonString());
}
