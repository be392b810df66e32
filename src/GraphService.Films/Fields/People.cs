using GraphService.Graph.Algorithms;

namespace GraphService.Films.Fields;

/// <summary>What fields read of people.</summary>
internal static class People
{
    /// <summary>The first key of their default order.</summary>
    public static ReadOnlySpan<byte> SortName(NumberedNodes nodes, int person) => nodes.Text(person, nodes.Kind(person).Table.DefaultOrder[0]);
}
