namespace GraphService.Graph.Query;

/// <summary>
/// A field that needs code: an algorithm over the topology. It knows arguments and the topology's numbers only; what is selected under the nodes
/// that it gives is expanded by the store. It is called for each parent, and gives the same for the same.
/// </summary>
public abstract class ComputedField
{
    /// <summary>
    /// The value: null, long, double, string, bool, <see cref="NodeRef"/>, <see cref="RelationshipRef"/>, an object as object?[] of its
    /// members, a list as List&lt;object?&gt;, a page of a connection as <see cref="ComputedPage"/>; for <see cref="ComputedSource"/>: int[] of nodes in the default order of their table.
    /// </summary>
    /// <param name="context">The graph to compute over.</param>
    /// <param name="parent">The parent node, by its number in the topology; -1 at the root.</param>
    /// <param name="slot">The bound arguments and page.</param>
    /// <param name="needsCount">Whether the total count of a page is selected.</param>
    /// <exception cref="QueryFaultException">The field is refused, or met a bound.</exception>
    public abstract object? Compute(ComputeContext context, int parent, BoundSlot slot, bool needsCount);
}

/// <summary>A node of the answer, by its number in the topology.</summary>
public readonly record struct NodeRef(int Number);

/// <summary>A relationship of the answer.</summary>
/// <param name="Start">Its start, by its number in the topology.</param>
/// <param name="Type">Its type, by its place in the model.</param>
/// <param name="End">Its end, by its number in the topology.</param>
/// <param name="Nth">Which of those of that type between the two it is (<see cref="Model.ValueKind.Nth"/>).</param>
public readonly record struct RelationshipRef(int Start, int Type, int End, int Nth = 0);

/// <summary>A page of computed rows.</summary>
public sealed class ComputedPage
{
    /// <summary>Rows; each an object's members.</summary>
    public required IReadOnlyList<object?[]> Rows { get; init; }

    /// <summary>By row: its cursor.</summary>
    public required IReadOnlyList<string> Cursors { get; init; }

    public required bool HasNext { get; init; }

    public required bool HasPrevious { get; init; }

    /// <summary>Rows in all; counted only when the connection needs it.</summary>
    public required long TotalCount { get; init; }
}

/// <summary>How a computed value is written.</summary>
public sealed class ComputedShape
{
    /// <summary>A leaf, or a list of leaves: numbers, texts (enum values by name), flags.</summary>
    public static readonly ComputedShape Leaf = new();

    /// <summary>The selection on a <see cref="NodeRef"/>.</summary>
    public NodeSelection? Node { get; init; }

    /// <summary>The selection on a <see cref="RelationshipRef"/>.</summary>
    public Output[]? Record { get; init; }

    /// <summary>The fields of an object, or of the connection of a <see cref="ComputedPage"/>.</summary>
    public Output[]? Fields { get; init; }

    /// <summary>Whether the connection's count is selected.</summary>
    public bool NeedsCount { get; init; }
}
