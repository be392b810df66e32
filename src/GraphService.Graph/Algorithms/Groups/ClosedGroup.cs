namespace GraphService.Graph.Algorithms.Groups;

/// <summary>Near nodes and the far nodes that they share: all that they share, and all who share them (a formal concept).</summary>
/// <param name="Members">Near nodes, ascending.</param>
/// <param name="Shared">Far nodes, ascending.</param>
public sealed record ClosedGroup(int[] Members, int[] Shared)
{
    /// <summary>Most shared first, then most members, then by the members.</summary>
    public static int InOrder(ClosedGroup x, ClosedGroup y) => x.CompareTo(y.Shared.Length, y.Members);

    /// <summary>
    /// Its place in that order beside what a cursor tells of a group: how many far nodes are shared, and the members. One that is not in the graph (any
    /// more) is given as the complement (~) of the first number after its place.
    /// </summary>
    public int CompareTo(long shared, ReadOnlySpan<int> members)
    {
        var byShared = shared.CompareTo(Shared.Length);
        if (byShared != 0)
        {
            return byShared;
        }

        var bySize = members.Length.CompareTo(Members.Length);
        return bySize != 0 ? bySize : ChainOrder.Compare(Members, members);
    }
}
