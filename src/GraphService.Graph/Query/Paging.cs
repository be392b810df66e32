namespace GraphService.Graph.Query;

/// <summary>What part of a list is asked for, with its bounds checked. Either first or last is set; after and before bound the range.</summary>
public sealed record Page
{
    public int? First { get; init; }

    public int? Last { get; init; }

    public Cursor? After { get; init; }

    public Cursor? Before { get; init; }
}

/// <summary>What a request fills into a plan for one field: everything that arguments tell.</summary>
public sealed class BoundSlot
{
    public static readonly BoundSlot Empty = new();

    /// <summary>Set when the arguments are refused: the field is then answered with this fault.</summary>
    public QueryFault? Fault { get; init; }

    public Predicate? Filter { get; init; }

    /// <summary>The order of the list, complete: its last terms tell any two rows apart.</summary>
    public Model.OrderTerm[] Order { get; init; } = [];

    /// <summary>True when that is the order in which the store keeps the list.</summary>
    public bool IsDefaultOrder { get; init; } = true;

    public Page? Page { get; init; }

    /// <summary>Begins every cursor of the field: tells it from the cursors of other fields, filters and orders.</summary>
    public ulong CursorSeal { get; init; }

    /// <summary>Ids asked for at the root.</summary>
    public byte[][] Ids { get; init; } = [];

    /// <summary>A folded name asked for at the root.</summary>
    public byte[]? FoldedName { get; init; }

    /// <summary>The name as it was asked for, for messages.</summary>
    public string? Name { get; init; }

    /// <summary>What is searched.</summary>
    public SearchTerms? Search { get; init; }

    /// <summary>Arguments of a computed field, checked.</summary>
    public object? Arguments { get; init; }
}
