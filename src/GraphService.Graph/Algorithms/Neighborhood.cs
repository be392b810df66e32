namespace GraphService.Graph.Algorithms;

/// <summary>What lies around a node of a whole topology.</summary>
/// <param name="Nodes">The node and its surroundings, nearest first, then by number.</param>
/// <param name="Relationships">Every relationship of the types asked for among them, in order.</param>
/// <param name="IsTruncated">True when more nodes lie within the depth.</param>
public sealed record Neighborhood(IReadOnlyList<int> Nodes, IReadOnlyList<Link> Relationships, bool IsTruncated)
{
    /// <summary>Goes out from a node, level by level, until the depth or the limit is reached.</summary>
    /// <param name="whole">A whole topology.</param>
    /// <param name="node">Where to begin.</param>
    /// <param name="depth">The most steps away.</param>
    /// <param name="types">The types to walk and to show, as a mask of <see cref="WholeTypes"/>.</param>
    /// <param name="limit">The most nodes, with the one in the middle.</param>
    /// <param name="budget">Counts the entries read.</param>
    /// <exception cref="BudgetExceededException">The budget is met first.</exception>
    public static Neighborhood Find(Topology whole, int node, int depth, ulong types, int limit, SearchBudget budget)
    {
        whole.RequireNear(node);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var nodes = new List<int> { node };
        var shown = new HashSet<int> { node };
        var isTruncated = false;
        for (int level = 0, first = 0; level < depth && first < nodes.Count && !isTruncated; level++)
        {
            var frontier = nodes[first..];
            var room = limit - nodes.Count;
            var next = NextLevel(whole, frontier, shown, types, room + 1, budget);
            isTruncated = next.Count > room;
            first = nodes.Count;
            nodes.AddRange(next.Take(room));
            shown.UnionWith(next.Take(room));
        }

        return new Neighborhood(nodes, Among(whole, shown, types, budget), isTruncated);
    }

    // The first so many nodes beyond a level. Lists are in order: of each only what may still be among the first is read.
    private static SortedSet<int> NextLevel(Topology whole, List<int> level, HashSet<int> known, ulong types, int most, SearchBudget budget)
    {
        var found = new SortedSet<int>();
        var bound = int.MaxValue; // the last of as many as are wanted
        foreach (var node in level)
        {
            foreach (var entry in whole.Of(node))
            {
                if (entry.Node >= bound)
                {
                    break;
                }

                budget.Spend(1);
                if (!entry.IsIn(types) || known.Contains(entry.Node) || !found.Add(entry.Node) || found.Count < most)
                {
                    continue;
                }

                if (found.Count > most)
                {
                    found.Remove(bound);
                }

                bound = found.Max;
                if (most == 1)
                {
                    return found; // whether there is one is all that is asked
                }
            }
        }

        return found;
    }

    private static List<Link> Among(Topology whole, HashSet<int> shown, ulong types, SearchBudget budget)
    {
        var links = new List<Link>();
        var nodes = shown.Order().ToArray();
        var walked = WholeTypes.AtStarts(types);
        foreach (var start in nodes)
        {
            var cursor = new ListCursor(whole.Of(start), budget);
            foreach (var end in nodes)
            {
                if (cursor.IsAtEnd)
                {
                    break;
                }

                var nth = 0;
                var last = -1;
                foreach (var entry in cursor.To(end))
                {
                    if (entry.IsIn(walked))
                    {
                        nth = entry.Type == last ? nth + 1 : 0;
                        last = entry.Type;
                        links.Add(new Link(entry.Type(), start, end, nth));
                    }
                }
            }
        }

        links.Sort(Link.Compare);
        return links;
    }
}
