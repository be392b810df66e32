using GraphService.Graph.Algorithms;
using GraphService.Graph.Algorithms.Centrality;

namespace GraphService.Graph.Tests.Algorithms.Centrality;

public sealed class CentralitiesTests
{
    public static TheoryData<CentralityMeasure> Measures => [.. Enum.GetValues<CentralityMeasure>()];

    [Theory]
    [MemberData(nameof(Measures))]
    public void Scores_agree_with_the_plain_way(CentralityMeasure measure) => GraphCases.Hold(graph =>
    {
        var naive = new NaiveCentrality(graph);
        var ranking = Rank(graph, measure);
        Assert.Equal(naive.Nodes, Nodes(ranking).Order());
        var expected = Expected(naive, measure);
        for (var place = 0; place < ranking.Count; place++)
        {
            Assert.Equal(expected[ranking.Node(place)], ranking.Score(place), 1e-9);
        }
    });

    [Theory]
    [MemberData(nameof(Measures))]
    public void The_highest_is_first_then_the_default_order_and_equal_scores_share_a_rank(CentralityMeasure measure) => GraphCases.Hold(
        graph =>
        {
            var order = DefaultOrder(graph);
            var ranking = Rank(graph, measure);
            for (var place = 1; place < ranking.Count; place++)
            {
                var (before, node) = (ranking.Node(place - 1), ranking.Node(place));
                var isEqual = ranking.Score(place - 1).Equals(ranking.Score(place));
                Assert.True(isEqual ? (order[before], before).CompareTo((order[node], node)) < 0 : ranking.Score(place - 1) > ranking.Score(place));
                Assert.Equal(isEqual ? ranking.Rank(place - 1) : place + 1, ranking.Rank(place));
            }

            Assert.True(ranking.Count == 0 || ranking.Rank(0) == 1);
        },
        graphs: 200);

    [Theory]
    [MemberData(nameof(Measures))]
    public void Equal_positions_have_equal_scores_to_the_last_bit(CentralityMeasure measure) => GraphCases.Hold(graph =>
    {
        var count = graph.Sides.Length;
        int Mirror(int node) => (2 * count) - 1 - node;
        var twice = graph with
        {
            Sides = [.. graph.Sides, .. graph.Sides.Reverse()],
            Values = [.. graph.Values, .. graph.Values.Reverse()],
            Relationships = [.. graph.Relationships, .. graph.Relationships.Select(r => (Mirror(r.Start), Mirror(r.End), r.Type))],
        };
        var ranking = Rank(twice, measure);
        var scores = Enumerable.Range(0, ranking.Count).ToDictionary(ranking.Node, ranking.Score);
        Assert.All(scores, score => Assert.Equal(BitConverter.DoubleToInt64Bits(score.Value), BitConverter.DoubleToInt64Bits(scores[Mirror(score.Key)])));
    });

    [Theory]
    [InlineData(CentralityMeasure.Betweenness)]
    [InlineData(CentralityMeasure.PageRank)]
    public void Without_room_for_repeated_pairs_the_scores_are_the_same(CentralityMeasure measure) => GraphCases.Hold(
        graph =>
        {
            var topology = graph.Build();
            double[] Scores(int maxPairs)
            {
                var sharing = SharingGraphBuilder.Build(topology, graph.Types, CancellationToken.None, maxPairs);
                var scores = measure == CentralityMeasure.Betweenness ? Betweenness.Compute(sharing, CancellationToken.None) : PageRank.Compute(sharing, CancellationToken.None);
                return Array.ConvertAll(scores, Ranking.Round);
            }

            var expected = Scores(int.MaxValue);
            Assert.Equal(expected, Scores(0));
            Assert.Equal(expected, Scores(3));
        },
        graphs: 300);

    [Fact]
    public void In_a_star_everyone_is_in_the_same_position_and_on_a_chain_the_middle_is_first()
    {
        var star = Rank(Chain((0, 9), (1, 9), (2, 9), (3, 9)), CentralityMeasure.Closeness);
        Assert.Equal([1, 1, 1, 1], Enumerable.Range(0, 4).Select(star.Rank));
        Assert.Equal([1.0, 1, 1, 1], Enumerable.Range(0, 4).Select(star.Score));

        var chain = Rank(Chain((0, 7), (1, 7), (1, 8), (2, 8), (2, 9), (3, 9), (3, 10), (4, 10)), CentralityMeasure.Betweenness);
        Assert.Equal([2, 1, 3, 0, 4], Nodes(chain));
        Assert.Equal([4.0, 3, 3, 0, 0], Enumerable.Range(0, 5).Select(chain.Score));
        Assert.Equal([1, 2, 2, 4, 4], Enumerable.Range(0, 5).Select(chain.Rank));
    }

