namespace GraphService.Graph.Algorithms;

/// <summary>Everyone who shares a far node with a near node. Safe to use from several threads.</summary>
public sealed class Collaborators
{
    private readonly Topology _topology;
    private readonly StatePool<CollaboratorState> _states;

    /// <summary>Counts over a topology.</summary>
    public Collaborators(Topology topology)
        : this(topology, () => new CollaboratorState(topology.NodeCount))
    {
    }

    internal Collaborators(Topology topology, Func<CollaboratorState> createState)
    {
        _topology = topology;
        _states = new StatePool<CollaboratorState>(createState);
    }

    /// <summary>
    /// Counts the far nodes that others share with a node: most first, then by rank, then by number.
    /// </summary>
    /// <param name="node">The near node.</param>
    /// <param name="types">The types by which it may be joined to a shared far node.</param>
    /// <param name="theirTypes">The types by which the others may be.</param>
    /// <param name="minShared">The fewest far nodes to share.</param>
    /// <param name="ranks">The place of each node in the order among equals, by number; empty: all the same.</param>
    /// <param name="budget">Counts the entries read.</param>
    /// <exception cref="BudgetExceededException">The budget is met first.</exception>
    public Collaborator[] Find(
        int node, ulong types, ulong theirTypes, int minShared, ReadOnlyMemory<int> ranks, SearchBudget budget)
    {
        _topology.RequireNear(node);
        var state = _states.Rent();
        try
        {
            state.Begin();
            Count(node, types, theirTypes, state, budget);
            var found = state.Found;
            var length = 0;
            foreach (var collaborator in found)
            {
                length += collaborator.Shared >= minShared ? 1 : 0;
            }

            var kept = new Collaborator[length];
            var next = 0;
            foreach (var collaborator in found)
            {
                if (collaborator.Shared >= minShared)
                {
                    kept[next++] = collaborator;
                }
            }

            kept.AsSpan().Sort(new MostSharedFirst(ranks));
            return kept;
        }
        finally
        {
            _states.Return(state);
        }
    }

    private void Count(int node, ulong types, ulong theirTypes, CollaboratorState state, SearchBudget budget)
    {
        var list = _topology.Of(node);
        budget.Spend(list.Length);
        var lastFar = -1;
        foreach (var far in list)
        {
            if (far.Node == lastFar || !far.IsIn(types))
            {
                continue;
            }

            lastFar = far.Node;
            var others = _topology.Of(far.Node);
            budget.Spend(others.Length);
            var last = node; // no one collaborates with themselves
            foreach (var other in others)
            {
                if (other.Node != last && other.Node != node && other.IsIn(theirTypes))
                {
                    last = other.Node;
                    state.Add(last);
                }
            }
        }
    }

    private readonly struct MostSharedFirst(ReadOnlyMemory<int> ranks) : IComparer<Collaborator>
    {
        public int Compare(Collaborator x, Collaborator y)
        {
            if (x.Shared != y.Shared)
            {
                return y.Shared.CompareTo(x.Shared);
            }

            var order = ranks.IsEmpty ? 0 : ranks.Span[x.Node].CompareTo(ranks.Span[y.Node]);
            return order != 0 ? order : x.Node.CompareTo(y.Node);
        }
    }
}
