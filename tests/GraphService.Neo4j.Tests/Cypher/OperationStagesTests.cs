using GraphService.Neo4j.Tests.Projection;

namespace GraphService.Neo4j.Tests.Cypher;

/// <summary>How many statements an operation is: a matter of the document alone.</summary>
public sealed class OperationStagesTests : IAsyncDisposable
{
    private readonly Requests _requests = new(new FakeDatabase());

    public ValueTask DisposeAsync() => _requests.DisposeAsync();

    [Theory]
    [InlineData("{ __typename }", 0)]
    [InlineData("{ person(id: \"a\") { id } }", 1)]
    [InlineData("{ a: people { nodes { actedIn { nodes { cast { nodes { name } } } } } } b: works { totalCount } c: node(id: \"x\") { id } }", 1)]
    [InlineData("{ sharedWorks(people: [\"a\"]) { nodes { cast { nodes { name } } } } works { totalCount } }", 1)]
    [InlineData("{ collaborationPath(from: \"a\", to: \"b\") { steps { work { title } fromCredits { sources { locator } } } } }", 1)]
    [InlineData("{ person(id: \"a\") { collaborators { totalCount } } }", 1)]
    [InlineData("{ person(id: \"a\") { collaborators { nodes { name } } } }", 2)]
    [InlineData("{ people { nodes { a: collaborators { nodes { name } } b: collaborators(minWorks: 2) { edges { works { title } } } } } }", 2)]
    [InlineData("{ person(id: \"a\") { collaborators { nodes { collaborators { nodes { name } } } } } }", 3)]
    [InlineData("{ sharedWorks(people: [\"a\"]) { nodes { cast { nodes { collaborators { edges { node { name } } } } } } } }", 2)]
    [InlineData("{ collaborationPath(from: \"a\", to: \"b\") { from { collaborators { nodes { name } } } } }", 2)]
    public void A_further_statement_is_for_what_is_below_fields_that_code_computes_for_rows(string query, int statements) =>
        Assert.Equal(statements, _requests.Explain(query).Count);
}
