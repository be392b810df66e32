namespace GraphService.Graph.Algorithms.Groups;

/// <summary>Near nodes and the far nodes that they share: all that they share, and all who share them (a formal concept).</summary>
/// <param name="Members">Near nodes, ascending.</param>
/// <param name="Shared">Far nodes, ascending.</param>
public sealed record ClosedGroup(int[] Members, int[] Shared) : IComparable<ClosedGroup>
{
    /// <summary>Most shared first, then most members, then by the members.</summary>
    public int CompareTo(ClosedGroup? other) => other is null ? 1 : CompareTo(other.Shared.Length, other.Members);

    /// <summary>
    /// Compares it with another or with what a cursor tells of one, whose members may be complements (~) of places as in <see cref="ChainOrder"/>.
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
