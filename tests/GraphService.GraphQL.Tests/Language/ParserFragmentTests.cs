using GraphService.GraphQL.Language.Ast;
using static GraphService.GraphQL.Tests.Language.SyntaxAssert;

namespace GraphService.GraphQL.Tests.Language;

public class ParserFragmentTests
{
    [Fact]
    public void Fragments_have_a_name_a_type_and_directives()
    {
        var fragment = Definition<FragmentDefinitionNode>("\"\"\"Names only\"\"\" fragment Names on Person @d { name }");
        Assert.Equal("Names only", fragment.Description?.Value);
        Assert.Equal("Names", fragment.Name.Value);
        Assert.Equal("Person", fragment.TypeCondition.Name.Value);
        Assert.Equal("d", Assert.Single(fragment.Directives).Name.Value);
        Assert.Single(fragment.SelectionSet.Selections);
    }

    [Fact]
    public void Spreads_and_inline_fragments_are_selections()
    {
        var operation = Definition<OperationDefinitionNode>("{ ...Names @a ... on Film @b { title } ... @include(if: true) { year } ... { id } ...onward }");
        Assert.Collection(
            operation.SelectionSet.Selections,
            s =>
            {
                var spread = Assert.IsType<FragmentSpreadNode>(s);
                Assert.Equal("Names", spread.Name.Value);
                Assert.Equal("a", Assert.Single(spread.Directives).Name.Value);
            },
            s =>
            {
                var inline = Assert.IsType<InlineFragmentNode>(s);
                Assert.Equal("Film", inline.TypeCondition?.Name.Value);
                Assert.Equal("b", Assert.Single(inline.Directives).Name.Value);
            },
            s => Assert.Equal("include", Assert.Single(Assert.IsType<InlineFragmentNode>(s).Directives).Name.Value),
            s => Assert.Null(Assert.IsType<InlineFragmentNode>(s).TypeCondition),
            s => Assert.Equal("onward", Assert.IsType<FragmentSpreadNode>(s).Name.Value));
    }

    [Theory]
    [InlineData("fragment", "Expected Name, found <EOF>.", 9)]
    [InlineData("fragment on on Film { a }", "Unexpected Name \"on\".", 10)]
    [InlineData("fragment F", "Expected \"on\", found <EOF>.", 11)]
    [InlineData("fragment F Film { a }", "Expected \"on\", found Name \"Film\".", 12)]
    [InlineData("fragment F on { a }", "Expected Name, found \"{\".", 15)]
    [InlineData("fragment F on Film", "Expected \"{\", found <EOF>.", 19)]
    [InlineData("fragment F on Film { }", "Expected Name, found \"}\".", 22)]
    [InlineData("fragment F($a: Int) on Film { a }", "Expected \"on\", found \"(\".", 11)]
    [InlineData("{ ... }", "Expected \"{\", found \"}\".", 7)]
    [InlineData("{ ...on }", "Expected Name, found \"}\".", 9)]
    [InlineData("{ ... on Film }", "Expected \"{\", found \"}\".", 15)]
    [InlineData("{ ...F { a } }", "Expected Name, found \"{\".", 8)]
    [InlineData("{ ...F(a: 1) }", "Expected Name, found \"(\".", 7)]
    public void Malformed_fragments_are_refused(string text, string message, int column) => ParserFails(text, message, 1, column);
}
