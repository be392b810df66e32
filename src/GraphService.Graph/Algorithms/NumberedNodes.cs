using GraphService.Graph.Model;

namespace GraphService.Graph.Algorithms;

/// <summary>
/// The nodes that a topology numbers: by the code points of their ids over all nodes. What fields that need code read of them: ids, kinds, places in
/// the default order, and the properties that this order is made of.
/// </summary>
public abstract class NumberedNodes
{
    /// <summary>How many nodes are numbered, from 0.</summary>
    public abstract int Count { get; }

    /// <summary>By number: the place in its table's default order.</summary>
    public abstract ReadOnlyMemory<int> Ranks { get; }

    /// <summary>The place of one in its table's default order.</summary>
    public int Rank(int number) => Ranks.Span[number];

    /// <summary>The id of a node, in UTF-8.</summary>
    public abstract ReadOnlySpan<byte> Id(int number);

    /// <summary>The kind of a node.</summary>
    public abstract NodeKind Kind(int number);

    /// <summary>A text of the table's default order; it is never missing there.</summary>
    public abstract ReadOnlySpan<byte> Text(int number, Property property);

    /// <summary>An integer of the table's default order; null when it is missing.</summary>
    public abstract int? Int(int number, Property property);

    /// <summary>The number of the served node with an id, or -1.</summary>
    public abstract int Find(ReadOnlySpan<byte> id);

    /// <summary>By <see cref="NodeTable.Index"/>: how many nodes are served.</summary>
    public abstract long[] CountByTable();

    /// <summary>The place of an id among the numbers: without such a node, the complement of the number of the first id after it, as in <see cref="Array.BinarySearch(Array, object)"/>.</summary>
    public int PlaceOf(ReadOnlySpan<byte> id)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = Id(middle).SequenceCompareTo(id);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle);
        }

        return ~low;
    }
}
