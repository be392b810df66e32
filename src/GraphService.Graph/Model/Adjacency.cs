namespace GraphService.Graph.Model;

/// <summary>Which end of a relationship the near node is.</summary>
public enum Direction
{
    /// <summary>The near node is the start.</summary>
    Out,

    /// <summary>The near node is the end.</summary>
    In,

    /// <summary>The near node is either end.</summary>
    Both,
}

/// <summary>A list of relationships kept for every node, sorted: what a field of the schema walks.</summary>
public sealed class Adjacency
{
    public required int Index { get; init; }

    public required IReadOnlyList<RelationshipType> Types { get; init; }

    public required Direction Direction { get; init; }

    /// <summary>The far end must be of this table, or the relationship is left out; null: any served node.</summary>
    public NodeTable? Far { get; init; }

    /// <summary>Near nodes are of this table only; null: any. It keeps the offsets short.</summary>
    public NodeTable? Near { get; init; }

    /// <summary>
    /// A referencing property (<see cref="Property.References"/>): a node named by it has the relationship in its list too, as a third end.
    /// </summary>
    public string? AlsoBy { get; init; }

    /// <summary>Only the first step to each far node is kept: the field shows nodes, whatever leads to them.</summary>
    public bool IsDistinct { get; init; }

    /// <summary>The order of the list. It must order all rows of a list (end with ids or a relationship's type where two could tie).</summary>
    public required IReadOnlyList<OrderTerm> Order { get; init; }
}

/// <summary>Whose value is read of a row, which is a node reached by a relationship (or by none, at the root).</summary>
public enum Subject
{
    /// <summary>The row's node: the far end.</summary>
    Node,

    /// <summary>The relationship that led to it.</summary>
    Relationship,

    /// <summary>The start of that relationship.</summary>
    Start,

    /// <summary>The end of that relationship.</summary>
    End,

    /// <summary>
    /// The node that a referencing property of the relationship names (<see cref="Property.References"/>); without one, the start where it carries
    /// the label that the property refers to: a work's own honour is for that work.
    /// </summary>
    Referenced,
}

/// <summary>What is read of a subject.</summary>
public enum ValueKind
{
    /// <summary>A property's value.</summary>
    Property,

    /// <summary>The id of a node, compared by code points.</summary>
    Id,

    /// <summary>The kind of a node; compared by its name.</summary>
    Kind,

    /// <summary>The type of a relationship, compared by its place in the model.</summary>
    Type,

    /// <summary>The place of a node in its table's default order, the id included.</summary>
    Rank,

    /// <summary>The type of a relationship, compared by the name that the API gives it.</summary>
    TypeName,

    /// <summary>A property's value compared as text: numbers by their digits, lists by their items joined by "; ".</summary>
    PropertyText,

    /// <summary>Which of its parallels a relationship is: those of the same type, start and end are counted from 0, in the order of their properties.</summary>
    Nth,
}

/// <summary>One key of an order. Missing values are last ascending and first descending.</summary>
public readonly record struct OrderTerm(Subject Subject, ValueKind Kind, Property? Property = null, bool Descending = false)
{
    /// <summary>For <see cref="ValueKind.TypeName"/>: the names of the types, by their places in the model.</summary>
    public IReadOnlyList<string>? TypeNames { get; init; }

    /// <summary>Nodes of other tables count as missing; null: any node counts.</summary>
    public NodeTable? Only { get; init; }
}
