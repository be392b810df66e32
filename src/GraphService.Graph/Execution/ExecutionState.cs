using GraphService.Graph.Query;
using GraphService.Graph.Store;

namespace GraphService.Graph.Execution;

/// <summary>What one execution needs room for; pooled, so that a request allocates none of it.</summary>
internal sealed class ExecutionState
{
    /// <summary>Lists within lists that an answer can have at most; the validation's bound of depth is below it.</summary>
    public const int MaxDepth = 64;

    /// <summary>Indices in the lists around the current output, outermost first.</summary>
    public int[] Indices { get; } = new int[MaxDepth];

    public Cursor.Builder Cursor { get; } = new();

    private readonly Stack<Window> _windows = new();
    private readonly Dictionary<BoundSlot, Comparison<Step>> _comparisons = [];

    /// <summary>Compares rows after a slot's order: made once a request, however many lists the slot is for.</summary>
    public Comparison<Step> ComparisonOf(GraphSnapshot graph, BoundSlot slot)
    {
        if (!_comparisons.TryGetValue(slot, out var comparison))
        {
            comparison = new OrderComparer(graph, slot.Order).Compare;
            _comparisons.Add(slot, comparison);
        }

        return comparison;
    }

    /// <summary>Forgets what is about the graph of the request that ends.</summary>
    public void Clear() => _comparisons.Clear();

    public Window RentWindow() => _windows.TryPop(out var window) ? window : new Window();

    public void Return(Window window)
    {
        window.Clear();
        _windows.Push(window);
    }
}

/// <summary>The page of a connection: which steps, and what lies beyond them.</summary>
internal sealed class Window
{
    private AdjacencyList? _list;
    private int _node;

    /// <summary>Rows that were filtered, sorted or gathered; grows and stays with the pooled window.</summary>
    public Step[] Buffer { get; private set; } = [];

    public int Start { get; set; }

    public int Count { get; set; }

    public bool HasNext { get; set; }

    public bool HasPrevious { get; set; }

    public long TotalCount { get; set; }

    /// <summary>The slot that the page was asked by: its order and seal make the cursors.</summary>
    public BoundSlot Slot { get; set; } = BoundSlot.Empty;

    /// <summary>What is counted over all rows that pass, the page aside.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Rows of a computed connection, in place of steps.</summary>
    public ComputedPage? Computed { get; set; }

    /// <summary>By row of a search's page: its score and degree.</summary>
    public SearchHit[]? Hits { get; set; }

    /// <summary>The rows of the page.</summary>
    public ReadOnlySpan<Step> Steps => _list is null ? Buffer.AsSpan(Start, Count) : _list.Of(_node).Slice(Start, Count);

    /// <summary>Rows are a slice of an adjacency as it stands.</summary>
    public void Use(AdjacencyList list, int node) => (_list, _node) = (list, node);

    public void Add(ref int count, Step step)
    {
        if (count == Buffer.Length)
        {
            var grown = new Step[Math.Max(64, Buffer.Length * 2)];
            Buffer.CopyTo(grown, 0);
            Buffer = grown;
        }

        Buffer[count++] = step;
    }

    public void Clear()
    {
        const int keptSteps = 16 * 1024;
        _list = null;
        Computed = null;
        Hits = null;
        Slot = BoundSlot.Empty;
        Tally.Clear();
        (Start, Count, TotalCount, HasNext, HasPrevious) = (0, 0, 0, false, false);
        if (Buffer.Length > keptSteps)
        {
            Buffer = [];
        }
    }
}
