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

/// <summary>The nodes with a name that a text is searched in (<see cref="SearchTerms"/>), the best first.</summary>
public sealed class SearchSource : ConnectionSource
{
    /// <summary>Best score, then most relationships, then id. The first two are no stored properties: stores make them.</summary>
    public static readonly OrderTerm[] Order =
    [
        new(Subject.Node, ValueKind.Property, Made("score"), Descending: true),
        new(Subject.Node, ValueKind.Property, Made("degree"), Descending: true),
        new(Subject.Node, ValueKind.Id),
    ];

    private static Property Made(string name) => new() { Name = name, Type = PropertyType.Int, Index = -1, IsRequired = true };
}
