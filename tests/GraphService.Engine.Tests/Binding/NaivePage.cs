namespace GraphService.Engine.Tests.Binding;

/// <summary>What is asked of a list: sizes, and the places of rows that stand for cursors.</summary>
internal sealed record PageRequest(int? First = null, int? Last = null, int? After = null, int? Before = null);

/// <summary>The page of a list that the contract promises.</summary>
internal sealed record NaivePage(int Start, int Count, bool HasNext, bool HasPrevious)
{
    private const int DefaultSize = 50;

    public static NaivePage Of(int rows, PageRequest request)
    {
        var from = request.After + 1 ?? 0;
        var to = request.Before ?? rows;
        var range = Math.Max(0, to - from);
        var count = Math.Min(range, request.Last ?? request.First ?? DefaultSize);
        var start = request.Last is null ? from : from + range - count;
        if (count > 0)
        {
            return new NaivePage(start, count, start + count < rows, start > 0);
        }

        // An empty page stands at an end of its range; where cursors cross, between them and beyond both.
        return range == 0
            ? new NaivePage(0, 0, to < rows, from > 0)
            : request.Last is null ? new NaivePage(0, 0, true, from > 0) : new NaivePage(0, 0, to < rows, true);
    }
}
