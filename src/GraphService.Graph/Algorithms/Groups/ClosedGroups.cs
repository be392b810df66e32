namespace GraphService.Graph.Algorithms.Groups;

/// <summary>
/// Finds closed groups, each once, by prefix-preserving closure extension (Uno and others, LCM): a group is made larger by one near node and closed; it
/// is new when closing brings in no one with a number before that node's. No group is remembered, and between two of them lies polynomial time. Safe to
/// use from several threads.
/// </summary>
public sealed class ClosedGroups
{
    private readonly Topology _topology;
    private readonly StatePool<MemberCounts> _states;

    /// <summary>Searches a topology.</summary>
    public ClosedGroups(Topology topology)
    {
        _topology = topology;
        _states = new StatePool<MemberCounts>(() => new MemberCounts(topology.NodeCount));
    }

    /// <summary>The groups that are asked for, in no particular order, found while they are enumerated.</summary>
    /// <exception cref="BudgetExceededException">The budget is met first.</exception>
    public IEnumerable<ClosedGroup> Find(ClosedGroupQuery query, SearchBudget budget)
    {
        query.Check(_topology);
        return Enumerate(query, budget);
    }

    private IEnumerable<ClosedGroup> Enumerate(ClosedGroupQuery query, SearchBudget budget)
    {
        var counts = _states.Rent();
        try
        {
            var open = new Stack<Extension>();
            foreach (var root in Roots(query, counts, budget))
            {
                var group = root;
                while (group is not null || open.Count > 0)
                {
                    if (group is not null)
                    {
                        open.Push(group);
                        if (group.Members.Length >= query.MinMembers)
                        {
                            yield return new ClosedGroup(group.Members, group.Shared);
                        }
                    }

                    group = Larger(open, query, counts, budget);
                }
            }
        }
        finally
        {
            _states.Return(counts);
        }
    }

    // The next group made of the last open one; null when there is none, and the open one is then closed, or what was tried is no new group.
    private Extension? Larger(Stack<Extension> open, ClosedGroupQuery query, MemberCounts counts, SearchBudget budget)
    {
        var group = open.Peek();
        if (group.Next == group.Candidates.Length)
        {
            open.Pop();
            return null;
        }

        var added = group.Candidates[group.Next++];
        return Close(Restrict(group.Shared, added, query, budget), group.Members, added, query, counts, budget);
    }

    // With nodes that must be members, one group: that of those nodes, in which all others lie. Without, that of each node; it is as if one
    // more far node were there that nobody has, so that the group of no node has no member.
    private IEnumerable<Extension> Roots(ClosedGroupQuery query, MemberCounts counts, SearchBudget budget)
    {
        if (query.Including.Count > 0)
        {
            var shared = SharedFarNodes.OfAll(_topology, [.. query.Including], query.Types, budget);
            if (shared.Length >= query.MinShared && Close(shared, [], -1, query, counts, budget) is { } root)
            {
                yield return root;
            }

            yield break;
        }

        for (var node = 0; node < _topology.NodeCount; node++)
        {
            if (_topology.SideOf(node) == NodeSide.Near)
            {
                var shared = FarNodes(node, query, budget);
                if (shared.Length >= query.MinShared && Close(shared, [], node, query, counts, budget) is { } root)
                {
                    yield return root;
                }
            }
        }
    }

    // The far nodes of a near node which enough others have: on one that fewer have, no group that is asked for can be.
    private int[] FarNodes(int near, ClosedGroupQuery query, SearchBudget budget)
    {
        var list = _topology.Of(near);
        budget.Spend(list.Length);
        if (list.Length < query.MinShared)
        {
            return [];
        }

        var found = new List<int>();
        var last = -1;
        foreach (var far in list)
        {
            if (far.Node != last && far.IsIn(query.Types))
            {
                last = far.Node;
                if (HasMembers(last, query, budget))
                {
                    found.Add(last);
                }
            }
        }

        return [.. found];
    }

    private bool HasMembers(int far, ClosedGroupQuery query, SearchBudget budget)
    {
        var members = 0;
        var last = -1;
        foreach (var near in _topology.Of(far))
        {
            budget.Spend(1);
            if (near.Node != last && near.IsIn(query.Types))
            {
                last = near.Node;
                if (++members == query.MinMembers)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Those of some far nodes that a near node has.
    private int[] Restrict(int[] shared, int near, ClosedGroupQuery query, SearchBudget budget)
    {
        var kept = new List<int>();
        var cursor = new ListCursor(_topology.Of(near), budget);
        foreach (var far in shared)
        {
            if (cursor.MoveTo(far, query.Types) == far)
            {
                kept.Add(far);
            }
        }

        return [.. kept];
    }

    /// <summary>The group of some far nodes; null when it is to be found from another group, or neither it nor any larger one is asked for.</summary>
    private Extension? Close(int[] shared, int[] smaller, int added, ClosedGroupQuery query, MemberCounts counts, SearchBudget budget)
    {
        counts.Clear();
        foreach (var far in shared)
        {
            var list = _topology.Of(far);
            budget.Spend(list.Length);
            var last = -1;
            foreach (var near in list)
            {
                if (near.Node != last && near.IsIn(query.Types))
                {
                    last = near.Node;
                    counts.Add(last);
                }
            }
        }

        var members = new List<int>();
        var candidates = new List<int>();
        foreach (var node in counts.Found)
        {
            if (counts[node] == shared.Length)
            {
                members.Add(node);
                if (node < added && Array.BinarySearch(smaller, node) < 0)
                {
                    return null;
                }
            }
            else if (node > added && counts[node] >= query.MinShared)
            {
                candidates.Add(node);
            }
        }

        if (members.Count + candidates.Count < query.MinMembers)
        {
            return null;
        }

        members.Sort();
        candidates.Sort();
        return new Extension([.. members], shared, [.. candidates]);
    }

    /// <summary>A group, and by whom it is still to be made larger.</summary>
    private sealed record Extension(int[] Members, int[] Shared, int[] Candidates)
    {
        /// <summary>The place of the next candidate.</summary>
        public int Next { get; set; }
    }
}
