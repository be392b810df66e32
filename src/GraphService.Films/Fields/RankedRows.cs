using GraphService.Graph.Query;

namespace GraphService.Films.Fields;

/// <summary>Pages of a list that is there as a whole, in its order.</summary>
internal static class RankedRows
{
    /// <summary>How many rows stand at a cursor or before it.</summary>
    /// <param name="count">Rows in all.</param>
    /// <param name="compare">By place: how the row compares with the cursor.</param>
    public static int CountUpTo(int count, Func<int, int> compare)
    {
        int low = 0, high = count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = compare(middle) <= 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The page that the slot asks for, from a place on.</summary>
    /// <param name="slot">The bound page.</param>
    /// <param name="count">Rows in all.</param>
    /// <param name="start">The place of the first row after the cursor.</param>
    /// <param name="row">By place: the members of the edge.</param>
    /// <param name="addKeys">By place: adds the keys to a cursor.</param>
    public static ComputedPage Page(BoundSlot slot, int count, int start, Func<int, object?[]> row, Action<Cursor.Builder, int> addKeys)
    {
        var length = Math.Min(slot.Page!.First!.Value, count - start);
        var rows = new object?[length][];
        var cursors = new string[length];
        var cursor = new Cursor.Builder();
        for (var i = 0; i < length; i++)
        {
            rows[i] = row(start + i);
            cursor.Begin(slot.CursorSeal);
            addKeys(cursor, start + i);
            cursors[i] = cursor.ToString();
        }

        return new ComputedPage { Rows = rows, Cursors = cursors, HasNext = start + length < count, HasPrevious = start > 0, TotalCount = count };
    }
}
