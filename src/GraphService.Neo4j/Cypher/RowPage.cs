using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>The page of a connection, as its rows came.</summary>
internal readonly struct RowPage
{
    private readonly CellList _rows;
    private readonly bool _isReversed;

    /// <summary>Reads a page from the row that the connection is in.</summary>
    public RowPage(RowBuffer rows, CellList row, ConnectionLayout layout, BoundSlot slot)
    {
        Layout = layout;
        Slot = slot;
        _rows = rows.List(row[layout.RowsColumn]);
        var page = slot.Page!;
        var size = page.First ?? page.Last!.Value;
        Count = Math.Min(_rows.Count, size);
        var hasMore = _rows.Count > size;
        var precedes = layout.PrecedingColumn >= 0 && rows.Bool(row[layout.PrecedingColumn]);
        var follows = layout.FollowingColumn >= 0 && rows.Bool(row[layout.FollowingColumn]);
        _isReversed = page.Last is not null;
        (HasPrevious, HasNext) = _isReversed ? (hasMore || precedes, follows) : (precedes, hasMore || follows);
        TotalCount = layout.CountColumn < 0 ? 0 : rows.Int(row[layout.CountColumn]);
    }

    public ConnectionLayout Layout { get; }

    public BoundSlot Slot { get; }

    public int Count { get; }

    public bool HasNext { get; }

    public bool HasPrevious { get; }

    public long TotalCount { get; }

    /// <summary>The cell of a row of the page.</summary>
    public int this[int row] => _rows[_isReversed ? Count - 1 - row : row];
}
