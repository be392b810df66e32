using GraphService.TestSupport;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>Graphs that chance made up give the same bytes from memory and from Neo4j.</summary>
public class RandomGraphTests(RealNeo4jDatabase database) : IClassFixture<RealNeo4jDatabase>
{
    [RealNeo4jTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Random_queries_on_random_graphs_are_answered_alike(int seed)
    {
        using var graph = new RandomGraphFolder(seed, graphs: 5, nodes: 60);
        await using var stores = await BothStores.LoadAsync(database, graph.Path);

        await RandomChecks.HoldAsync(stores, $"seed {seed}:\n{graph}", seed, queries: 10);
    }

    [RealNeo4jFact]
    public async Task Every_root_field_order_and_walk_of_a_random_graph_is_answered_alike()
    {
        using var graph = new RandomGraphFolder(7, graphs: 5, nodes: 60);
        await using var stores = await BothStores.LoadAsync(database, graph.Path);
        var pool = new ValuePool(q => stores.AskEmbedded(q));
        var every = new EveryQuery(BothStores.Domain.Schema, pool);

        foreach (var query in every.Fields(most: 200).Concat(every.Orders()).Concat(every.Walks()).Concat(new EveryRoot(BothStores.Domain.Schema, pool).Queries()))
        {
            await stores.AskAsync(query);
        }
    }
}
