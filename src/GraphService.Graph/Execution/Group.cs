namespace GraphService.Graph.Execution;

/// <summary>How many rows have a key.</summary>
/// <param name="Key">An integer, a place, or the rank of a node in its table.</param>
/// <param name="Count">Rows.</param>
internal readonly record struct Group(int Key, long Count)
{
    /// <summary>Orders groups by their keys, and makes one of those with the same, or within a span (ten years, say), named by the first of it.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="span">How many keys make one; 1: each stands for itself.</param>
    public static void Arrange(List<Group> groups, int span)
    {
        groups.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        var kept = 0;
        for (var i = 0; i < groups.Count; i++)
        {
            var group = groups[i];
            var first = First(group.Key, span);
            if (kept > 0 && groups[kept - 1].Key == first)
            {
                groups[kept - 1] = new Group(first, groups[kept - 1].Count + group.Count);
            }
            else
            {
                groups[kept++] = new Group(first, group.Count);
            }
        }

        groups.RemoveRange(kept, groups.Count - kept);
    }

    /// <summary>Below zero too, a span begins at the smaller end; the lowest of all begins where integers do.</summary>
    private static int First(int key, int span)
    {
        var rest = (long)key % span;
        return (int)Math.Max(int.MinValue, key - (rest < 0 ? rest + span : rest));
    }
}
