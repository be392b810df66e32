using System.Runtime.CompilerServices;

namespace GraphService.Graph.Algorithms;

/// <summary>A node that a side of a search has reached.</summary>
/// <param name="Node">Its number.</param>
/// <param name="First">Where its list begins.</param>
/// <param name="Count">How long its list is.</param>
/// <param name="Parent">The position of the node that it was reached from first.</param>
internal readonly record struct Reached(int Node, int First, int Count, int Parent);

/// <summary>
/// One of the two sides of a bidirectional search: the nodes reached, level by level. A node's position here is its mark, its distance (by the level
/// it stands in) and its index into what is computed later. Position 0 stands for nodes that may not be reached.
/// </summary>
internal sealed class SearchSide
{
    /// <summary>The position of the end that the side starts from.</summary>
    public const int Root = 1;

    private readonly List<int> _levels = [];

    /// <summary>The nodes reached, by position.</summary>
    public Reached[] Nodes = new Reached[1024];

    /// <summary>The next position to expand.</summary>
    public int Head;

    /// <summary>The next free position.</summary>
    public int Tail;

    /// <summary>The end of the level being expanded.</summary>
    public int LevelEnd;

    /// <summary>Entries in the lists of the newest level.</summary>
    public long FrontierEntries;

    /// <summary>The number of the newest level; the root's is 0.</summary>
    public int Depth => _levels.Count - 1;

    /// <summary>True when nothing is left to expand.</summary>
    public bool IsExhausted => Head == Tail;

    /// <summary>Numbers of chains, by position.</summary>
    public long[] Counts { get; private set; } = [];

    public void Begin(int node, ReadOnlySpan<int> offsets)
    {
        var count = offsets[node + 1] - offsets[node];
        _levels.Clear();
        _levels.Add(Root);
        Nodes[Root] = new Reached(node, offsets[node], count, 0);
        Head = LevelEnd = Root;
        Tail = Root + 1;
        FrontierEntries = count;
    }

    /// <summary>Opens the level that expanding the newest one will fill.</summary>
    public void OpenLevel()
    {
        _levels.Add(Tail);
        LevelEnd = Tail;
        FrontierEntries = 0;
    }

    /// <summary>The positions of a level.</summary>
    public (int First, int Count) Level(int level) =>
        (_levels[level], (level == Depth ? Tail : _levels[level + 1]) - _levels[level]);

    /// <summary>Makes room for as many nodes more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Reserve(int count)
    {
        if (Tail + count > Nodes.Length)
        {
            Array.Resize(ref Nodes, Math.Max(checked(Tail + count), (int)Math.Min(2L * Nodes.Length, Array.MaxLength)));
        }
    }

    /// <summary>Sets all counts to 0.</summary>
    public void ClearCounts()
    {
        if (Counts.Length < Tail)
        {
            Counts = new long[Nodes.Length];
        }

        Array.Clear(Counts, 0, Tail);
    }
}
