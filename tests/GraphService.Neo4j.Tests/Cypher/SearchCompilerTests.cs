using System.Text.Json;

namespace GraphService.Neo4j.Tests.Cypher;

/// <summary>What decides the text of a search's statement: the kinds, and whether there is a cursor; not the words.</summary>
public class SearchCompilerTests
{
    private const string Query = "query ($text: String!, $kinds: [NodeKind!], $first: Int) { search(text: $text, kinds: $kinds, first: $first) { totalCount edges { cursor score matched node { id } } } }";

    private readonly Compiler _compiler = new();

    [Theory]
    [InlineData("a", "a b c \"d\" \\ 😀")]
    [InlineData("a", "' OR 1=1 // x")]
    [InlineData("K.O.", "\uE000a")]
    public void Texts_make_no_other_statement(string one, string other) => Assert.Equal(Text(one, null, 1), Text(other, [], 200));

    [Fact]
    public void The_order_of_kinds_makes_no_other_statement_but_the_kinds_do()
    {
        Assert.Equal(Text("a", ["FILM", "GENRE"], 1), Text("b c", ["GENRE", "FILM", "GENRE"], 2));
        Assert.NotEqual(Text("a", ["FILM"], 1), Text("a", ["GENRE"], 1));
        Assert.NotEqual(Text("a", ["FILM"], 1), Text("a", null, 1));
    }

    private string Text(string text, string[]? kinds, int first) => _compiler.One(Query, JsonSerializer.Serialize(new { text, kinds, first })).Text;
}
