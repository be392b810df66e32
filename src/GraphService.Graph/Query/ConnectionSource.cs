using GraphService.Graph.Model;

namespace GraphService.Graph.Query;

/// <summary>Where the rows of a connection come from.</summary>
public abstract class ConnectionSource;

/// <summary>The steps of an adjacency from the row's node.</summary>
public sealed class AdjacencySource(Adjacency adjacency) : ConnectionSource
{
    public Adjacency Adjacency { get; } = adjacency;
}

/// <summary>All nodes of a table in default order, perhaps of some kinds only.</summary>
public sealed class TableSource(NodeTable table, ulong kinds) : ConnectionSource
{
    public NodeTable Table { get; } = table;

    /// <summary>A bit for each kind that is wanted.</summary>
    public ulong Kinds { get; } = kinds;
}

/// <summary>Nodes that code computes, in the default order of their table.</summary>
public sealed class ComputedSource(ComputedField field) : ConnectionSource
{
    public ComputedField Field { get; } = field;
}
