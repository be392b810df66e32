using GraphService.Graph.Algorithms;

namespace GraphService.Graph.Tests.Algorithms;

public sealed class ChainWalkTests
{
    [Fact]
    public void A_walk_gives_every_chain_once_in_order() => GraphCases.Hold(graph =>
    {
        var expected = new NaiveGraph(graph).Chains();
        using var chains = Find(graph);
        var walk = chains.Walk();
        foreach (var chain in expected)
        {
            Assert.True(walk.MoveNext());
            Assert.Equal(chain, walk.Current.ToArray());
        }

        Assert.False(walk.MoveNext());
        Assert.False(walk.MoveNext());
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Pages_joined_are_all_chains(int size) => GraphCases.Hold(graph =>
    {
        var expected = new NaiveGraph(graph).Chains();
        using var chains = Find(graph);
        var joined = new List<int[]>();
        for (var page = chains.Take(size); page.Count > 0 && joined.Count < 200; page = chains.Take(size, page[^1]))
        {
            joined.AddRange(page);
        }

        Assert.Equal(expected.Take(joined.Count < 200 ? int.MaxValue : joined.Count), joined);
    });

    [Fact]
    public void A_walk_goes_on_after_any_sequence() => GraphCases.Hold(graph =>
    {
        var all = new NaiveGraph(graph).Chains();
        using var chains = Find(graph);
        foreach (var after in Sequences(graph, all))
        {
            var expected = all.Where(chain => Compare(chain, after) > 0).ToList();
            Assert.Equal(expected.Take(5), chains.Take(5, after));
            Assert.Equal(expected.Count < all.Count, chains.AnyUpTo(after));
        }
    });

    [Fact]
    public void Two_walks_of_one_search_do_not_disturb_each_other()
    {
        var graph = ChainSearchTests.Grid(3);
        using var chains = Find(graph);
        var (first, second) = (chains.Walk(), chains.Walk());
        Assert.True(first.MoveNext());
        Assert.True(first.MoveNext());
        Assert.True(second.MoveNext());
        Assert.Equal(chains.First(), second.Current.ToArray());
        Assert.NotEqual(first.Current.ToArray(), second.Current.ToArray());
    }

    [Fact]
    public void A_short_page_of_many_chains_reads_little()
    {
        var graph = ChainSearchTests.Grid(6, width: 20);
        var budget = new SearchBudget(100_000);
        using var chains = new ChainSearch(graph.Build()).Find(graph.Query, budget);
        chains.Count();
        var counted = budget.Spent;
        var page = chains.Take(50);
        chains.Take(50, page[^1]);
        Assert.InRange(budget.Spent - counted, 50, 5_000);
    }

    // Chains and what is near them: cut short, prolonged, one node moved by one or between two numbers.
    private static IEnumerable<int[]> Sequences(GraphCase graph, List<int[]> all)
    {
        yield return [graph.From];
        yield return [graph.From, ~0];
        yield return [~0];
        yield return [~graph.Sides.Length];
        yield return [graph.From + 1];
        yield return [graph.From - 1 < 0 ? ~0 : graph.From - 1, 3, 4];
        foreach (var chain in all.Where((_, i) => i < 3 || i == all.Count - 1))
        {
            yield return chain;
            yield return [.. chain, 0];
            for (var length = 1; length <= chain.Length; length++)
            {
                yield return chain[..length];
                yield return [.. chain[..(length - 1)], ~chain[length - 1]];
                yield return [.. chain[..(length - 1)], ~(chain[length - 1] + 1), .. chain[length..]];
                yield return [.. chain[..(length - 1)], chain[length - 1] + 1, .. chain[length..]];
            }
        }
    }

    // The entry of a number is twice it; that of a place before a number is one less.
    private static int Compare(int[] chain, int[] after)
    {
        var left = chain.Select(node => 2 * node).ToArray();
        var right = after.Select(node => node >= 0 ? 2 * node : (2 * ~node) - 1).ToArray();
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            if (left[i] != right[i])
            {
                return left[i].CompareTo(right[i]);
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static ShortestChains Find(GraphCase graph) =>
        new ChainSearch(graph.Build()).Find(graph.Query, ChainSearchTests.Unlimited());
}
