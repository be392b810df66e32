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
    public async Task Every_field_is_answered_alike()
    {
        foreach (var query in Every().Fields(most: 200))
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

    private EveryQuery Every() => new(BothStores.Domain.Schema, new ValuePool(q => _stores.AskEmbedded(q)));

    [GeneratedRegex("```graphql\n(.+?)```", RegexOptions.Singleline)]
    private static partial Regex Queries();
}
