using System.Text;
using GraphService.Graph.Model;

namespace GraphService.Graph.Query;

/// <summary>What a field of the answer is made of. Executors switch on it.</summary>
public enum OutputKind
{
    Constant,
    Text,
    Int,
    Enum,
    TextList,
    IntList,
    Id,
    KindName,
    TypeName,
    DistinctTypeNames,
    Node,
    Nodes,
    Records,
    Evidence,
    EvidenceSource,
    EvidenceLocator,
    Properties,
    PropertyName,
    PropertyValue,
    Connection,
    ConnectionNodes,
    ConnectionEdges,
    PageInfo,
    TotalCount,
    HasNextPage,
    HasPreviousPage,
    StartCursor,
    EndCursor,
    Cursor,
    Aggregates,
    Least,
    Greatest,
    Distinct,
    Groups,
    GroupKey,
    GroupCount,
    Member,
    RowRecord,
    Computed,
    SearchScore,
    SearchMatched,
}

/// <summary>One field of an object of the answer.</summary>
public abstract class Output(OutputKind kind)
{
    public OutputKind Kind { get; } = kind;

    /// <summary>The field of the answer that it fills.</summary>
    public required OutputField Field
    {
        get;
        init
        {
            field = value;
            (Key, Condition, IsNonNull) = (value.Key, value.Condition, value.IsNonNull);
            FirstKey = [(byte)'{', .. value.Key.AsSpan(1)];
        }
    }

    /// <summary>The key behind another field.</summary>
    internal byte[] Key { get; private init; } = [];

    /// <summary>The key as the first of its object, which it opens.</summary>
    internal byte[] FirstKey { get; private init; } = [];

    internal int Condition { get; private init; }

    internal bool IsNonNull { get; private init; }
}

/// <summary>A field of the answer.</summary>
/// <param name="Key"><c>,"name":</c>; the comma is left out where it is the object's first.</param>
/// <param name="Condition">Place of its condition in the plan; -1: always there.</param>
/// <param name="IsNonNull">A null here makes the object null that it belongs to.</param>
/// <param name="Path">Response names from the root; null where a list's index goes.</param>
/// <param name="Selection">Tells selections apart: outputs of one selection, for the kinds that a node can be, have the same.</param>
/// <param name="Origin">What whoever bound the plan needs for errors here: positions in the request.</param>
public sealed record OutputField(byte[] Key, int Condition, bool IsNonNull, IReadOnlyList<string?> Path, int Selection, object? Origin)
{
    /// <summary>How many lists are around the field.</summary>
    internal int ListDepth { get; } = Path.Count(segment => segment is null);
}

/// <summary>The same JSON in every row.</summary>
public sealed class ConstantOutput(byte[] json) : Output(OutputKind.Constant)
{
    public byte[] Json { get; } = json;
}

/// <summary>A property or another value of a subject.</summary>
public sealed class ValueOutput(OutputKind kind, ValueRef value) : Output(kind)
{
    public ValueRef Value { get; } = value;

    /// <summary>JSON texts of an enum's places, of kinds or of relationship types, quoted.</summary>
    public byte[][] Names { get; init; } = [];
}

/// <summary>The types of the steps from the node, each once, in the model's order.</summary>
public sealed class DistinctTypeNamesOutput(Adjacency adjacency, byte[][] names) : Output(OutputKind.DistinctTypeNames)
{
    public Adjacency Adjacency { get; } = adjacency;

    /// <summary>By relationship type: its JSON name.</summary>
    public byte[][] Names { get; } = names;
}

/// <summary>A node of the row as an object.</summary>
public sealed class NodeOutput(Subject subject, NodeSelection selection) : Output(OutputKind.Node)
{
    public Subject Subject { get; } = subject;
    public NodeSelection Selection { get; } = selection;

    /// <summary>Steps to take from the subject first, of which the first in the list's order is shown; null: the subject itself.</summary>
    public Adjacency? FirstOf { get; init; }
}

/// <summary>The nodes at the end of all steps of an adjacency, without paging; each once.</summary>
public sealed class NodesOutput(Adjacency adjacency, NodeSelection selection) : Output(OutputKind.Nodes)
{
    public Adjacency Adjacency { get; } = adjacency;
    public NodeSelection Selection { get; } = selection;
}

/// <summary>The relationships of an adjacency as objects, without paging.</summary>
public sealed class RecordsOutput(Adjacency adjacency, Output[] fields) : Output(OutputKind.Records)
{
    public Adjacency Adjacency { get; } = adjacency;
    public Output[] Fields { get; } = fields;
}

/// <summary>The evidence of the row's node or relationship.</summary>
public sealed class EvidenceOutput(Subject subject, Output[] fields) : Output(OutputKind.Evidence)
{
    public Subject Subject { get; } = subject;
    public Output[] Fields { get; } = fields;
}

