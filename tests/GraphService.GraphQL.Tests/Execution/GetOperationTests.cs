using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Language;

namespace GraphService.GraphQL.Tests.Execution;

public class GetOperationTests
{
    private static string Found(string document, string? name)
    {
        var operation = OperationCompiler.GetOperation(Parser.ParseDocument(new SourceText(document)), name);
        return operation.Name?.Value ?? "(anonymous)";
    }

    [Theory]
    [InlineData("{ a }", null, "(anonymous)")]
    [InlineData("{ a }", "", "(anonymous)")]
    [InlineData("query A { a }", null, "A")]
    [InlineData("query A { a }", "", "A")]
    [InlineData("query A { a }", "A", "A")]
    [InlineData("query A { a } mutation B { b } fragment C on D { c }", "B", "B")]
    public void The_only_operation_or_the_one_of_the_name(string document, string? name, string expected) =>
        Assert.Equal(expected, Found(document, name));

    [Theory]
    [InlineData("fragment A on B { c }", null, "The document has no operation: write a query such as { __typename }.")]
    [InlineData("fragment A on B { c }", "A", "The document has no operation: write a query such as { __typename }.")]
    [InlineData("query A { a } query B { b }", null, "The document has 2 operations: say which one to run in operationName (A, B).")]
    [InlineData("{ a } query B { b }", "", "The document has 2 operations: say which one to run in operationName (B).")]
    [InlineData("{ a } { b }", null, "The document has 2 operations: say which one to run in operationName.")]
    [InlineData("query Films { a } query People { b }", "Film", "The document has no operation named \"Film\". Did you mean \"Films\"?")]
    [InlineData("{ a }", "A", "The document has no operation named \"A\".")]
    [InlineData("query A { a }", "a very different name", "The document has no operation named \"a very different name\".")]
    public void What_cannot_be_found_is_explained(string document, string? name, string expected)
    {
        var error = Assert.Throws<GraphQLException>(() => Found(document, name)).Error;
        Assert.Equal(expected, error.Message);
        Assert.Equal(ErrorCodes.OperationResolutionFailure, error.Code);
    }
}
