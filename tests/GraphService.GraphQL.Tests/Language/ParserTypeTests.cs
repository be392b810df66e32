using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;
using static GraphService.GraphQL.Tests.Language.SyntaxAssert;

namespace GraphService.GraphQL.Tests.Language;

public class ParserTypeTests
{
    [Fact]
    public void Lists_and_non_null_wrap_named_types()
    {
        var outer = Assert.IsType<NonNullTypeNode>(Parser.ParseType(" [Film!]!"));
        var list = Assert.IsType<ListTypeNode>(outer.OfType);
        var inner = Assert.IsType<NonNullTypeNode>(list.OfType);
        var named = Assert.IsType<NamedTypeNode>(inner.OfType);
        Assert.Equal("Film", named.Name.Value);
        Assert.Equal([(1, 9), (1, 8), (2, 7), (2, 6)], new TypeNode[] { outer, list, inner, named }.Select(t => (t.Start, t.End)));
    }

    [Theory]
    [InlineData("", "Expected Name, found <EOF>.", 1)]
    [InlineData("!", "Expected Name, found \"!\".", 1)]
    [InlineData("[]", "Expected Name, found \"]\".", 2)]
    [InlineData("[Film Film]", "Expected \"]\", found Name \"Film\".", 7)]
    [InlineData("[Film!!]", "Expected \"]\", found \"!\".", 7)]
    [InlineData("$film", "Expected Name, found \"$\".", 1)]
    public void Malformed_types_are_refused(string text, string message, int column) =>
        Fails(() => Parser.ParseType(text), message, 1, column);
}
