using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace GraphService.Graph.Algorithms;

/// <summary>An entry of a node's list: a neighbor and the type of the relationship to it, in four bytes.</summary>
public readonly struct Neighbor
{
    private const int TypeBits = 6;

    /// <summary>One more than the largest type.</summary>
    public const int MaxTypes = 1 << TypeBits;

    /// <summary>One more than the largest node.</summary>
    public const int MaxNodes = 1 << (32 - TypeBits);

    // The node stands above the type, so that packed values sort by node, then type.
    private readonly uint _packed;

    /// <summary>Packs a node and a type.</summary>
    public Neighbor(int node, int type)
    {
        Debug.Assert((uint)node < MaxNodes && (uint)type < MaxTypes);
        _packed = ((uint)node << TypeBits) | (uint)type;
    }

    /// <summary>The neighbor's number.</summary>
    public int Node
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)(_packed >> TypeBits);
    }

    /// <summary>The relationship's type: its place in <see cref="TopologyModel.Types"/>, or with its direction, as <see cref="WholeTypes"/> has it.</summary>
    public int Type => (int)(_packed & (MaxTypes - 1));

    /// <summary>This type as a mask of one bit.</summary>
    public ulong TypeMask => 1UL << Type;

    /// <summary>True when the mask has the bit of this type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsIn(ulong types) => ((types >> (int)_packed) & 1) != 0; // a shift reads the low six bits: the type
}
