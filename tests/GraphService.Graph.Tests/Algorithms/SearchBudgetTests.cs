using GraphService.Graph.Algorithms;

namespace GraphService.Graph.Tests.Algorithms;

public sealed class SearchBudgetTests
{
    [Fact]
    public void Every_question_is_answered_with_what_it_reads_and_not_with_one_entry_less() => GraphCases.Hold(graph =>
    {
        var topology = graph.Build();
        var search = new ChainSearch(topology);
        var collaborators = new Collaborators(topology);
        Exactly(budget => Ask(search, graph, chains => chains.First(), budget));
        Exactly(budget => Ask(search, graph, chains => chains.Count(), budget));
        Exactly(budget => Ask(search, graph, chains => chains.Take(3), budget));
        Exactly(budget => collaborators.Find(graph.From, graph.Types, graph.TheirTypes, 1, default, budget));
        Exactly(budget => SharedFarNodes.OfAll(topology, [graph.From, graph.To], graph.Types, budget));
        Exactly(budget => SharedFarNodes.Between(topology, graph.From, graph.To, graph.Types, graph.TheirTypes, budget));
    });

    [Fact]
    public void A_search_stops_at_the_same_entry_each_time()
    {
        var graph = ChainSearchTests.Grid(6, width: 10);
        var search = new ChainSearch(graph.Build());
        var spent = new HashSet<long>();
        for (var round = 0; round < 5; round++)
        {
            var budget = new SearchBudget(500);
            Assert.Throws<BudgetExceededException>(() => search.Find(graph.Query, budget));
            spent.Add(budget.Spent);
        }

        Assert.Equal([520], spent); // 460 leave room for two lists of 20, not for a third
    }

    [Fact]
    public void The_error_names_the_limit()
    {
        var budget = new SearchBudget(20);
        budget.Spend(20);
        var error = Assert.Throws<BudgetExceededException>(() => budget.Spend(1));
        Assert.Equal("VISITED", error.Limit);
        Assert.Equal(20, error.Value);
        Assert.Equal(
            "The search would read more than 20 relationships, which is its limit. Narrow the question, or raise the limit VISITED.",
            error.Message);
    }

    [Fact]
    public void A_canceled_search_stops_at_its_first_entry()
    {
        var graph = ChainSearchTests.Grid(2);
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var budget = new SearchBudget(long.MaxValue, cancellation.Token);
        Assert.Throws<OperationCanceledException>(() => new ChainSearch(graph.Build()).Find(graph.Query, budget));
        Assert.Equal(3, budget.Spent);
    }

    [Fact]
    public void A_token_is_asked_every_1024_entries()
    {
        using var cancellation = new CancellationTokenSource();
        var budget = new SearchBudget(long.MaxValue, cancellation.Token);
        budget.Spend(1);
        cancellation.Cancel();
        for (var read = 0; read < SearchBudget.CheckInterval; read++)
        {
            budget.Spend(1);
        }

        Assert.Throws<OperationCanceledException>(() => budget.Spend(1));
    }

    [Fact]
    public void A_search_cut_off_leaves_its_memory_fit_for_the_next() => GraphCases.Hold(
        graph =>
        {
            var search = new ChainSearch(graph.Build());
            var expected = new NaiveGraph(graph).Chains();
            for (var most = 0; most < 60; most += 7)
            {
                Record.Exception(() => Ask(search, graph, chains => chains.Take(3), new SearchBudget(most)));
                using var chains = search.Find(graph.Query, ChainSearchTests.Unlimited());
                Assert.Equal(expected.Take(20), chains.Take(20));
                Assert.Equal(expected.Count, chains.Count());
            }
        },
        graphs: 200);

    private static void Exactly(Action<SearchBudget> question)
    {
        var free = ChainSearchTests.Unlimited();
        question(free);
        var exact = new SearchBudget(free.Spent);
        question(exact);
        Assert.Equal(free.Spent, exact.Spent);
        if (free.Spent > 0)
        {
            Assert.Equal(
                free.Spent - 1,
                Assert.Throws<BudgetExceededException>(() => question(new SearchBudget(free.Spent - 1))).Value);
        }
    }

    private static void Ask<T>(ChainSearch search, GraphCase graph, Func<ShortestChains, T> question, SearchBudget budget)
    {
        using var chains = search.Find(graph.Query, budget);
        question(chains);
    }
}
