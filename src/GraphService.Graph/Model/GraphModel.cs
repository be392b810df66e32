namespace GraphService.Graph.Model;

/// <summary>
/// What a graph of this domain may hold: labels, properties and relationship types. Graph files are checked against it, and
/// the store lays out its columns and adjacencies after it. The Graph project itself knows no label by name.
/// </summary>
public sealed class GraphModel
{
    /// <summary>Node tables in the order in which their nodes are numbered.</summary>
    public required IReadOnlyList<NodeTable> Tables { get; init; }

    /// <summary>Kinds of nodes; a kind's place is its <see cref="NodeKind.Index"/>.</summary>
    public required IReadOnlyList<NodeKind> Kinds { get; init; }

    /// <summary>Relationship types; a type's place is its <see cref="RelationshipType.Index"/>.</summary>
    public required IReadOnlyList<RelationshipType> RelationshipTypes { get; init; }

    /// <summary>The sorted lists of relationships that the store keeps for every node.</summary>
    public required IReadOnlyList<Adjacency> Adjacencies { get; init; }

    /// <summary>The table whose nodes the property <c>sources</c> names.</summary>
    public required NodeTable SourceTable { get; init; }
}

/// <summary>Nodes with the same properties, numbered together: people, works, ...</summary>
public sealed class NodeTable
{
    /// <summary>The label that every node of the table carries, such as <c>Work</c>.</summary>
    public required string Label { get; init; }

    public required int Index { get; init; }

    /// <summary>Properties; a property's place is its <see cref="Property.Index"/>.</summary>
    public required IReadOnlyList<Property> Properties { get; init; }

    /// <summary>The text property that names a node: found by name, and shown as its label.</summary>
    public Property? Name { get; init; }

    /// <summary>The text list with further names.</summary>
    public Property? Aliases { get; init; }

    /// <summary>The properties of the default order; the id breaks ties.</summary>
    public IReadOnlyList<Property> DefaultOrder { get; init; } = [];

    /// <summary>True when nodes of this table are kept but never served, nor counted as nodes.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The property of that name, or null.</summary>
    public Property? Property(string name) => Properties.FirstOrDefault(p => p.Name == name);
}

/// <summary>A served kind of node: one label set, such as <c>Work;Film</c>, in one table.</summary>
public sealed class NodeKind
{
    /// <summary>The name in the API, such as <c>FILM</c>.</summary>
    public required string Name { get; init; }

    /// <summary>All labels of such a node; the first is the table's.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    public required NodeTable Table { get; init; }

    public required int Index { get; init; }
}

public enum PropertyType
{
    Text,
    Int,
    /// <summary>One of <see cref="Property.EnumValues"/>, stored as its place there.</summary>
    Enum,
    /// <summary>An ISO 8601 date, full or partial, stored and compared as text.</summary>
    Date,
    TextList,
    IntList,
}

/// <summary>A property of a node or relationship.</summary>
public sealed class Property
{
    public required string Name { get; init; }

    public required PropertyType Type { get; init; }

    public required int Index { get; init; }

    /// <summary>True when a node or relationship without it is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>True when the store keeps its folded form beside it (text and text lists).</summary>
    public bool IsFolded { get; init; }

    /// <summary>Labels of the kinds that may have it; null: all of the table.</summary>
    public IReadOnlyList<string>? OnlyOn { get; init; }

    /// <summary>Values of an enum, as the files write them, in their declared order.</summary>
    public IReadOnlyList<string> EnumValues { get; init; } = [];

    /// <summary>For a relationship's text property that holds a node's id: the label of the node it names; else null.</summary>
    public string? References { get; init; }
}

/// <summary>A type of relationship, with what it may join.</summary>
public sealed class RelationshipType
{
    public required string Name { get; init; }

    public required int Index { get; init; }

    /// <summary>Labels that its start may carry; empty: any node.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Labels that its end may carry; empty: any node.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    public IReadOnlyList<Property> Properties { get; init; } = [];

    /// <summary>True when one of this type between the same two nodes, given twice, is one (data format: "The same credit").</summary>
    public bool IsMerged { get; init; }

    /// <summary>True when it is kept but never served, nor counted.</summary>
    public bool IsHidden { get; init; }

    public Property? Property(string name) => Properties.FirstOrDefault(p => p.Name == name);
}
