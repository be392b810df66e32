namespace GraphService.Graph.Algorithms;

/// <summary>
/// Shortest chains between two nodes: a level-by-level search from both ends, always on from the side with less to read. Safe to use from several
/// threads; each running search has working memory of its own, kept for later ones.
/// </summary>
public sealed class ChainSearch
{
    private readonly StatePool<SearchState> _states;

    /// <summary>Searches a topology.</summary>
    public ChainSearch(Topology topology)
        : this(topology, () => new SearchState(topology))
    {
    }

    internal ChainSearch(Topology topology, Func<SearchState> createState)
    {
        Topology = topology;
        _states = new StatePool<SearchState>(createState);
    }

    /// <summary>What is searched.</summary>
    public Topology Topology { get; }

    /// <summary>
    /// Searches until the ends are joined. Dispose of the result to give its working memory back; what is asked of it goes on with the same budget.
    /// </summary>
    /// <exception cref="BudgetExceededException">The budget is met first.</exception>
    public ShortestChains Find(ChainQuery query, SearchBudget budget)
    {
        query.Check(Topology);
        var state = _states.Rent();
        try
        {
            state.Begin(query);
            var found = Join(state, query, budget);
            var chains = new ShortestChains(Topology, query, budget, found ? state : null, _states);
            if (!found)
            {
                _states.Return(state);
            }

            return chains;
        }
        catch
        {
            _states.Return(state);
            throw;
        }
    }

    /// <summary>How many nodes lie at 0, 1, 2, ... steps from one, as far as there are any.</summary>
    /// <exception cref="BudgetExceededException">The budget is met first.</exception>
    public IReadOnlyList<int> CountByDistance(int node, ulong types, SearchBudget budget)
    {
        var query = new ChainQuery { From = node, To = node, Types = types, MaxLength = int.MaxValue };
        query.Check(Topology);
        var state = _states.Rent();
        try
        {
            state.Begin(query);
            var counts = new List<int> { 1 };
            for (var side = state.Forward; !side.IsExhausted;)
            {
                side.OpenLevel();
                state.Expand(side, query, stopAtMeeting: false, budget);
                counts.Add(side.Level(side.Depth).Count);
            }

            counts.RemoveAt(counts.Count - 1); // nothing was found there
            return counts;
        }
        finally
        {
            _states.Return(state);
        }
    }

    // Expands levels until the sides meet. Forward, the first node found to be on both sides is on the first chain, and the rest of the level can wait.
    private static bool Join(SearchState state, ChainQuery query, SearchBudget budget)
    {
        var (forward, backward) = (state.Forward, state.Backward);
        while (state.Meeting.Count == 0)
        {
            if (forward.IsExhausted || backward.IsExhausted || forward.Depth + backward.Depth >= query.MaxLength)
            {
                return false;
            }

            var side = forward.FrontierEntries <= backward.FrontierEntries ? forward : backward;
            side.OpenLevel();
            state.Expand(side, query, stopAtMeeting: side == forward, budget);
        }

        return true;
    }
}
