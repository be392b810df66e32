using GraphService.Graph.Algorithms;
using GraphService.Graph.Query;

namespace GraphService.Films.Fields;

/// <summary>Pages of shortest chains. A cursor holds the ids along a chain.</summary>
internal static class ChainPage
{
    public static ComputedPage Of(ComputeContext context, BoundSlot slot, ShortestChains chains, bool needsCount, Func<int[], object?[]> path)
    {
        var after = slot.Page!.After is { } cursor ? Sequence(context, cursor) : null;
        var first = slot.Page.First!.Value;
        IReadOnlyList<int[]> found = chains.IsFound ? chains.Take(first + 1, after) : [];
        var rows = found.Take(first).ToList();
        return new ComputedPage
        {
            Rows = [.. rows.Select(chain => new object?[] { path(chain) })],
            Cursors = [.. rows.Select(chain => CursorOf(context, slot, chain))],
            HasNext = found.Count > first,
            HasPrevious = after is not null && chains.IsFound && chains.AnyUpTo(after),
            TotalCount = needsCount && chains.IsFound ? chains.Count() : 0,
        };
    }

    private static string CursorOf(ComputeContext context, BoundSlot slot, int[] chain)
    {
        var cursor = new Cursor.Builder();
        cursor.Begin(slot.CursorSeal);
        foreach (var number in chain)
        {
            cursor.Add(context.Nodes.Id(number));
        }

        return cursor.ToString();
    }

    /// <summary>The numbers of a cursor's ids; of an id that is gone, the complement of the number that follows its place.</summary>
    private static int[] Sequence(ComputeContext context, Cursor cursor)
    {
        var numbers = new int[cursor.Keys.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = context.Nodes.PlaceOf(cursor.Keys[i].Text);
        }

        return numbers;
    }
}
