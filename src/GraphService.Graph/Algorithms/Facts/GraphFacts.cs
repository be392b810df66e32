using GraphService.Graph.Model;

namespace GraphService.Graph.Algorithms.Facts;

/// <summary>What one graph says about itself.</summary>
public sealed class GraphFacts
{
    private readonly long[] _nodesByTable;

    /// <param name="nodes">The served nodes.</param>
    /// <param name="storedNodes">All nodes: served ones and those of unknown labels.</param>
    /// <param name="storedRelationships">All relationships but those of hidden types.</param>
    /// <param name="disputes">In order.</param>
    public GraphFacts(NumberedNodes nodes, long storedNodes, long storedRelationships, IReadOnlyList<Dispute> disputes)
    {
        (StoredNodes, StoredRelationships, Disputes) = (storedNodes, storedRelationships, disputes);
        _nodesByTable = nodes.CountByTable();
    }

    /// <summary>All nodes, those of unknown labels too; hidden ones apart.</summary>
    public long StoredNodes { get; }

    /// <summary>All relationships, those of unknown types too; hidden ones apart.</summary>
    public long StoredRelationships { get; }

    /// <summary>By the subject's id, then by property.</summary>
    public IReadOnlyList<Dispute> Disputes { get; }

    /// <summary>How many served nodes a table has.</summary>
    public long NodesOf(NodeTable table) => table.Index < _nodesByTable.Length ? _nodesByTable[table.Index] : 0;
}
