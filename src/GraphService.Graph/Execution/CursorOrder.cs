using GraphService.Graph.Model;
using GraphService.Graph.Query;

namespace GraphService.Graph.Execution;

/// <summary>Whether a cursor can be of an order.</summary>
public static class CursorOrder
{
    /// <summary>True when the cursor's keys are as many, and of the types, that the order has.</summary>
    public static bool Fits(ReadOnlySpan<OrderTerm> order, Cursor cursor) => CursorKeys.Fits(order, cursor);
}
