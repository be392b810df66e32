using System.Text.Json;
using GraphService.Neo4j.Cypher;

namespace GraphService.Neo4j.Tests.Cypher;

/// <summary>Hostile values in every argument leave the text of the statement as it is.</summary>
public class HostileTests
{
    public static TheoryData<string> Values => new(
        "'; MATCH (n) DETACH DELETE n //",
        "\"} RETURN 1 AS x UNION MATCH (n) RETURN n",
        "`) DETACH DELETE (n:`",
        "\\u0027 OR 1=1",
        "$p.v0",
        "\u0001",
        "\0",
        "|",
        "(?s).*",
        "\uE000😀",
        "*/ CALL { MATCH (n) DELETE n } /*");

    private readonly Compiler _compiler = new();

    [Theory]
    [MemberData(nameof(Values))]
    public void The_statement_is_that_of_any_other_value(string hostile)
    {
        const string query = """
            query ($id: ID!, $ids: [ID!]!, $name: String!, $text: String!, $texts: [String], $idTexts: [ID], $word: String!) {
              node(id: $id) { id }
              nodes(ids: $ids) { id }
              person(name: $name) { id credits(where: { note: { contains: $text }, characters: { some: { eq: $text, search: $word } } }) { totalCount } }
              people(where: { name: { eq: $text, startsWith: $text, endsWith: $text, contains: $text, in: $texts, search: $word }, id: { in: $idTexts }, aliases: { some: { search: $word } } }) { nodes { id } }
              works(where: { or: [{ title: { nin: $texts } }, { title: { neq: $text } }] }) { nodes { id } }
            }
            """;
        Compiled With(string value) => _compiler.One(query, JsonSerializer.Serialize(new { id = value, ids = new[] { value, value }, name = value + "a", text = value, texts = new[] { value }, idTexts = new[] { value }, word = value + "a" }));
        var (plain, other) = (With("plain"), With(hostile));
        Assert.Equal(plain.Text, other.Text);
        Assert.Equal(plain.Shape, other.Shape);
        Assert.Equal(plain.Statement.On(GraphSlot.B).Text, other.Statement.On(GraphSlot.B).Text);
    }

    [Theory]
    [InlineData("name", "name")]
    [InlineData("_name2", "_name2")]
    [InlineData("2name", "`2name`")]
    [InlineData("a b", "`a b`")]
    [InlineData("a`b", "`a``b`")]
    [InlineData("a\\u0060b", "`a\\u005Cu0060b`")]
    [InlineData("", "``")]
    public void Names_that_are_not_plain_are_quoted(string name, string written) => Assert.Equal(written, Identifier.Of(name));

    [Theory]
    [InlineData("FILM", "'FILM'")]
    [InlineData("it's", "'it\\'s'")]
    [InlineData("a\\", "'a\\\\'")]
    public void Texts_of_the_model_are_quoted(string text, string written) => Assert.Equal(written, Identifier.Text(text));

    [Fact]
    public void Both_slots_have_the_same_statement_but_for_their_label()
    {
        var statement = _compiler.One("{ people(first: 2) { nodes { name honours { work { title } } } } node(id: \"x\") { id } }").Statement;
        var (a, b) = (statement.On(GraphSlot.A), statement.On(GraphSlot.B));
        Assert.Contains(":GraphA", a.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("GraphB", a.Text, StringComparison.Ordinal);
        Assert.Equal(b.Text, a.Text.Replace("GraphA", "GraphB", StringComparison.Ordinal));
        Assert.Same(b, statement.On(GraphSlot.B));
        Assert.Equal(a.Text, statement.On(GraphSlot.A).Text);
    }
}
