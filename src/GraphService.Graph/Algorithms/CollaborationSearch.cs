namespace GraphService.Graph.Algorithms;

/// <summary>
/// Shortest chains between two near nodes: a level-by-level search from both ends, always on from the side with less to read. Safe to use from several
/// threads; each running search has working memory of its own, kept for later ones.
/// </summary>
public sealed class CollaborationSearch
{
    private readonly Topology _topology;
    private readonly StatePool<SearchState> _states;

    /// <summary>Searches a topology.</summary>
    public CollaborationSearch(Topology topology)
        : this(topology, () => new SearchState(topology))
    {
    }

    internal CollaborationSearch(Topology topology, Func<SearchState> createState)
    {
        _topology = topology;
        _states = new StatePool<SearchState>(createState);
    }

    /// <summary>
    /// Searches until the ends are joined. Dispose of the result to give its working memory back; what is asked of it goes on with the same budget.
    /// </summary>
    /// <exception cref="BudgetExceededException">The budget is met first.</exception>
    public CollaborationChains Find(CollaborationQuery query, SearchBudget budget)
    {
        query.Check(_topology);
        var state = _states.Rent();
        try
        {
            state.Begin(query);
            var found = Join(state, query, budget);
            var chains = new CollaborationChains(_topology, query, budget, found ? state : null, _states);
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

    // Expands levels until the sides meet. Forward, the first node found to be on both sides is on the first chain, and the rest of the level can wait.
    private static bool Join(SearchState state, CollaborationQuery query, SearchBudget budget)
    {
        var (forward, backward) = (state.Forward, state.Backward);
        while (state.Meeting.Count == 0)
        {
            if (forward.IsExhausted || backward.IsExhausted || forward.Depth + backward.Depth >= 2L * query.MaxDegrees)
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
