using GraphService.Graph.Algorithms;

namespace GraphService.Graph.Tests.Algorithms;

public sealed class TopologyBuilderTests
{
    [Fact]
    public void Lists_are_sorted_and_hold_each_entry_once() => GraphCases.Hold(graph =>
    {
        var (topology, naive) = (graph.Build(), new NaiveGraph(graph));
        Assert.Equal(graph.Sides.Length, topology.NodeCount);
        var entries = 0;
        for (var node = 0; node < topology.NodeCount; node++)
        {
            var list = topology.Of(node).ToArray().Select(entry => (entry.Node, entry.Type)).ToList();
            Assert.Equal(naive.Neighbors(node), list);
            Assert.Equal(graph.Sides[node], topology.SideOf(node));
            Assert.Equal(graph.Values[node].Order(), topology.ValuesOf(node).ToArray());
            entries += list.Count;
        }

        Assert.Equal(entries, topology.EntryCount);
    });

    [Fact]
    public void Relationships_that_do_not_lead_from_near_to_far_are_left_out()
    {
        var builder = new TopologyBuilder(4);
        builder.AddRelationship(0, 1, 0);
        builder.AddRelationship(1, 0, 0);
        builder.AddRelationship(0, 2, 0);
        builder.AddRelationship(3, 1, 0);
        builder.AddRelationship(0, 0, 0);
        builder.AddNode(0, NodeSide.Near);
        builder.AddNode(1, NodeSide.Far);
        builder.AddNode(2, NodeSide.Near);
        var topology = builder.Build();
        Assert.Equal(2, topology.EntryCount);
        Assert.Equal(1, topology.Of(0)[0].Node);
        Assert.Equal(0, topology.Of(1)[0].Node);
    }

    [Fact]
    public void Nothing_makes_an_empty_topology()
    {
        var topology = new TopologyBuilder(0).Build();
        Assert.Equal(0, topology.NodeCount);
        Assert.Equal(0, topology.EntryCount);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Assert.StartsWith(
            "A topology holds at most 67108864 nodes.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new TopologyBuilder(Neighbor.MaxNodes + 1)).Message,
            StringComparison.Ordinal);
        var builder = new TopologyBuilder(2);
        Assert.StartsWith(
            "A topology holds at most 64 types.",
            Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddRelationship(0, 1, 64)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "The topology was begun with 2 nodes.",
            Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddRelationship(0, 2, 0)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddRelationship(-1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddValues(2, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddNode(2, NodeSide.Near));
    }

    [Fact]
    public void Numbers_and_types_at_their_bounds_are_kept_apart()
    {
        var neighbor = new Neighbor(Neighbor.MaxNodes - 1, Neighbor.MaxTypes - 1);
        Assert.Equal(Neighbor.MaxNodes - 1, neighbor.Node);
        Assert.Equal(63, neighbor.Type);
        Assert.Equal(1UL << 63, neighbor.TypeMask);
        Assert.True(neighbor.IsIn(1UL << 63));
        Assert.False(neighbor.IsIn(~(1UL << 63)));
        Assert.True(new Neighbor(Neighbor.MaxNodes - 1, 0).IsIn(1));
        Assert.False(new Neighbor(Neighbor.MaxNodes - 1, 0).IsIn(~1UL));
    }
}
