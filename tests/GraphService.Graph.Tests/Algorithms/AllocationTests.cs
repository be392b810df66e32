using GraphService.Graph.Algorithms;

namespace GraphService.Graph.Tests.Algorithms;

public sealed class AllocationTests
{
    private const int ChainBytes = 24 + (13 * sizeof(int)) + 4; // an array of 13 numbers, rounded up

    [Fact]
    public void A_search_allocates_its_result_and_nothing_else()
    {
        var graph = ChainSearchTests.Grid(6, width: 30);
        var search = new ChainSearch(graph.Build());
        var query = graph.Query;
        var result = Allocated(() =>
        {
            using var chains = search.Find(query, new SearchBudget(long.MaxValue));
        });
        Assert.InRange(result, 1, 250);
        Assert.Equal(result + ChainBytes, Allocated(() =>
        {
            using var chains = search.Find(query, new SearchBudget(long.MaxValue));
            chains.First();
        }));
        Assert.InRange(
            Allocated(() =>
            {
                using var chains = search.Find(query, new SearchBudget(long.MaxValue));
                chains.Count();
            }),
            result,
            result + 100);
    }

    [Fact]
    public void A_walk_allocates_nothing_a_chain()
    {
        var graph = ChainSearchTests.Grid(4, width: 6);
        using var chains = new ChainSearch(graph.Build()).Find(graph.Query, ChainSearchTests.Unlimited());
        chains.Count();
        Assert.Equal(Allocated(() => Walk(1)), Allocated(() => Walk(10_000)));

        void Walk(int count)
        {
            var walk = chains.Walk();
            for (var i = 0; i < count; i++)
            {
                Assert.True(walk.MoveNext());
            }
        }
    }

    [Fact]
    public void Counting_collaborators_allocates_the_list_and_its_comparer_alone()
    {
        Assert.Equal(100 * 8, AllocatedFor(200) - AllocatedFor(100));
        Assert.InRange(AllocatedFor(100), 24 + (100 * 8), 24 + (100 * 8) + 120);

        static long AllocatedFor(int width)
        {
            var graph = ChainSearchTests.Grid(2, width);
            var collaborators = new Collaborators(graph.Build());
            var ranks = new int[graph.Sides.Length];
            var budget = ChainSearchTests.Unlimited();
            return Allocated(() => collaborators.Find(0, ulong.MaxValue, ulong.MaxValue, 1, ranks, budget));
        }
    }

    // Of several rounds the least: the runtime itself allocates now and then.
    private static long Allocated(Action action)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 20; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
