using GraphService.Graph.Algorithms;

namespace GraphService.Graph.Tests.Algorithms;

public sealed class SharedFarNodesTests
{
    [Fact]
    public void What_two_share_agrees_with_the_plain_intersection() => GraphCases.Hold(graph =>
    {
        var naive = new NaiveGraph(graph);
        var nodes = naive.Shared(graph.From, graph.To, graph.Types, graph.TheirTypes);
        var shared = SharedFarNodes.Between(graph.Build(), graph.From, graph.To, graph.Types, graph.TheirTypes, Unlimited());
        Assert.Equal(nodes, shared.Nodes);
        Assert.Equal(naive.TypesOn(graph.From, nodes, graph.Types), shared.Types);
        Assert.Equal(naive.TypesOn(graph.To, nodes, graph.TheirTypes), shared.TheirTypes);
    });

    [Fact]
    public void What_all_share_agrees_with_the_plain_intersection() => GraphCases.Hold(graph =>
    {
        var naive = new NaiveGraph(graph);
        var topology = graph.Build();
        var near = Enumerable.Range(0, topology.NodeCount).Where(node => topology.SideOf(node) == NodeSide.Near).ToList();
        for (var count = 1; count < Math.Min(5, near.Count); count++)
        {
            // those with the longest lists share most; one of them is given twice
            var nodes = near.OrderByDescending(node => topology.Of(node).Length).Take(count).Reverse().ToArray();
            var expected = nodes.Select(node => naive.FarNodes(node, graph.Types)).Aggregate((one, other) => one.Intersect(other)).Order();
            Assert.Equal(expected, SharedFarNodes.OfAll(topology, [.. nodes, nodes[0]], graph.Types, Unlimited()));
        }
    });

    [Fact]
    public void A_short_list_leaps_over_a_long_one()
    {
        var builder = new TopologyBuilder(10_002);
        builder.AddNode(0, NodeSide.Near);
        builder.AddNode(1, NodeSide.Near);
        for (var far = 2; far < 10_002; far++)
        {
            builder.AddNode(far, NodeSide.Far);
            builder.AddRelationship(0, far, 0);
        }

        foreach (var far in new[] { 3, 4, 5_000, 10_001 })
        {
            builder.AddRelationship(1, far, 0);
        }

        var budget = Unlimited();
        Assert.Equal([3, 4, 5_000, 10_001], SharedFarNodes.OfAll(builder.Build(), [0, 1], 1, budget));
        Assert.InRange(budget.Spent, 4, 120);
    }

    [Fact]
    public void Questions_without_near_nodes_are_refused()
    {
        var topology = ChainSearchTests.Grid(1).Build();
        Assert.Equal(
            "Of no nodes, nothing is shared: give one at least. (Parameter 'nodes')",
            Assert.Throws<ArgumentException>(() => SharedFarNodes.OfAll(topology, [], 1, Unlimited())).Message);
        Assert.Throws<ArgumentException>(() => SharedFarNodes.OfAll(topology, [0, 1], 1, Unlimited()));
        Assert.Throws<ArgumentException>(() => SharedFarNodes.Between(topology, 0, 2, 1, 1, Unlimited()));
    }

    private static SearchBudget Unlimited() => ChainSearchTests.Unlimited();
}
