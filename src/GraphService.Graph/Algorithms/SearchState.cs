using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace GraphService.Graph.Algorithms;

/// <summary>
/// The working memory of one bidirectional search, used again by later ones. Sixteen bytes a node hold both sides' marks and the bounds of the
/// node's list, since a search waits for memory: a quarter of a cache line, fetched once. A mark is the search's epoch plus the node's position on
/// the side; the next epoch begins beyond all marks, so nothing is cleared between searches.
/// </summary>
internal sealed unsafe class SearchState
{
    /// <summary>From the mark of one node to that of the next, on the same side.</summary>
    public const long MarkStride = 4;

    // How far ahead memory is asked for: nodes whose lists and whose neighbors' marks will be read, and marks within one list.
    private const int ListsAhead = 8;
    private const int MarksAhead = 3;
    private const int EntriesAhead = 24;

    private readonly NodeMark[] _memory; // pinned: _marks points into it
    private readonly NodeMark* _marks;
    private readonly Topology _topology;
    private uint _epoch;

    public SearchState(Topology topology, uint epoch = 1)
    {
        _topology = topology;
        _epoch = epoch;
        var count = topology.NodeCount;
        _memory = GC.AllocateArray<NodeMark>(count + 4, pinned: true);
        var address = (nuint)Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0);
        _marks = (NodeMark*)((address + 63) & ~(nuint)63);
        var offsets = topology.Offsets;
        for (var node = 0; node < count; node++)
        {
            _marks[node].First = offsets[node];
            _marks[node].Count = offsets[node + 1] - offsets[node];
        }
    }

    /// <summary>The side that starts at the first end.</summary>
    public SearchSide Forward { get; } = new();

    /// <summary>The side that starts at the second.</summary>
    public SearchSide Backward { get; } = new();

    /// <summary>The nodes at which the sides met, in the order in which they were found.</summary>
    public List<int> Meeting { get; } = [];

    /// <summary>Positions on one side that chains pass through; room for counting.</summary>
    public List<int> OnChains { get; } = [];

    /// <summary>Positions one level nearer to the root, list by list; room for counting.</summary>
    public List<int> Links { get; } = [];

    /// <summary>Where the list of each of <see cref="OnChains"/> ends in <see cref="Links"/>.</summary>
    public List<int> LinkEnds { get; } = [];

    /// <summary>Starts a search between two nodes that never passes through those to avoid.</summary>
    public void Begin(ChainQuery query)
    {
        NextEpoch();
        Meeting.Clear();
        Forward.Begin(query.From, _topology.Offsets);
        Backward.Begin(query.To, _topology.Offsets);
        for (var i = 0; i < query.Avoiding.Count; i++)
        {
            var mark = _marks + query.Avoiding[i];
            mark->Forward = mark->Backward = _epoch;
        }

        _marks[query.From].Forward = _epoch + SearchSide.Root;
        _marks[query.To].Backward = _epoch + SearchSide.Root;
        if (query.From == query.To)
        {
            Meeting.Add(query.From);
        }
    }

    /// <summary>The position of a node that the side has reached.</summary>
    public int PositionOf(SearchSide side, int node) => (int)(MarksOf(side)[MarkStride * node] - _epoch);

    /// <summary>A test for one level of a side, and for counts there that are not 0.</summary>
    public LevelTest Level(SearchSide side, int level, long[]? counts = null)
    {
        var (first, count) = side.Level(level);
        return new LevelTest(MarksOf(side), _epoch, first, count, counts);
    }

    /// <summary>Expands the open level of a side to its end, or until the node after whose list the sides have met.</summary>
    public void Expand(SearchSide side, ChainQuery query, bool stopAtMeeting, SearchBudget budget)
    {
        var marks = MarksOf(side);
        var others = MarksOf(side == Forward ? Backward : Forward);
        var types = query.Types;
        var epoch = _epoch;
        var checksValues = query.Values.IsBounded && (side.Depth & 1) == 1; // odd levels are far nodes
        fixed (Neighbor* neighbors = _topology.Neighbors)
        {
            while (side.Head < side.LevelEnd && !(stopAtMeeting && Meeting.Count > 0))
            {
                PrefetchAhead(side, neighbors);
                var position = side.Head;
                var (_, first, count, _) = side.Nodes[position];
                budget.Spend(count);
                side.Reserve(count);
                side.Head++;
                var nodes = side.Nodes;
                var tail = side.Tail;
                var entries = side.FrontierEntries;
                var end = neighbors + first + count;
                for (var entry = neighbors + first; entry < end; entry++)
                {
                    if (Sse.IsSupported && end - entry > EntriesAhead)
                    {
                        Sse.Prefetch0(_marks + entry[EntriesAhead].Node);
                    }

                    var node = entry->Node;
                    if (!entry->IsIn(types) || marks[MarkStride * node] >= epoch)
                    {
                        continue;
                    }

                    var mark = _marks + node;
                    if (checksValues && !query.Values.ContainsAny(_topology.ValuesOf(node)))
                    {
                        mark->Forward = mark->Backward = epoch;
                        continue;
                    }

                    marks[MarkStride * node] = epoch + (uint)tail;
                    nodes[tail++] = new Reached(node, mark->First, mark->Count, position);
                    entries += mark->Count;
                    if (others[MarkStride * node] >= epoch)
                    {
                        Meeting.Add(node);
                    }
                }

                side.Tail = tail;
                side.FrontierEntries = entries;
            }
        }
    }

    // Asks early for the list of a node a few positions on, and for the marks of the neighbors of a nearer one, whose list is there by now.
    private void PrefetchAhead(SearchSide side, Neighbor* neighbors)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        if (side.Head + ListsAhead < side.LevelEnd)
        {
            Sse.Prefetch0(neighbors + side.Nodes[side.Head + ListsAhead].First);
        }

        if (side.Head + MarksAhead < side.LevelEnd)
        {
            ref readonly var ahead = ref side.Nodes[side.Head + MarksAhead];
            var end = neighbors + ahead.First + Math.Min(ahead.Count, EntriesAhead);
            for (var entry = neighbors + ahead.First; entry < end; entry++)
            {
                Sse.Prefetch0(_marks + entry->Node);
            }
        }
    }

    private uint* MarksOf(SearchSide side) => side == Forward ? &_marks->Forward : &_marks->Backward;

    private void NextEpoch()
    {
        var used = (uint)Math.Max(Forward.Tail, Backward.Tail);
        if (_epoch > uint.MaxValue - used - (uint)_topology.NodeCount - 4)
        {
            for (var node = 0; node < _topology.NodeCount; node++)
            {
                _marks[node].Forward = _marks[node].Backward = 0;
            }

            _epoch = 1;
            return;
        }

        _epoch += used;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct NodeMark
    {
        public uint Forward;
        public uint Backward;
        public int First;
        public int Count;
    }
}
