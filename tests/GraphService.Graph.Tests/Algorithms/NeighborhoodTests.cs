using GraphService.Graph.Algorithms;

namespace GraphService.Graph.Tests.Algorithms;

public sealed class NeighborhoodTests
{
    [Fact]
    public void It_agrees_with_the_plain_one() => WholeCase.Hold(
        graph =>
        {
            var expected = new NaiveWhole(graph).Neighborhood();
            var found = Neighborhood.Find(graph.Build(), graph.From, graph.Depth, graph.Types, graph.Limit, ChainSearchTests.Unlimited());
            Assert.Equal(expected.Nodes, found.Nodes);
            Assert.Equal(expected.Relationships, found.Relationships);
            Assert.Equal(expected.IsTruncated, found.IsTruncated);
        },
        graphs: 1000);

    [Fact]
    public void Every_limit_shows_the_nearest_first() => WholeCase.Hold(graph =>
    {
        var whole = graph.Build();
        for (var limit = 1; limit <= graph.Served.Length; limit++)
        {
            var expected = new NaiveWhole(graph with { Limit = limit }).Neighborhood();
            var found = Neighborhood.Find(whole, graph.From, graph.Depth, graph.Types, limit, ChainSearchTests.Unlimited());
            Assert.Equal(expected.Nodes, found.Nodes);
            Assert.Equal(expected.IsTruncated, found.IsTruncated);
        }
    });

    [Fact]
    public void Of_a_hub_only_what_is_shown_is_read()
    {
        var hub = Hub(100_000);
        var budget = new SearchBudget(5_000);
        var found = Neighborhood.Find(hub, 0, 1, ulong.MaxValue, 100, budget);
        Assert.Equal(Enumerable.Range(0, 100), found.Nodes);
        Assert.Equal(99, found.Relationships.Count);
        Assert.True(found.IsTruncated);
        Assert.InRange(budget.Spent, 100, 5_000);
    }

    [Fact]
    public void A_hub_of_other_types_is_stopped_by_the_budget()
    {
        var hub = Hub(100_000);
        Assert.Throws<BudgetExceededException>(() => Neighborhood.Find(hub, 0, 1, WholeTypes.MaskOf(1), 100, new SearchBudget(50_000)));
        Assert.Equal([0], Neighborhood.Find(hub, 0, 1, WholeTypes.MaskOf(1), 100, new SearchBudget(200_000)).Nodes);
    }

    private static Topology Hub(int spokes) =>
        new WholeCase([.. Enumerable.Repeat(true, spokes + 1)], [.. Enumerable.Range(1, spokes).Select(node => (0, node, 0))]).Build();
}
