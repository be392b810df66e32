namespace GraphService.Graph.Algorithms;

/// <summary>Intersects the lists of near nodes.</summary>
public static class SharedFarNodes
{
    /// <summary>The far nodes, ascending, to which every one of the near nodes is joined by one of the types.</summary>
    /// <exception cref="BudgetExceededException">The budget is met first.</exception>
    public static int[] OfAll(Topology topology, ReadOnlySpan<int> nodes, ulong types, SearchBudget budget)
    {
        var shortest = ShortestList(topology, nodes);
        var shared = new List<int>();
        var cursor = new ListCursor(topology.Of(shortest), budget);
        for (var far = cursor.MoveTo(0, types); far >= 0; far = cursor.MoveTo(far + 1, types))
        {
            shared.Add(far);
        }

        foreach (var node in nodes)
        {
            if (node != shortest)
            {
                Keep(shared, new ListCursor(topology.Of(node), budget), types);
            }
        }

        return [.. shared];
    }

    /// <summary>The far nodes to which one near node is joined by the first types and another by the second.</summary>
    /// <exception cref="BudgetExceededException">The budget is met first.</exception>
    public static SharedBetween Between(
        Topology topology, int node, int other, ulong types, ulong theirTypes, SearchBudget budget)
    {
        topology.RequireNear(node);
        topology.RequireNear(other);
        var shared = new List<int>();
        var (mine, theirs) = (0UL, 0UL);
        var cursor = new ListCursor(topology.Of(node), budget);
        var otherCursor = new ListCursor(topology.Of(other), budget);
        var far = cursor.MoveTo(0, types);
        while (far >= 0)
        {
            var next = otherCursor.MoveTo(far, theirTypes);
            if (next == far)
            {
                shared.Add(far);
                mine |= cursor.Types(types);
                theirs |= otherCursor.Types(theirTypes);
                next = far + 1;
            }

            far = next < 0 ? -1 : cursor.MoveTo(next, types);
        }

        return new SharedBetween(shared, mine, theirs);
    }

    private static int ShortestList(Topology topology, ReadOnlySpan<int> nodes)
    {
        if (nodes.IsEmpty)
        {
            throw new ArgumentException("Of no nodes, nothing is shared: give one at least.", nameof(nodes));
        }

        var shortest = nodes[0];
        foreach (var node in nodes)
        {
            topology.RequireNear(node);
            if (topology.Of(node).Length < topology.Of(shortest).Length)
            {
                shortest = node;
            }
        }

        return shortest;
    }

    // Keeps of an ascending list what the cursor finds too.
    private static void Keep(List<int> shared, ListCursor cursor, ulong types)
    {
        var kept = 0;
        for (var i = 0; i < shared.Count; i++)
        {
            if (cursor.MoveTo(shared[i], types) == shared[i])
            {
                shared[kept++] = shared[i];
            }
        }

        shared.RemoveRange(kept, shared.Count - kept);
    }
}
