using GraphService.Graph.Algorithms;

namespace GraphService.Graph.Tests.Algorithms;

public sealed class CollaboratorsTests
{
    [Fact]
    public void Collaborators_agree_with_the_plain_count() => GraphCases.Hold(graph =>
    {
        var topology = graph.Build();
        var ranks = Enumerable.Range(0, topology.NodeCount).Select(node => node * 7 % 5).ToArray();
        var found = new Collaborators(topology).Find(graph.From, graph.Types, graph.TheirTypes, graph.MinShared, ranks, Unlimited());
        Assert.Equal(Expected(graph, ranks), found);
    });

    [Fact]
    public void Working_memory_used_again_changes_no_answer() => GraphCases.Hold(
        graph =>
        {
            var topology = graph.Build();
            var ranks = new int[topology.NodeCount];
            var nearTheEnd = uint.MaxValue - (uint)(2 * topology.NodeCount);
            foreach (var collaborators in new[]
            {
                new Collaborators(topology),
                new Collaborators(topology, () => new CollaboratorState(topology.NodeCount, nearTheEnd)),
            })
            {
                for (var node = 0; node < topology.NodeCount; node++)
                {
                    if (topology.SideOf(node) == NodeSide.Near)
                    {
                        var question = graph with { From = node };
                        Assert.Equal(
                            Expected(question, ranks),
                            collaborators.Find(node, graph.Types, graph.TheirTypes, graph.MinShared, default, Unlimited()));
                    }
                }
            }
        },
        graphs: 200);

    [Fact]
    public void Most_shared_is_first_then_the_rank_then_the_number()
    {
        var builder = new TopologyBuilder(8);
        foreach (var near in new[] { 0, 2, 3, 4, 5 })
        {
            builder.AddNode(near, NodeSide.Near);
            builder.AddRelationship(near, 1, 0);
        }

        builder.AddNode(1, NodeSide.Far);
        builder.AddNode(6, NodeSide.Far);
        builder.AddRelationship(0, 6, 1);
        builder.AddRelationship(5, 6, 2);
        builder.AddRelationship(5, 6, 3);
        var ranks = new[] { 0, 0, 9, 9, 1, 9, 0, 0 };
        var found = new Collaborators(builder.Build()).Find(0, ulong.MaxValue, ulong.MaxValue, 1, ranks, Unlimited());
        Assert.Equal([new(5, 2), new(4, 1), new(2, 1), new(3, 1)], found);
    }

    [Fact]
    public void Only_near_nodes_have_collaborators()
    {
        var collaborators = new Collaborators(ChainSearchTests.Grid(1).Build());
        Assert.Equal(
            "Node 1 is not on the near side of the topology. (Parameter 'node')",
            Assert.Throws<ArgumentException>(() => collaborators.Find(1, 1, 1, 1, default, Unlimited())).Message);
    }

    private static Collaborator[] Expected(GraphCase graph, int[] ranks)
    {
        var naive = new NaiveGraph(graph);
        return Enumerable.Range(0, graph.Sides.Length)
            .Where(node => graph.Sides[node] == NodeSide.Near && node != graph.From)
            .Select(node => new Collaborator(node, naive.Shared(graph.From, node, graph.Types, graph.TheirTypes).Count))
            .Where(other => other.Shared >= graph.MinShared)
            .OrderByDescending(other => other.Shared).ThenBy(other => ranks[other.Node]).ThenBy(other => other.Node)
            .ToArray();
    }

    private static SearchBudget Unlimited() => ChainSearchTests.Unlimited();
}
