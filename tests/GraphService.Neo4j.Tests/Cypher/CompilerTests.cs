using System.Text.Json;
using GraphService.TestSupport;

namespace GraphService.Neo4j.Tests.Cypher;

/// <summary>The statements of scenario queries: the approved texts.</summary>
public class CompilerTests
{
    private readonly Compiler _compiler = new();

    [Theory]
    [InlineData("aggregates")]
    [InlineData("computed")]
    [InlineData("filters-on-lists")]
    [InlineData("filters-on-numbers")]
    [InlineData("filters-on-text")]
    [InlineData("orders")]
    [InlineData("outputs")]
    [InlineData("search")]
    public void The_statements_are_as_approved(string name) => Match(name, $"Cypher/Queries/{name}", null);

    [Theory]
    [InlineData("cast-of-a-film")]
    [InlineData("conditions")]
    [InlineData("evidence")]
    [InlineData("fragments-on-interfaces")]
    [InlineData("honours-by-festival")]
    [InlineData("nested-pages")]
    [InlineData("relationships")]
    [InlineData("relationships-of-anything")]
    [InlineData("relationships-over")]
    [InlineData("two-films-of-one-title")]
    public void The_statements_of_the_scenarios_are_as_approved(string name)
    {
        var path = $"../GraphService.Films.Tests/Queries/{name}";
        var variables = name is "nested-pages" or "honours-by-festival" or "evidence" or "relationships" or "relationships-over" ? null : Golden.ReadInput(path + ".json");
        Match(name, path, variables);
    }

    /// <summary>Every form that a page can have, at the root and below a row.</summary>
    [Theory]
    [InlineData("first: 2")]
    [InlineData("first: 2, after: $after")]
    [InlineData("first: 2, after: $after, before: $before")]
    [InlineData("last: 2")]
    [InlineData("last: 2, before: $before")]
    [InlineData("last: 2, after: $after, before: $before")]
    public void Pages_are_as_approved(string page)
    {
        const string asked = "edges { cursor } pageInfo { hasNextPage hasPreviousPage } totalCount";
        var variables = (page.Contains("$after", StringComparison.Ordinal) ? "$after: String " : "") + (page.Contains("$before", StringComparison.Ordinal) ? "$before: String" : "");
        var head = variables.Length == 0 ? "" : $"query({variables}) ";
        var name = page.Replace("$after", "", StringComparison.Ordinal).Replace("$before", "", StringComparison.Ordinal).Replace(": 2", "", StringComparison.Ordinal).Replace(": ", "", StringComparison.Ordinal).Replace(", ", "-", StringComparison.Ordinal);
        var cursors = new { after = Cursors.Of("Query.works", 2001, "Aa", "w1"), before = Cursors.Of("Query.works", null, "Zz", "w2") };
        var statement = _compiler.One($"{head}{{ works({page}) {{ {asked} }} }}", JsonSerializer.Serialize(cursors));
        Golden.Match($"Cypher/page-{name}.cypher", statement.Readable);
    }

    private void Match(string name, string path, string? variables) =>
        Golden.Match($"Cypher/{name}.cypher", string.Join('\n', _compiler.Compile(Golden.ReadInput(path + ".graphql"), variables).Select(s => s.Readable)));
}
