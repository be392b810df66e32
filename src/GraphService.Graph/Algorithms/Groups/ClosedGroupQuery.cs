namespace GraphService.Graph.Algorithms.Groups;

/// <summary>Which closed groups are asked for.</summary>
public sealed class ClosedGroupQuery
{
    /// <summary>The fewest members.</summary>
    public required int MinMembers { get; init; }

    /// <summary>The fewest far nodes that they share.</summary>
    public required int MinShared { get; init; }

    /// <summary>Near nodes that must be among the members.</summary>
    public IReadOnlyList<int> Including { get; init; } = [];

    /// <summary>The types by which a member may be joined to a shared far node.</summary>
    public ulong Types { get; init; } = ulong.MaxValue;

    internal void Check(Topology topology)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MinMembers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinShared, 1);
        foreach (var node in Including)
        {
            topology.RequireNear(node);
        }
    }
}
