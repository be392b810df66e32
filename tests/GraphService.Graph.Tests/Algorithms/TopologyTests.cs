using GraphService.Graph.Algorithms;
using GraphService.Graph.Model;
using GraphService.Graph.Store;

namespace GraphService.Graph.Tests.Algorithms;

public sealed class TopologyTests
{
    private static readonly Property Years = new() { Name = "years", Type = PropertyType.IntList, Index = 0 };
    private static readonly NodeTable People = new() { Label = "Person", Index = 0, Properties = [] };
    private static readonly NodeTable Works = new() { Label = "Work", Index = 1, Properties = [Years] };
    private static readonly NodeTable Claims = new() { Label = "Claim", Index = 2, Properties = [], IsHidden = true };
    private static readonly RelationshipType About = new() { Name = "ABOUT", Index = 0, IsHidden = true };
    private static readonly RelationshipType Acted = new() { Name = "ACTED_IN", Index = 1 };
    private static readonly RelationshipType Directed = new() { Name = "DIRECTED", Index = 2 };

    private static readonly TopologyModel Credits = new() { Types = [Directed, Acted], Near = People, Far = Works, FarValues = Years };

    [Fact]
    public void A_snapshot_is_projected_by_the_ranks_of_its_ids()
    {
        using var memory = new SectionAllocator();
        var topology = Topology.Build(Snapshot(memory), Credits);
        Assert.Equal(6, topology.NodeCount);
        Assert.Equal(
            [NodeSide.Far, NodeSide.Near, NodeSide.None, NodeSide.Far, NodeSide.Near, NodeSide.Near],
            Enumerable.Range(0, 6).Select(topology.SideOf));
        Assert.Equal([(1, 1), (4, 0), (4, 1)], Entries(topology, 0));
        Assert.Equal([(0, 1), (3, 1)], Entries(topology, 1));
        Assert.Equal([], Entries(topology, 2));
        Assert.Equal([(1, 1), (5, 0)], Entries(topology, 3));
        Assert.Equal([(0, 0), (0, 1)], Entries(topology, 4));
        Assert.Equal([(3, 0)], Entries(topology, 5));
        Assert.Equal([2017], topology.ValuesOf(0).ToArray());
        Assert.Equal([2015, 2016], topology.ValuesOf(3).ToArray());
        Assert.Equal([], topology.ValuesOf(1).ToArray());
    }

    [Fact]
    public void Without_values_every_list_of_them_is_empty()
    {
        using var memory = new SectionAllocator();
        var model = new TopologyModel { Types = [Acted], Near = People, Far = Works };
        var topology = Topology.Build(Snapshot(memory), model);
        Assert.Equal([], topology.ValuesOf(3).ToArray());
        Assert.Equal([(1, 0), (4, 0)], Entries(topology, 0));
    }

    [Fact]
    public void The_whole_of_a_snapshot_is_what_it_serves()
    {
        using var memory = new SectionAllocator();
        var whole = Topology.BuildWhole(Snapshot(memory));
        Assert.Equal(
            [NodeSide.Near, NodeSide.Near, NodeSide.None, NodeSide.Near, NodeSide.Near, NodeSide.Near],
            Enumerable.Range(0, 6).Select(whole.SideOf));
        Assert.Equal([(1, 3), (3, 3), (4, 3), (4, 5)], Entries(whole, 0));
        Assert.Equal([(0, 2), (3, 2)], Entries(whole, 1));
        Assert.Equal([], Entries(whole, 2));
        Assert.Equal([(0, 2), (1, 3), (5, 5)], Entries(whole, 3));
        Assert.Equal([(0, 2), (0, 4)], Entries(whole, 4));
        Assert.Equal([(3, 4)], Entries(whole, 5));
    }

    [Fact]
    public void A_bipartite_topology_of_the_whole_is_that_of_the_snapshot()
    {
        using var memory = new SectionAllocator();
        var (expected, whole) = (Topology.Build(Snapshot(memory), Credits), Topology.BuildWhole(Snapshot(memory)));
        var builder = new TopologyBuilder(whole.NodeCount);
        for (var node = 0; node < whole.NodeCount; node++)
        {
            builder.AddNode(node, expected.SideOf(node));
        }

        builder.AddRelationships(whole, Credits);
        var built = builder.Build();
        Assert.All(Enumerable.Range(0, whole.NodeCount), node => Assert.Equal(Entries(expected, node), Entries(built, node)));
    }

    [Fact]
    public void The_snapshot_s_nodes_are_found_again()
    {
        using var memory = new SectionAllocator();
        var nodes = new SnapshotNodes(Snapshot(memory));
        Assert.Equal([4, 0, 5, 3, 2, 1], Enumerable.Range(0, nodes.Count).Select(nodes.Node));
        Assert.All(Enumerable.Range(0, nodes.Count), number => Assert.Equal(number, nodes.Number(nodes.Node(number))));
    }

    [Fact]
    public void A_mask_has_the_places_of_its_types()
    {
        Assert.Equal(0UL, Credits.MaskOf([]));
        Assert.Equal(2UL, Credits.MaskOf([Acted]));
        Assert.Equal(3UL, Credits.MaskOf([Acted, Directed, Acted]));
        Assert.Equal(
            "The topology does not walk relationships of type ABOUT. (Parameter 'type')",
            Assert.Throws<ArgumentException>(() => Credits.MaskOf([About])).Message);
    }

    // People 0 to 2, works 3 and 4, a claim 5; the claim's id stands among the others'.
    private static GraphSnapshot Snapshot(SectionAllocator memory)
    {
        int[] starts = [5, 0, 0, 2, 3, 1, 2];
        int[] ends = [0, 3, 4, 4, 4, 3, 4];
        return new GraphSnapshot
        {
            Model = new GraphModel
            {
                Tables = [People, Works, Claims],
                Kinds = [],
                RelationshipTypes = [About, Acted, Directed],
                Adjacencies = [],
                SourceTable = Claims,
            },
            Heap = default,
            Tables = [new NodeRange(0, 3), new NodeRange(3, 2), new NodeRange(5, 1)],
            Ids = memory.Copy<TextRef>(new TextRef[6]),
            IdRanks = memory.Copy<int>([1, 5, 4, 3, 0, 2]),
            Kinds = default,
            TableOf = memory.Copy<byte>([0, 0, 0, 1, 1, 2]),
            NodeColumns = [[], [new IntListColumn(memory.Copy<long>([0, 2, 3]), memory.Copy<int>([2015, 2016, 2017]))], []],
            DefaultOrders = [],
            Ranks = memory.Copy<int>([0, 1, 0, 1, 2, 0]),
            NodeEvidence = new EvidenceColumn(default, default),
            FirstRelationships = [0, 1, 5, 7],
            Degrees = default,
            RelationshipTypes = default,
            Starts = memory.Copy<int>(starts),
            Ends = memory.Copy<int>(ends),
            RelationshipColumns = [],
            References = [],
            RelationshipEvidence = new EvidenceColumn(default, default),
            Adjacencies = [],
            IdIndex = new IdIndex(default),
            NameIndexes = [],
            Names = new NameText(default, default),
            Summary = null!, // nothing here reads it
        };
    }

    private static IEnumerable<(int Node, int Type)> Entries(Topology topology, int node) =>
        topology.Of(node).ToArray().Select(entry => (entry.Node, entry.Type));
}
