using GraphService.Graph.Algorithms;

namespace GraphService.Graph.Tests.Algorithms;

/// <summary>Chains over a whole topology: any node to any node, direction ignored.</summary>
public sealed class WalkTests
{
    [Fact]
    public void Shortest_chains_agree_with_the_plain_search() => WholeCase.Hold(graph =>
    {
        var expected = new NaiveWhole(graph).Chains();
        using var chains = new ChainSearch(graph.Build()).Find(graph.Query, ChainSearchTests.Unlimited());
        Assert.Equal(expected.Count > 0, chains.IsFound);
        Assert.Equal(expected.Count > 0 ? expected[0].Length - 1 : -1, chains.Length);
        Assert.Equal(expected.FirstOrDefault(), chains.First());
        Assert.Equal(expected.Count, chains.Count());
        Assert.Equal(expected, chains.Take(int.MaxValue));
    });

    [Fact]
    public void Every_bound_on_the_length_agrees_with_the_plain_search() => WholeCase.Hold(graph =>
    {
        var search = new ChainSearch(graph.Build());
        for (var length = 1; length <= 16; length++)
        {
            var bounded = graph with { MaxLength = length };
            using var chains = search.Find(bounded.Query, ChainSearchTests.Unlimited());
            Assert.Equal(new NaiveWhole(bounded).Chains().Count, chains.Count());
        }
    });

    [Fact]
    public void Pages_joined_are_all_chains() => WholeCase.Hold(graph =>
    {
        var expected = new NaiveWhole(graph).Chains();
        using var chains = new ChainSearch(graph.Build()).Find(graph.Query, ChainSearchTests.Unlimited());
        var joined = new List<int[]>();
        for (var page = chains.Take(3); page.Count > 0; page = chains.Take(3, page[^1]))
        {
            joined.AddRange(page);
        }

        Assert.Equal(expected, joined);
    });

    [Fact]
    public void Nodes_are_counted_by_their_distance() => WholeCase.Hold(graph =>
    {
        var expected = new NaiveWhole(graph).Distances().Values.GroupBy(d => d).OrderBy(g => g.Key).Select(g => g.Count());
        Assert.Equal(expected, new ChainSearch(graph.Build()).CountByDistance(graph.From, graph.Types, ChainSearchTests.Unlimited()));
    });

    [Fact]
    public void Counting_by_distance_keeps_to_the_budget()
    {
        var search = new ChainSearch(ChainSearchTests.Grid(3).Build());
        var all = ChainSearchTests.Unlimited();
        Assert.Equal([1, 3, 3, 3, 3, 3, 1], search.CountByDistance(0, ulong.MaxValue, all));
        Assert.Throws<BudgetExceededException>(() => search.CountByDistance(0, ulong.MaxValue, new SearchBudget(all.Spent - 1)));
        Assert.Equal([1, 3, 3, 3, 3, 3, 1], search.CountByDistance(0, ulong.MaxValue, new SearchBudget(all.Spent)));
        Assert.Equal([1], search.CountByDistance(0, 0, ChainSearchTests.Unlimited()));
    }
}
