using GraphService.Graph.Model;

namespace GraphService.Neo4j.Cypher;

/// <summary>A node's variable, and the kinds that the node can be.</summary>
internal readonly record struct NodeVariable(string Name, ulong Kinds);

/// <summary>The variables of a row: its node, and the relationship that led to it with both ends.</summary>
internal sealed class RowVariables
{
    private readonly string? _relationship;
    private readonly Reads _reads = new();

    public RowVariables(int depth, NodeVariable node) => (Depth, Node) = (depth, node);

    /// <param name="depth">Rows around this one.</param>
    /// <param name="node">The far end.</param>
    /// <param name="relationship">What led there.</param>
    /// <param name="types">What types it can have.</param>
    /// <param name="start">Its start; the near or the far end, or a variable of its own.</param>
    /// <param name="end">Its end.</param>
    public RowVariables(int depth, NodeVariable node, string relationship, IReadOnlyList<RelationshipType> types, NodeVariable start, NodeVariable end)
        : this(depth, node) => (_relationship, Types, Start, End) = (relationship, types, start, end);

    private RowVariables(RowVariables row, NodeVariable node, int depth)
        : this(depth, node) =>
        (_relationship, Types, Start, End, HasOwnEnds, _reads) = (row._relationship, row.Types, row.Start, row.End, row.HasOwnEnds, row._reads);

    /// <summary>Rows around this one; the number in the names of its variables.</summary>
    public int Depth { get; }

    public NodeVariable Node { get; }

    public IReadOnlyList<RelationshipType> Types { get; } = [];

    public NodeVariable Start { get; }

    public NodeVariable End { get; }

    /// <summary>Only the relationship tells which of the nodes is its start.</summary>
    public bool HasOwnEnds { get; init; }

    /// <summary>Whether something reads the relationship, or an end that only it tells.</summary>
    public bool ReadsRelationship => _reads.Relationship;

    /// <summary>The relationship's variable, to be read.</summary>
    public string Relationship
    {
        get
        {
            _reads.Relationship = true;
            return _relationship ?? throw new InvalidOperationException("A row without a relationship was asked for one.");
        }
    }

    /// <summary>The integer of its node that has a twin with an index (<see cref="StoredNames.Ordered"/>); null where no index helps.</summary>
    public Property? Ordered { get; init; }

    /// <summary>The same row seen from another of its nodes.</summary>
    public RowVariables From(NodeVariable node) => new(this, node, Depth);

    /// <summary>The same row seen from a node that a subquery looks up.</summary>
    public RowVariables Below(NodeVariable node) => new(this, node, Depth + 1);

    /// <summary>The node of a subject; not of <see cref="Subject.Referenced"/>, which is looked up.</summary>
    public NodeVariable Of(Subject subject)
    {
        if (subject == Subject.Node)
        {
            return Node;
        }

        var node = subject switch
        {
            Subject.Start => Start,
            Subject.End => End,
            _ => throw new InvalidOperationException("Such a node has no variable."),
        };
        _reads.Relationship |= HasOwnEnds;
        return node.Name is null ? throw new InvalidOperationException("A row without a relationship was asked for its ends.") : node;
    }

    private sealed class Reads
    {
        public bool Relationship { get; set; }
    }
}
