namespace GraphService.Graph.Query;

/// <summary>
/// A field that needs code: an algorithm over the topology. It knows arguments and node numbers only; what is selected under the nodes that it
/// gives is expanded by the store. It is called once per parent.
/// </summary>
public abstract class ComputedField
{
    /// <summary>
    /// The value: null, long, double, string, bool, <see cref="NodeRef"/>, <see cref="RelationshipRef"/>, an object as object?[] of its
    /// members, a list as List&lt;object?&gt;, a page of a connection as <see cref="ComputedPage"/>; for <see cref="ComputedSource"/>: int[] of node numbers.
    /// </summary>
    /// <param name="context">The graph to compute over.</param>
    /// <param name="node">The number of the parent node; -1 at the root.</param>
    /// <param name="slot">The bound arguments and page.</param>
    /// <param name="needsCount">Whether the total count of a page is selected.</param>
    /// <exception cref="QueryFaultException">The field is refused, or met a bound.</exception>
    public abstract object? Compute(ComputeContext context, int node, BoundSlot slot, bool needsCount);
}

/// <summary>A node of the answer, by its number in the store.</summary>
public readonly record struct NodeRef(int Node);

/// <summary>A relationship of the answer: unique by its ends and type.</summary>
public readonly record struct RelationshipRef(int Start, int Type, int End);

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
