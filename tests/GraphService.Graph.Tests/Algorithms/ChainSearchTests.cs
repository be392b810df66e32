using GraphService.Graph.Algorithms;

namespace GraphService.Graph.Tests.Algorithms;

public sealed class ChainSearchTests
{
    [Fact]
    public void Degrees_count_and_first_chain_agree_with_the_plain_search() => GraphCases.Hold(graph =>
    {
        var expected = new NaiveGraph(graph).Chains();
        using var chains = new ChainSearch(graph.Build()).Find(graph.Query, Unlimited());
        Assert.Equal(expected.Count > 0, chains.IsFound);
        Assert.Equal(expected.Count > 0 ? expected[0].Length - 1 : -1, chains.Length);
        Assert.Equal(expected.FirstOrDefault(), chains.First());
        Assert.Equal(expected.Count, chains.Count());
        Assert.Equal(expected.FirstOrDefault(), chains.First());
    });

    [Fact]
    public void Every_bound_on_degrees_agrees_with_the_plain_search() => GraphCases.Hold(graph =>
    {
        var search = new ChainSearch(graph.Build());
        for (var degrees = 1; degrees <= 12; degrees++)
        {
            var bounded = graph with { MaxDegrees = degrees };
            using var chains = search.Find(bounded.Query, Unlimited());
            Assert.Equal(new NaiveGraph(bounded).Chains().Count, chains.Count());
        }
    });

    [Fact]
    public void Working_memory_used_again_changes_no_answer() => GraphCases.Hold(graph =>
    {
        var topology = graph.Build();
        var search = new ChainSearch(topology);
        var near = Enumerable.Range(0, topology.NodeCount).Where(node => topology.SideOf(node) == NodeSide.Near).Take(6).ToArray();
        foreach (var from in near)
        {
            foreach (var to in near)
            {
                var question = graph with { From = from, To = to, Avoiding = graph.Avoiding.Where(node => node != from && node != to).ToArray() };
                using var chains = search.Find(question.Query, Unlimited());
                Assert.Equal(new NaiveGraph(question).Chains().Take(30), chains.Take(30));
            }
        }
    });

    [Fact]
    public void The_epoch_may_run_out() => GraphCases.Hold(
        graph =>
        {
            var topology = graph.Build();
            var expected = new NaiveGraph(graph).Chains();
            var nearTheEnd = uint.MaxValue - (uint)(4 * topology.NodeCount);
            var search = new ChainSearch(topology, () => new SearchState(topology, nearTheEnd));
            for (var round = 0; round < 8; round++)
            {
                using var chains = search.Find(graph.Query, Unlimited());
                Assert.Equal(expected.Count, chains.Count());
                Assert.Equal(expected.Take(5), chains.Take(5));
            }
        },
        graphs: 200);

    [Fact]
    public void Threads_share_a_search()
    {
        var graph = Grid(5);
        var search = new ChainSearch(graph.Build());
        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var query = new ChainQuery { From = 0, To = i % 2 == 0 ? graph.To : 5, MaxLength = 24 };
            using var chains = search.Find(query, Unlimited());
            Assert.Equal(i % 2 == 0 ? 10 : 2, chains.Length);
            Assert.Equal(i % 2 == 0 ? 243 * 243 / 3 : 3, chains.Count());
        });
    }

    [Fact]
    public void A_node_reaches_itself_in_no_step()
    {
        var topology = Grid(1).Build();
        using var chains = new ChainSearch(topology).Find(new ChainQuery { From = 0, To = 0, MaxLength = 2 }, new SearchBudget(0));
        Assert.True(chains.IsFound);
        Assert.Equal(0, chains.Length);
        Assert.Equal([0], chains.First() ?? []);
        Assert.Equal(1, chains.Count());
        Assert.Equal([[0]], chains.Take(10));
        Assert.Empty(chains.Take(10, [0]));
    }

    [Fact]
    public void A_count_beyond_64_bits_is_the_largest_number()
    {
        var graph = Grid(12, width: 60);
        using var chains = new ChainSearch(graph.Build()).Find(graph.Query, Unlimited());
        Assert.Equal(24, chains.Length);
        Assert.Equal(long.MaxValue, chains.Count());
        Assert.Equal(3, chains.Take(3).Count);
    }

    [Fact]
    public void Ends_must_be_near_nodes_that_are_not_avoided()
    {
        var search = new ChainSearch(Grid(1).Build());
        Assert.Equal(
            "Node 1 is not on the near side of the topology. (Parameter 'node')",
            Refused(new ChainQuery { From = 0, To = 1, MaxLength = 12 }));
        Assert.Equal(
            "Node 99 is not on the near side of the topology. (Parameter 'node')",
            Refused(new ChainQuery { From = 99, To = 0, MaxLength = 12 }));
        Assert.Equal(
            "Node 0 is an end of the chains: they cannot avoid it.",
            Refused(new ChainQuery { From = 0, To = 4, MaxLength = 12, Avoiding = [0] }));
        Assert.Equal(
            "Node -1, to be avoided, is not in the topology.",
            Refused(new ChainQuery { From = 0, To = 4, MaxLength = 12, Avoiding = [-1] }));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => search.Find(new ChainQuery { From = 0, To = 4, MaxLength = 0 }, Unlimited()));

        string Refused(ChainQuery query) => Assert.Throws<ArgumentException>(() => search.Find(query, Unlimited())).Message;
    }

    [Fact]
    public void Chains_given_back_answer_no_more()
    {
        var graph = Grid(2);
        var chains = new ChainSearch(graph.Build()).Find(graph.Query, Unlimited());
        var walk = chains.Walk();
        chains.Dispose();
        chains.Dispose();
        Assert.Throws<ObjectDisposedException>(() => chains.First());
        Assert.Throws<ObjectDisposedException>(() => walk.MoveNext());
    }

    internal static SearchBudget Unlimited() => new(long.MaxValue);

    /// <summary>
    /// Near nodes in layers, the first and the last of one node, the others of as many as the width; between two layers as many far nodes, each joined to
    /// all of both. Each far node beyond the first adds a factor: width ^ (2 * degrees - 1) chains.
    /// </summary>
    internal static GraphCase Grid(int degrees, int width = 3)
    {
        var sides = new List<NodeSide> { NodeSide.Near };
        var relationships = new List<(int, int, int)>();
        int[] layer = [0];
        for (var degree = 1; degree <= degrees; degree++)
        {
            var far = Add(NodeSide.Far, width);
            var next = Add(NodeSide.Near, degree == degrees ? 1 : width);
            foreach (var work in far)
            {
                relationships.AddRange(layer.Concat(next).Select(near => (near, work, 0)));
            }

            layer = next;
        }

        return new GraphCase
        {
            Sides = [.. sides],
            Relationships = [.. relationships],
            Values = [.. sides.Select(_ => Array.Empty<int>())],
            From = 0,
            To = layer[0],
        };

        int[] Add(NodeSide side, int count)
        {
            var first = sides.Count;
            sides.AddRange(Enumerable.Repeat(side, count));
            return Enumerable.Range(first, count).ToArray();
        }
    }
}
