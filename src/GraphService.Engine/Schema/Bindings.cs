using GraphService.Graph.Model;
using GraphService.Graph.Query;

namespace GraphService.Engine.Schema;

/// <summary>What a field of a served type reads from the graph.</summary>
internal abstract record FieldBinding;

/// <summary>A property, an id, a kind or a type.</summary>
internal sealed record ValueBinding(OutputKind Kind, ValueRef Value, IReadOnlyList<string> Names) : FieldBinding;

/// <summary>The distinct types of a node's relationships, by names.</summary>
internal sealed record DistinctTypesBinding(Adjacency Adjacency, IReadOnlyList<string> Names) : FieldBinding;

/// <summary>A node of the row: an end of a record, the node of an edge.</summary>
internal sealed record NodeBinding(Subject Subject) : FieldBinding;

/// <summary>The first node along an adjacency.</summary>
internal sealed record FirstNodeBinding(Adjacency Adjacency) : FieldBinding;

/// <summary>All nodes along an adjacency.</summary>
internal sealed record NodesBinding(Adjacency Adjacency) : FieldBinding;

/// <summary>All relationships of an adjacency.</summary>
internal sealed record RecordsBinding(Adjacency Adjacency) : FieldBinding;

/// <summary>The evidence of the row's node or relationship.</summary>
internal sealed record EvidenceBinding(Subject Subject) : FieldBinding;

/// <summary>The properties of the row's relationship.</summary>
internal sealed record PropertiesBinding : FieldBinding;

/// <summary>A part of something else that has no arguments: a field of evidence, of a property, of a connection or of an edge.</summary>
internal sealed record PartBinding(OutputKind Kind) : FieldBinding;

/// <summary>The record that an edge is about: the relationship itself as an object.</summary>
internal sealed record RowRecordBinding : FieldBinding;

/// <summary>A connection over stored rows.</summary>
/// <param name="Source">Where the rows come from.</param>
/// <param name="Order">The default order, complete and without ranks: its values make the cursors.</param>
/// <param name="Ties">What is appended to an order that is asked for, so that no two rows tie.</param>
/// <param name="Filter">What <c>where</c> means; null when the field has none.</param>
/// <param name="Sort">What <c>order</c> means; null when the field has none.</param>
internal sealed record ConnectionBinding(ConnectionSource Source, OrderTerm[] Order, OrderTerm[] Ties, FilterInput? Filter, SortInput? Sort) : FieldBinding
{
    /// <summary>The argument that chooses among the types of the rows' relationships; null when the field has none.</summary>
    public string? TypesArgument { get; init; }
}

/// <summary>A connection over the nodes whose names a text is searched in.</summary>
internal sealed record SearchBinding : FieldBinding
{
    /// <summary>The argument with the text.</summary>
    public const string TextArgument = "text";

    /// <summary>The argument with the kinds of nodes.</summary>
    public const string KindsArgument = "kinds";
}

/// <summary>A number over all rows of a list.</summary>
internal sealed record AggregateBinding(OutputKind Kind, Measure Measure) : FieldBinding;

/// <summary>All rows of a list in groups.</summary>
/// <param name="Measure">What they are counted by.</param>
/// <param name="Span">How many integers make one group.</param>
internal sealed record GroupsBinding(Measure Measure, int Span) : FieldBinding;

/// <summary>What the rows of a group have in common.</summary>
/// <param name="Names">The names of places; empty where it is no place.</param>
/// <param name="IsNode">It is a node.</param>
internal sealed record GroupKeyBinding(IReadOnlyList<string> Names, bool IsNode) : FieldBinding;

/// <summary>A field that code computes.</summary>
internal sealed record ComputedBinding(CodeField Field) : FieldBinding;

/// <summary>A member of a computed object, by its place.</summary>
internal sealed record MemberBinding(int Member) : FieldBinding;

/// <summary>A root field that finds nodes by id or name.</summary>
/// <param name="Access">By id, by ids, or by id or name.</param>
/// <param name="Kinds">The kinds that it can answer with.</param>
/// <param name="NameArgument">The argument with the name; null for access by id alone.</param>
/// <param name="Narrowing">The integer arguments that narrow a name, each with the condition that it stands for.</param>
internal sealed record LookupBinding(RootAccess Access, ulong Kinds, string? NameArgument, IReadOnlyList<KeyValuePair<string, ValueRef>> Narrowing) : FieldBinding;

/// <summary>What the fields of a filter input mean.</summary>
internal sealed class FilterInput(string name)
{
    public string Name { get; } = name;

    public Dictionary<string, FilterField> Fields { get; } = new(StringComparer.Ordinal);
}

internal enum FilterFieldKind
{
    Text,
    Int,
    Place,
    TextItems,
    IntItems,
    TypeItems,
    Node,
    Steps,
}

/// <summary>One field of a filter input.</summary>
internal sealed record FilterField(FilterFieldKind Kind, ValueRef Value = default)
{
    /// <summary>Names of an enum's places.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The enum's name, as operations on it are named.</summary>
    public string? EnumName { get; init; }

    /// <summary>The filter of the other node, or of each step.</summary>
    public FilterInput? Nested { get; init; }

    public Adjacency? Adjacency { get; init; }
}

/// <summary>What the fields of a sort input mean.</summary>
internal sealed class SortInput(string name)
{
    public string Name { get; } = name;

    public Dictionary<string, OrderTerm> Terms { get; } = new(StringComparer.Ordinal);

    /// <summary>Nested inputs, whose terms are about another node of the row.</summary>
    public Dictionary<string, (SortInput Input, Subject Subject)> Nested { get; } = new(StringComparer.Ordinal);
}
