namespace GraphService.Graph.Algorithms;

/// <summary>
/// How the lists of a whole topology tell types and directions. A relationship stands in the lists of both its ends, with twice its type's place in the
/// model at its start and one more at its end. A loop stands in its node's list twice, once for each end; parallels stand side by side, each for itself.
/// The entries at starts are thus the relationships, each once.
/// </summary>
public static class WholeTypes
{
    /// <summary>One more than the largest type's place that can be told apart.</summary>
    public const int MaxTypes = Neighbor.MaxTypes / 2;

    private const ulong Starts = 0x5555_5555_5555_5555;

    /// <summary>The type's place in the model.</summary>
    public static int Type(this Neighbor entry) => entry.Type >> 1;

    /// <summary>True when the owner of the list is the relationship's start.</summary>
    public static bool IsAtStart(this Neighbor entry) => (entry.Type & 1) == 0;

    /// <summary>The mask for walking relationships of a type, in both directions.</summary>
    public static ulong MaskOf(int type) => 3UL << (2 * type);

    /// <summary>Of a mask, what is walked from start to end.</summary>
    public static ulong AtStarts(ulong types) => types & Starts;
}
