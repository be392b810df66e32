using System.Text.Json;
using System.Text.RegularExpressions;
using GraphService.TestSupport;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>The seed graph gives the same bytes from memory and from Neo4j, whatever is asked.</summary>
public partial class SeedTests(SeedOnBothStores seed) : IClassFixture<SeedOnBothStores>
{
    private static readonly string s_queries = Path.GetFullPath(Path.Combine(TestFolder.Path, "../GraphService.Films.Tests/Queries"));

    private readonly BothStores _stores = seed.Stores;

    public static TheoryData<string> Names => [.. Directory.GetFiles(s_queries, "*.graphql").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [RealNeo4jTheory]
    [MemberData(nameof(Names))]
    public async Task What_a_front_end_asks_is_answered_alike(string name)
    {
        var variables = Path.Combine(s_queries, name + ".json");

        await _stores.AskAsync(await File.ReadAllTextAsync(Path.Combine(s_queries, name + ".graphql")), File.Exists(variables) ? await File.ReadAllTextAsync(variables) : null);
    }

    [RealNeo4jFact]
    public async Task What_the_README_asks_is_answered_alike()
    {
        var readme = await File.ReadAllTextAsync(Path.GetFullPath(Path.Combine(TestFolder.Path, "../../README.md")));
        var queries = Queries().Matches(readme).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(queries);

        foreach (var query in queries)
        {
            await _stores.AskAsync(query);
        }
    }

    [RealNeo4jFact]
    public async Task Errors_of_fields_that_several_kinds_have_are_answered_alike()
    {
        await _stores.AskAsync("{ works { nodes { ... on Film { cast(first: -1) { totalCount } } ... on Series { cast(first: -1) { totalCount } } } } }");
        await _stores.AskAsync("{ works(last: 30) { nodes { title ... on Series { cast(first: -1) { totalCount } } ... on Film { cast(first: 1) { totalCount } } } } }");
    }

    [RealNeo4jFact]
    public async Task Every_field_is_answered_alike()
    {
        foreach (var query in Every().Fields(most: 200))
        {
            await _stores.AskAsync(query);
        }
    }

    [RealNeo4jFact]
    public async Task Every_root_is_answered_alike()
    {
        foreach (var query in new EveryRoot(BothStores.Domain.Schema, new ValuePool(q => _stores.AskEmbedded(q))).Queries())
        {
            await _stores.AskAsync(query);
        }
    }

    [RealNeo4jFact]
    public async Task Every_walk_is_answered_alike()
    {
        foreach (var query in Every().Walks())
        {
            await _stores.AskAsync(query);
        }
    }

    [RealNeo4jFact]
    public async Task Every_operation_of_every_filter_is_answered_alike()
    {
        foreach (var query in Every().Filters())
        {
            await _stores.AskAsync(query);
        }
    }

    [RealNeo4jFact]
    public async Task Every_order_is_answered_alike()
    {
        foreach (var query in Every().Orders())
        {
            await _stores.AskAsync(query);
        }
    }

    [RealNeo4jFact]
    public Task Random_queries_are_answered_alike() => RandomChecks.HoldAsync(_stores, "the seed", seed: 1, queries: 20);

    [RealNeo4jTheory]
    [InlineData("{ __typename }", 0)]
    [InlineData("{ films(first: 50) { nodes { title directors(first: 5) { nodes { name directed(first: 5) { nodes { title cast(first: 5) { nodes { name sources { source { name } locator } } } } } } } } totalCount } people { totalCount } person(name: \"Fabrice Gobert\") { id } }", 1)]
    [InlineData("{ collaborationPath(from: \"clotilde-hesme\", to: \"martin-bourboulon\") { degrees steps { from { name directed { nodes { title } } } fromCredits { sources { locator } } work { title cast { nodes { name } } } } } films { totalCount } }", 1)]
    [InlineData("{ sharedWorks(people: [\"clotilde-hesme\", \"laurent-lafitte\"]) { totalCount nodes { title cast { nodes { name } } } } }", 1)]
    [InlineData("{ person(name: \"Fabrice Gobert\") { name collaborators { totalCount } } }", 1)]
    [InlineData("{ people(first: 200) { nodes { name collaborators { edges { workCount node { name groups { name } } works { title } } } } } films { totalCount } }", 2)]
    public async Task The_number_of_statements_is_a_matter_of_the_document_alone(string query, int statements)
    {
        Assert.Equal(statements, (await _stores.AskAsync(query)).Statements.Count);
    }

    [RealNeo4jFact]
    public async Task Values_of_other_sizes_make_no_other_statement()
    {
        const string query = "query ($ids: [ID!]!, $name: String, $names: [String], $first: Int, $after: String, $year: Int) { nodes(ids: $ids) { id } "
            + "people(where: { name: { in: $names, contains: $name } }, first: $first) { totalCount nodes { id name } } "
            + "works(first: $first, after: $after) { nodes { id } } films(where: { year: { gte: $year } }) { totalCount } work(title: $name) { id } }";
        string[] after = [.. Cursors("{ works(first: 200) { edges { cursor } } }")];
        var texts = new HashSet<string>();
        var random = new Random(5);
        for (var i = 0; i < 12; i++)
        {
            var variables = JsonSerializer.Serialize(new
            {
                ids = Enumerable.Range(0, 1 << (i % 8)).Select(n => n % 3 == 0 ? "k-o-2025" : new string('x', 1 + (i * 37))),
                name = i % 2 == 0 ? "K" : new string('a', i * 100),
                names = Enumerable.Range(0, 1 + (1 << (i % 7))).Select(n => $"Zoé {n}{new string('é', i)}"),
                first = new[] { 0, 1, 50, 200 }[i % 4],
                after = after[random.Next(after.Length)],
                year = i * 1000,
            });
            texts.UnionWith((await _stores.AskAsync(query, variables)).Statements);
        }

        Assert.Single(texts);
    }

    private EveryQuery Every() => new(BothStores.Domain.Schema, new ValuePool(q => _stores.AskEmbedded(q)));

    private IEnumerable<string> Cursors(string query)
    {
        using var answer = JsonDocument.Parse(_stores.AskEmbedded(query));
        return [.. answer.RootElement.GetProperty("data").GetProperty("works").GetProperty("edges").EnumerateArray().Select(e => e.GetProperty("cursor").GetString()!)];
    }

    [GeneratedRegex("```graphql\n(.+?)```", RegexOptions.Singleline)]
    private static partial Regex Queries();
}
