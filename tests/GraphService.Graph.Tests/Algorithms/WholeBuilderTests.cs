using GraphService.Graph.Algorithms;

namespace GraphService.Graph.Tests.Algorithms;

public sealed class WholeBuilderTests
{
    [Fact]
    public void Every_relationship_is_in_the_lists_of_both_ends() => WholeCase.Hold(graph =>
    {
        var (whole, naive) = (graph.Build(), new NaiveWhole(graph));
        for (var node = 0; node < graph.Served.Length; node++)
        {
            var entries = naive.Entries(node);
            Assert.Equal(entries, whole.Of(node).ToArray().Select(entry => (entry.Node, entry.Type)));
            Assert.Equal(graph.Served[node] ? NodeSide.Near : NodeSide.None, whole.SideOf(node));
            Assert.Equal([], whole.ValuesOf(node).ToArray());
            for (var neighbor = 0; neighbor < graph.Served.Length; neighbor++)
            {
                Assert.Equal(entries.Where(e => e.Node == neighbor), whole.Between(node, neighbor).ToArray().Select(entry => (entry.Node, entry.Type)));
            }
        }

        Assert.Equal(2 * graph.Relationships.Count(r => graph.Served[r.Start] && graph.Served[r.End]), whole.EntryCount);
    });

    [Fact]
    public void A_loop_stands_in_its_list_for_both_ends_and_parallels_side_by_side()
    {
        var whole = new WholeCase([true, true], [(1, 1, 3), (1, 0, 2), (1, 0, 2), (0, 1, 2)]).Build();
        Assert.Equal([(0, 2, true), (0, 2, true), (0, 2, false), (1, 3, true), (1, 3, false)], whole.Of(1).ToArray().Select(e => (e.Node, e.Type(), e.IsAtStart())));
        Assert.Equal(8, whole.EntryCount);
    }

    [Fact]
    public void A_mask_has_two_bits_for_each_type()
    {
        Assert.Equal(0b11UL, WholeTypes.MaskOf(0));
        Assert.Equal(3UL << 62, WholeTypes.MaskOf(31));
        Assert.Equal(0b01_00_01UL, WholeTypes.AtStarts(WholeTypes.MaskOf(2) | WholeTypes.MaskOf(0)));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Assert.StartsWith("A topology holds at most 67108864 nodes.", Assert.Throws<ArgumentOutOfRangeException>(() => new WholeBuilder(Neighbor.MaxNodes + 1)).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "A whole topology holds at most 32 types.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new WholeCase([true], [(0, 0, 32)]).Build()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_makes_an_empty_topology() => Assert.Equal((0, 0), (new WholeBuilder(0).Build().NodeCount, new WholeBuilder(0).Build().EntryCount));
}