    [Fact]
    public void The_scores_of_PageRank_add_up_to_one_with_and_without_neighbors()
    {
        var ranking = Rank(Chain((0, 7), (1, 7), (2, 8), (3, 9), (4, 9), (3, 7)), CentralityMeasure.PageRank);
        Assert.Equal(1, Enumerable.Range(0, ranking.Count).Sum(ranking.Score), 1e-10);
        Assert.Equal(2, ranking.Node(4)); // alone on a far node, but ranked
    }

    [Fact]
    public void More_paths_than_a_number_holds_are_compared_nevertheless()
    {
        // Level after level of two near nodes, each pair joined to both of the next: two to the power of the levels paths.
        const int levels = 1_040;
        var builder = new TopologyBuilder(6 * levels);
        var far = 2 * levels;
        for (var level = 0; level + 1 < levels; level++)
        {
            foreach (var (one, next) in new[] { (0, 2), (0, 3), (1, 2), (1, 3) })
            {
                builder.AddNode(far, NodeSide.Far);
                foreach (var near in new[] { (2 * level) + one, (2 * level) + next })
                {
                    builder.AddNode(near, NodeSide.Near);
                    builder.AddRelationship(near, far, 0);
                }

                far++;
            }
        }

        var scores = Betweenness.Compute(SharingGraphBuilder.Build(builder.Build(), 1, CancellationToken.None), CancellationToken.None);

        // Of the pairs that a level parts, each of its two nodes has half the paths; and of the pairs of two neighbors' levels, half.
        for (var level = 0; level < levels; level++)
        {
            var (before, after) = (2.0 * level, 2.0 * (levels - 1 - level));
            var ofNeighbors = (before > 0 ? 1.0 : 0) / NeighborsOf(level - 1, levels) + ((after > 0 ? 1.0 : 0) / NeighborsOf(level + 1, levels));
            Assert.Equal((before * after / 2) + ofNeighbors, scores[2 * level], 1e-6 * (1 + scores[2 * level]));
            Assert.Equal(scores[2 * level], scores[(2 * level) + 1], 1e-9 * (1 + scores[2 * level]));
        }
    }

    [Fact]
    public void A_ranking_is_computed_once()
    {
        var centralities = new Centralities(Chain((0, 7), (1, 7)).Build(), default);
        Assert.Equal(2, centralities.Count);
        Assert.Same(
            centralities.Rank(CentralityMeasure.PageRank, ulong.MaxValue, CancellationToken.None),
            centralities.Rank(CentralityMeasure.PageRank, ulong.MaxValue, CancellationToken.None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Tiny_graphs_have_rankings(int people)
    {
        var graph = Chain([.. Enumerable.Range(0, people).Select(near => (near, 7 + near))]);
        foreach (var measure in Enum.GetValues<CentralityMeasure>())
        {
            var ranking = Rank(graph, measure);
            Assert.Equal(people, ranking.Count);
            Assert.All(Enumerable.Range(0, people), place => Assert.Equal(measure == CentralityMeasure.PageRank ? 1.0 / people : 0, ranking.Score(place)));
        }
    }

    [Theory]
    [InlineData(0.1 + 0.2, 0.3)]
    [InlineData(1.0 / 3, 0.333333333333)]
    [InlineData(123456789012345, 123456789012000)]
    [InlineData(0, 0)]
    [InlineData(2.00000000000049e-300, 2e-300)]
    public void Scores_have_12_significant_digits(double score, double rounded) => Assert.Equal(rounded, Ranking.Round(score));

    private static double NeighborsOf(int level, int levels) => level <= 0 || level >= levels - 1 ? 2 : 4;

    private static Dictionary<int, double> Expected(NaiveCentrality naive, CentralityMeasure measure) => measure switch
    {
        CentralityMeasure.Degree => naive.Nodes.ToDictionary(node => node, naive.Degree),
        CentralityMeasure.Closeness => naive.Nodes.ToDictionary(node => node, naive.Closeness),
        CentralityMeasure.Betweenness => naive.Nodes.ToDictionary(node => node, naive.Betweenness),
        _ => naive.PageRank(),
    };

    private static Ranking Rank(GraphCase graph, CentralityMeasure measure) =>
        new Centralities(graph.Build(), DefaultOrder(graph)).Rank(measure, graph.Types, CancellationToken.None);

    // Another order than that of the numbers.
    private static int[] DefaultOrder(GraphCase graph) => [.. Enumerable.Range(0, graph.Sides.Length).Select(node => graph.Sides.Length > 11 ? node * 7 % 5 : node)];

    private static IEnumerable<int> Nodes(Ranking ranking) => Enumerable.Range(0, ranking.Count).Select(ranking.Node);

    // Near nodes up to 6, far nodes from 7 on.
    private static GraphCase Chain(params (int Near, int Far)[] relationships) => new()
    {
        Sides = [.. Enumerable.Repeat(NodeSide.Near, 7), .. Enumerable.Repeat(NodeSide.Far, 4)],
        Relationships = [.. relationships.Select(r => (r.Near, r.Far, 0))],
        Values = [.. Enumerable.Repeat(Array.Empty<int>(), 11)],
        From = 0,
        To = 0,
    };
}
