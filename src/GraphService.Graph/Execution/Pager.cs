using GraphService.Graph.Query;
using GraphService.Graph.Store;

namespace GraphService.Graph.Execution;

/// <summary>
/// Cuts a page out of a list. In default order without a filter it costs what it returns; with a filter it stops when the page is full and what
/// lies beyond is known; with another order one pass over the list chooses its rows.
/// </summary>
internal readonly ref struct Pager
{
    private readonly GraphSnapshot _graph;
    private readonly RowSource _rows;
    private readonly ulong _kinds;
    private readonly BoundSlot _slot;
    private readonly Window _window;
    private readonly ExecutionState _state;
    private readonly ref Interruption _interruption;

    public Pager(GraphSnapshot graph, RowSource rows, ulong kinds, BoundSlot slot, Window window, ExecutionState state, ref Interruption interruption)
    {
        _graph = graph;
        _rows = rows;
        _kinds = kinds;
        _slot = slot;
        _window = window;
        _state = state;
        _interruption = ref interruption;
    }

    /// <summary>Fills the window; the flags and the count only when they are needed.</summary>
    public void Fill(bool needsCount, bool needsNext, bool needsPrevious)
    {
        _window.Slot = _slot;
        var page = _slot.Page!;
        var isFiltered = _slot.Filter is not null || _kinds != ulong.MaxValue;
        if (!_slot.IsDefaultOrder)
        {
            FillSorted(page);
        }
        else if (isFiltered)
        {
            FillFiltered(page, needsCount, needsNext, needsPrevious);
        }
        else
        {
            Cut(_rows, page, copy: true);
            _window.TotalCount = _rows.Count;
            TallyAll(_rows.InAnyOrder);
        }
    }

    /// <summary>True when every row passes and the order is the list's own: the page is a slice of it.</summary>
    public static bool IsSlice(BoundSlot slot) => slot.IsDefaultOrder && slot.Filter is null;

    /// <summary>Places the page in rows that all pass.</summary>
    public void Cut(RowSource source, Page page, bool copy)
    {
        var (from, to) = Range(source, page);
        var available = Math.Max(0, to - from);
        var (start, count) = page.Last is { } last
            ? (to - Math.Min(last, available), Math.Min(last, available))
            : (from, Math.Min(page.First!.Value, available));
        if (to < from)
        {
            start = from;
        }

        _window.HasPrevious = start > 0;
        _window.HasNext = (to < from ? to : start + count) < source.Count;
        _window.Start = start;
        _window.Count = count;
        if (copy)
        {
            var copied = 0;
            for (var i = start; i < start + count; i++)
            {
                _window.Add(ref copied, source[i]);
            }

            _window.Start = 0;
        }
    }

    /// <summary>One pass over the list keeps the rows of the page and counts what lies before and behind: nothing else is sorted.</summary>
    private void FillSorted(Page page)
    {
        var comparison = _state.ComparisonOf(_graph, _slot);
        var kept = new BestRows(_window, page.Last ?? page.First!.Value, comparison, keepsLast: page.Last is not null);
        int total = 0, upToAfter = 0, fromBefore = 0;
        for (var i = 0; i < _rows.Count; i++)
        {
            _interruption.Check();
            var row = _rows[i];
            if (!Passes(row))
            {
                continue;
            }

            total++;
            _window.Tally.Add(_graph, row, ref _interruption);
            var isUpToAfter = page.After is { } after && CursorKeys.Compare(_graph, _slot.Order, row, after) <= 0;
            var isFromBefore = page.Before is { } before && CursorKeys.Compare(_graph, _slot.Order, row, before) >= 0;
            upToAfter += isUpToAfter ? 1 : 0;
            fromBefore += isFromBefore ? 1 : 0;
            if (!isUpToAfter && !isFromBefore)
            {
                kept.Offer(row);
            }
        }

        var to = total - fromBefore;
        var count = kept.Count;
        var start = to < upToAfter || page.Last is null ? upToAfter : to - count;
        _window.Buffer.AsSpan(0, count).Sort(comparison);
        _window.Count = count;
        _window.TotalCount = total;
        _window.HasPrevious = start > 0;
        _window.HasNext = (to < upToAfter ? to : start + count) < total;
    }

    private void FillFiltered(Page page, bool needsCount, bool needsNext, bool needsPrevious)
    {
        var (from, to) = Range(_rows, page);
        var count = 0;
        if (page.Last is { } last)
        {
            var i = to - 1;
            for (; i >= from && count < last; i--)
            {
                _interruption.Check();
                if (Passes(_rows[i]))
                {
                    _window.Add(ref count, _rows[i]);
                }
            }

            _window.Buffer.AsSpan(0, count).Reverse();
            _window.HasPrevious = needsPrevious && AnyPasses(0, to < from ? from : i + 1);
            _window.HasNext = needsNext && AnyPasses(to, _rows.Count);
        }
        else
        {
            var i = from;
            for (; i < to && count < page.First!.Value; i++)
            {
                _interruption.Check();
                if (Passes(_rows[i]))
                {
                    _window.Add(ref count, _rows[i]);
                }
            }

            _window.HasPrevious = needsPrevious && AnyPasses(0, from);
            _window.HasNext = needsNext && AnyPasses(Math.Min(i, to), _rows.Count);
        }

        _window.Count = count;
        _window.TotalCount = needsCount || !_window.Tally.IsEmpty ? CountPassing() : 0;
    }

    /// <summary>The rows after <c>after</c> and before <c>before</c>.</summary>
    private (int From, int To) Range(RowSource source, Page page) => (
        page.After is null ? 0 : Bound(source, page.After, orEqual: true),
        page.Before is null ? source.Count : Bound(source, page.Before, orEqual: false));

    /// <summary>How many rows stand before a cursor (or at it).</summary>
    private int Bound(RowSource source, Cursor cursor, bool orEqual)
    {
        int low = 0, high = source.Count;
        while (low < high)
        {
            var middle = (int)(((long)low + high) / 2);
            var order = CursorKeys.Compare(_graph, _slot.Order, source[middle], cursor);
            if (order < 0 || (orEqual && order == 0))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private bool Passes(Step row) =>
        (_kinds == ulong.MaxValue || (_kinds >> _graph.Kinds[row.Node] & 1) != 0)
        && (_slot.Filter is null || PredicateEvaluator.Holds(_graph, _slot.Filter, row, ref _interruption));

    private bool AnyPasses(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            _interruption.Check();
            if (Passes(_rows[i]))
            {
                return true;
            }
        }

        return false;
    }

    private long CountPassing()
    {
        long count = 0;
        var rows = _rows.InAnyOrder;
        for (var i = 0; i < rows.Count; i++)
        {
            _interruption.Check();
            var row = rows[i];
            if (Passes(row))
            {
                count++;
                _window.Tally.Add(_graph, row, ref _interruption);
            }
        }

        return count;
    }

    /// <summary>Counts over rows that all pass.</summary>
    public void TallyAll(RowSource rows)
    {
        for (var i = 0; i < rows.Count && !_window.Tally.IsEmpty; i++)
        {
            _interruption.Check();
            _window.Tally.Add(_graph, rows[i], ref _interruption);
        }
    }
}

/// <summary>Looks at the cancellation token now and then: often enough to stop soon, seldom enough to cost nothing.</summary>
internal struct Interruption(CancellationToken cancel)
{
    private const int Interval = 1024;
    private int _left = Interval;

    public void Check()
    {
        if (--_left == 0)
        {
            _left = Interval;
            cancel.ThrowIfCancellationRequested();
        }
    }
}
