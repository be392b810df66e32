namespace GraphService.Graph.Algorithms;

/// <summary>Which chains of neighbors are asked for: near - far - near - ... over a bipartite topology, any over a whole one. The defaults ask for all.</summary>
public sealed class ChainQuery
{
    /// <summary>The node that chains begin with, a near one.</summary>
    public required int From { get; init; }

    /// <summary>The node that they end with, a near one.</summary>
    public required int To { get; init; }

    /// <summary>The types to walk; the relationships of a chain need not be of the same one.</summary>
    public ulong Types { get; init; } = ulong.MaxValue;

    /// <summary>The most steps from neighbor to neighbor: over a bipartite topology there are two to a far node.</summary>
    public required int MaxLength { get; init; }

    /// <summary>Far nodes must have a value within; for bipartite topologies.</summary>
    public ValueRange Values { get; init; }

    /// <summary>Nodes not to pass through; neither end may be among them.</summary>
    public IReadOnlyList<int> Avoiding { get; init; } = [];

    internal void Check(Topology topology)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxLength);
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
