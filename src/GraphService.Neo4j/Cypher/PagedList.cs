using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>A paged list while it is compiled.</summary>
internal sealed class PagedList
{
    public required RowVariables Variables { get; init; }

    public required BoundSlot Slot { get; init; }

    public required List<OrderKey> Keys { get; init; }

    /// <summary>Where its rows come from; conditions can follow.</summary>
    public required Func<PagedList, string> Source { get; init; }

    /// <summary>The source is a pattern alone: behind it a subquery need not return anything. To be asked when the source is written.</summary>
    public required Func<bool> IsOnlyMatch { get; init; }

    /// <summary>What holds for all its rows, besides the filter.</summary>
    public List<string> Conditions { get; init; } = [];

    /// <summary>It is in the statement's row, and not in one of a list.</summary>
    public bool IsRoot { get; init; }

    /// <summary>An index may give the order of its first key.</summary>
    public bool IsIndexed { get; init; }

    /// <summary>How many rows there are, where that is known without counting.</summary>
    public string? Total { get; init; }

    public RowColumns Columns { get; } = new();

    /// <summary>Where what is counted over all rows is.</summary>
    public Dictionary<Measure, FieldLayout> Measures { get; } = [];

    /// <summary>The kinds of nodes that have the list.</summary>
    public ulong Guard { get; set; }

    public bool NeedsRows { get; set; }

    public bool IsPlaced { get; set; }

    public int RowsColumn { get; set; }

    public int CountColumn { get; set; }

    public int PrecedingColumn { get; set; }

    public int FollowingColumn { get; set; }
}
