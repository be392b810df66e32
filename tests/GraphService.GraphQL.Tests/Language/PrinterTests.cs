using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;
using GraphService.TestSupport;

namespace GraphService.GraphQL.Tests.Language;

public class PrinterTests
{
    [Theory]
    [InlineData("executable")]
    [InlineData("type-system")]
    public void Whole_documents_have_one_canonical_text(string name)
    {
        var printed = Canonical(Golden.ReadInput($"Golden/Language/{name}.graphql"));
        Golden.Match($"Language/{name}.canonical.graphql", printed + "\n");
        Assert.Equal(printed, Canonical(printed));
    }

    [Fact]
    public void Every_node_prints_itself()
    {
        var document = Parser.ParseDocument(new SourceText("query Q($a: [Int!] = 1 @d) { b: c(d: {e: $a}) ...F ... on G { h } }"));
        var operation = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]);
        var variable = operation.VariableDefinitions[0];
        var field = Assert.IsType<FieldNode>(operation.SelectionSet.Selections[0]);
        Assert.Equal("$a: [Int!] = 1 @d", variable.ToString());
        Assert.Equal("$a", variable.Variable.ToString());
        Assert.Equal("[Int!]", variable.Type.ToString());
        Assert.Equal("@d", variable.Directives[0].ToString());
        Assert.Equal("b: c(d: {e: $a})", field.ToString());
        Assert.Equal("d: {e: $a}", field.Arguments[0].ToString());
        Assert.Equal("e: $a", Assert.IsType<ObjectValueNode>(field.Arguments[0].Value).Fields[0].ToString());
        Assert.Equal("...F", operation.SelectionSet.Selections[1].ToString());
        Assert.Equal("... on G {\n  h\n}", operation.SelectionSet.Selections[2].ToString());
        Assert.Equal("{\n  b: c(d: {e: $a})\n  ...F\n  ... on G {\n    h\n  }\n}", operation.SelectionSet.ToString());
        Assert.Equal("Q", operation.Name?.ToString());
    }

    [Theory]
    [InlineData("query { a }", "{\n  a\n}")]
    [InlineData("query Q { a }", "query Q {\n  a\n}")]
    [InlineData("query @d { a }", "query @d {\n  a\n}")]
    [InlineData("query ($a: Int) { a }", "query ($a: Int) {\n  a\n}")]
    [InlineData("\"why\" query { a }", "\"\"\"why\"\"\"\nquery {\n  a\n}")]
    [InlineData("mutation { a }", "mutation {\n  a\n}")]
    public void Only_a_bare_query_takes_the_shorthand(string text, string printed) => Assert.Equal(printed, Canonical(text));

    [Fact]
    public void A_query_behind_a_type_without_members_does_not_become_its_body()
    {
        Assert.Equal("type A\n\nquery {\n  a\n}\n\n{\n  b\n}", Canonical("type A query { a } { b }"));
        Assert.Equal("type A {\n  a: Int\n}\n\n{\n  b\n}", Canonical("type A { a: Int } { b }"));
    }

    [Fact]
    public void Long_arguments_stand_on_lines_of_their_own()
    {
        // 80 characters fit, 81 do not; the selection's depth does not count.
        Assert.Equal($"{{\n  f(a: \"{new string('x', 72)}\")\n}}", Canonical($"{{f(a:\"{new string('x', 72)}\")}}"));
        Assert.Equal($"{{\n  f(\n    a: \"{new string('x', 73)}\"\n  )\n}}", Canonical($"{{f(a:\"{new string('x', 73)}\")}}"));
    }

    [Theory]
    [InlineData("quote \" and \\ backslash", "\"quote \\\" and \\\\ backslash\"")]
    [InlineData("\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"")]
    [InlineData("\0\u001F\u007F\u009F", "\"\\u0000\\u001F\\u007F\\u009F\"")]
    [InlineData("Amélie 🎬", "\"Amélie 🎬\"")]
    public void Strings_escape_what_must_be_or_cannot_be_seen(string value, string printed) =>
        Assert.Equal(printed, new StringValueNode(value).ToString());

    [Fact]
    public void A_value_that_no_block_string_means_is_quoted()
    {
        Assert.Equal("\"\\nindeed\"", new StringValueNode("\nindeed") { Block = true }.ToString());
        Assert.Equal("\"\\nindeed\"\ntype A", Canonical("\"\\nindeed\" type A"));
    }

    [Fact]
    public void Block_strings_are_indented_without_trailing_white_space() =>
        Assert.Equal(
            "type A {\n  \"\"\"\n  one\n\n    two\n  \"\"\"\n  b: Int\n}",
            Canonical("type A { \"one\\n\\n  two\" b: Int }"));

    private static string Canonical(string text) => Parser.ParseDocument(new SourceText(text)).ToString();
}
