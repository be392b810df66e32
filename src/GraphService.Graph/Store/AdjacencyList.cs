using System.Runtime.CompilerServices;
using GraphService.Graph.Model;

namespace GraphService.Graph.Store;

/// <summary>A step to a node: the far end and the relationship that leads there.</summary>
/// <param name="Node">Number of the far node; for a list of three-ended relationships seen from its third end, the end of the relationship.</param>
/// <param name="Relationship">Number of the relationship; -1 at the root.</param>
public readonly record struct Step(int Node, int Relationship);

/// <summary>Compressed adjacency of one <see cref="Adjacency"/>: the steps of a node, sorted in the list's default order.</summary>
public sealed class AdjacencyList(int firstNode, Section<long> offsets, Section<Step> steps)
{
    /// <summary>Steps in all.</summary>
    public long Count => steps.Length;

    /// <summary>The steps of a node; empty for nodes that the list is not kept for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<Step> Of(int node)
    {
        var row = (long)node - firstNode;
        return (ulong)row >= (ulong)(offsets.Length - 1)
            ? default
            : steps.Slice(offsets[row], (int)(offsets[row + 1] - offsets[row]));
    }
}