/// <summary>The source of a piece of evidence.</summary>
public sealed class EvidenceSourceOutput(NodeSelection selection) : Output(OutputKind.EvidenceSource)
{
    public NodeSelection Selection { get; } = selection;
}

/// <summary>A property that is told by its name.</summary>
public sealed class NamedProperty(Property property)
{
    public Property Property { get; } = property;

    /// <summary>Its name in JSON.</summary>
    public byte[] Json { get; } = Encoding.UTF8.GetBytes($"\"{property.Name}\"");
}

/// <summary>The properties of the row's relationship that have a value, by name, each as an object.</summary>
public sealed class PropertiesOutput(NamedProperty[][] byType, Output[] fields) : Output(OutputKind.Properties)
{
    /// <summary>By <see cref="RelationshipType.Index"/>: its properties, sorted by name.</summary>
    public NamedProperty[][] ByType { get; } = byType;

    /// <summary>What is told of each.</summary>
    public Output[] Fields { get; } = fields;
}

/// <summary>An output that has nothing of its own: locator, cursor, counts (of rows, of a group), page flags.</summary>
public sealed class PlainOutput(OutputKind kind) : Output(kind);

/// <summary>A paged list: an object with edges, nodes, page information and count.</summary>
public sealed class ConnectionOutput(ConnectionSource source, int slot, Output[] fields) : Output(OutputKind.Connection)
{
    public ConnectionSource Source { get; } = source;

    /// <summary>Place of its filter, order and page among the bound slots.</summary>
    public int Slot { get; } = slot;

    public Output[] Fields { get; } = fields;

    /// <summary>Counting walks the whole list: only when it is asked for.</summary>
    public required bool NeedsCount { get; init; }

    public required bool NeedsNext { get; init; }

    public required bool NeedsPrevious { get; init; }
}

/// <summary>The rows of a page as nodes.</summary>
public sealed class ConnectionNodesOutput(NodeSelection? node, Output[]? record) : Output(OutputKind.ConnectionNodes)
{
    /// <summary>The selection on the far node; null when rows are records.</summary>
    public NodeSelection? Node { get; } = node;

    /// <summary>The selection on the relationship, when rows are records.</summary>
    public Output[]? Record { get; } = record;

    /// <summary>How the first member of a computed row is written, when rows are computed.</summary>
    public ComputedShape? Computed { get; init; }
}

/// <summary>The rows of a page as edges, or a page's information, or what is counted over all rows of the list, or any object made of the same row.</summary>
public sealed class ObjectOutput(OutputKind kind, Output[] fields) : Output(kind)
{
    public Output[] Fields { get; } = fields;
}

/// <summary>A number over all rows of a list: the least or greatest integer (an <see cref="IntMeasure"/>), or how many nodes there are (a <see cref="DistinctMeasure"/>).</summary>
public sealed class AggregateOutput(OutputKind kind, Measure measure) : Output(kind)
{
    public Measure Measure { get; } = measure;
}

/// <summary>All rows of a list in groups, in the order of their keys; groups without rows are left out.</summary>
public sealed class GroupsOutput(Measure measure, int span, Output[] fields) : Output(OutputKind.Groups)
{
    public Measure Measure { get; } = measure;

    /// <summary>How many integers make one group, which is named by the first of them.</summary>
    public int Span { get; } = span;

    public Output[] Fields { get; } = fields;
}

/// <summary>What a group's rows have in common: an integer, a name by its place, or a node.</summary>
public sealed class GroupKeyOutput(byte[][] names, NodeSelection? node) : Output(OutputKind.GroupKey)
{
    /// <summary>JSON texts of places, quoted; empty where the key is no place.</summary>
    public byte[][] Names { get; } = names;

    /// <summary>The selection on the node, where the key is one.</summary>
    public NodeSelection? Node { get; } = node;
}

/// <summary>A field that code computes (a <see cref="ComputedField"/>): an object, a list or a connection.</summary>
public sealed class ComputedOutput(ComputedField computation, int slot, ComputedShape shape) : Output(OutputKind.Computed)
{
    public ComputedField Computation { get; } = computation;
    public int Slot { get; } = slot;
    public ComputedShape Shape { get; } = shape;
}

/// <summary>A member of a computed object, by its place.</summary>
public sealed class MemberOutput(int member, ComputedShape shape) : Output(OutputKind.Member)
{
    public int Member { get; } = member;
    public ComputedShape Shape { get; } = shape;
}

/// <summary>What is selected on a node, for each kind that it can be.</summary>
/// <param name="byKind">By <see cref="NodeKind.Index"/>; null for kinds that the type excludes.</param>
public sealed class NodeSelection(Output[]?[] byKind)
{
    public Output[]?[] ByKind { get; } = byKind;
}
