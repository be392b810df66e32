using System.Runtime.Intrinsics.X86;

namespace GraphService.Graph.Algorithms;

/// <summary>Tells whether nodes stand in one level of a side of a search. Of use until the search's working memory is given back.</summary>
internal readonly unsafe struct LevelTest(uint* marks, uint epoch, int first, int count, long[]? counts)
{
    private readonly uint* _marks = marks;
    private readonly uint _lowest = epoch + (uint)first;

    /// <summary>The node's position when it stands in the level, else -1.</summary>
    public int PositionOf(int node)
    {
        var place = _marks[SearchState.MarkStride * node] - _lowest; // wraps around, beyond any count, when it is below
        return place < (uint)count ? first + (int)place : -1;
    }

    /// <summary>True when the node stands in the level and its count, where counts are given, is not 0.</summary>
    public bool Contains(int node)
    {
        var position = PositionOf(node);
        return position >= 0 && (counts is null || counts[position] != 0);
    }

    /// <summary>Asks early for the node's mark.</summary>
    public void Prefetch(int node)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(_marks + (SearchState.MarkStride * node));
        }
    }
}
