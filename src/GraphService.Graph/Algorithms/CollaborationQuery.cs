namespace GraphService.Graph.Algorithms;

/// <summary>Which chains near - far - near - ... - near are asked for. The defaults ask for all.</summary>
public sealed class CollaborationQuery
{
    /// <summary>The near node that chains begin with.</summary>
    public required int From { get; init; }

    /// <summary>The near node that they end with.</summary>
    public required int To { get; init; }

    /// <summary>The types to walk; the two relationships of a step need not be of the same one.</summary>
    public ulong Types { get; init; } = ulong.MaxValue;

    /// <summary>The most far nodes on a chain.</summary>
    public required int MaxDegrees { get; init; }

    /// <summary>Far nodes must have a value within.</summary>
    public ValueRange Values { get; init; }

    /// <summary>Nodes not to pass through; neither end may be among them.</summary>
    public IReadOnlyList<int> Avoiding { get; init; } = [];

    internal void Check(Topology topology)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxDegrees);
        topology.RequireNear(From);
        topology.RequireNear(To);
        for (var i = 0; i < Avoiding.Count; i++)
        {
            var node = Avoiding[i];
            if ((uint)node >= (uint)topology.NodeCount)
            {
                throw new ArgumentException($"Node {node}, to be avoided, is not in the topology.");
            }

            if (node == From || node == To)
            {
                throw new ArgumentException($"Node {node} is an end of the chains: they cannot avoid it.");
            }
        }
    }
}
