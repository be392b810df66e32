using System.Runtime.InteropServices;

namespace GraphService.Graph.Algorithms;

/// <summary>
/// Counts the chains of a search whose meeting level is finished, reading only the lists of nodes on them. Afterwards the forward side's counts say for
/// each position how many ways lead on from there to the end: 0 off the chains.
/// </summary>
internal sealed class ChainCounter(Topology topology, ulong types, SearchState state, SearchBudget budget)
{
    private const int EntriesAhead = 16;

    private readonly List<int> _nodes = state.OnChains;
    private readonly List<int> _links = state.Links;
    private readonly List<int> _linkEnds = state.LinkEnds;

    public long Count()
    {
        CountBackward();
        return CountForward();
    }

    // Finds what lies between the meeting nodes and the root of the backward side, noting the links; then adds up along them, from the root on.
    private void CountBackward()
    {
        var side = state.Backward;
        var counts = Start(side);
        foreach (var node in CollectionsMarshal.AsSpan(state.Meeting))
        {
            _nodes.Add(state.PositionOf(side, node));
        }

        var next = 0;
        for (var level = side.Depth; level > 0; level--)
        {
            var test = state.Level(side, level - 1);
            for (var end = _nodes.Count; next < end; next++)
            {
                var first = _links.Count;
                AddLinks(side.Nodes[_nodes[next]].Node, test);
                _linkEnds.Add(_links.Count);
                foreach (var position in CollectionsMarshal.AsSpan(_links)[first..])
                {
                    if (counts[position] == 0)
                    {
                        counts[position] = 1; // seen; counted below
                        _nodes.Add(position);
                    }
                }
            }
        }

        counts[SearchSide.Root] = 1;
        var links = CollectionsMarshal.AsSpan(_links);
        for (var i = _linkEnds.Count - 1; i >= 0; i--)
        {
            var count = 0L;
            foreach (var position in links[(i == 0 ? 0 : _linkEnds[i - 1]).._linkEnds[i]])
            {
                count = Add(count, counts[position]);
            }

            counts[_nodes[i]] = count;
        }
    }

    // Carries the counts of the meeting nodes on to the root of the forward side.
    private long CountForward()
    {
        var side = state.Forward;
        var counts = Start(side);
        foreach (var node in CollectionsMarshal.AsSpan(state.Meeting))
        {
            var position = state.PositionOf(side, node);
            counts[position] = state.Backward.Counts[state.PositionOf(state.Backward, node)];
            _nodes.Add(position);
        }

        var next = 0;
        for (var level = side.Depth; level > 0; level--)
        {
            var test = state.Level(side, level - 1);
            for (var end = _nodes.Count; next < end; next++)
            {
                _links.Clear();
                AddLinks(side.Nodes[_nodes[next]].Node, test);
                foreach (var position in CollectionsMarshal.AsSpan(_links))
                {
                    if (counts[position] == 0)
                    {
                        _nodes.Add(position);
                    }

                    counts[position] = Add(counts[position], counts[_nodes[next]]);
                }
            }
        }

        return counts[SearchSide.Root];
    }

    private long[] Start(SearchSide side)
    {
        _nodes.Clear();
        _links.Clear();
        _linkEnds.Clear();
        side.ClearCounts();
        return side.Counts;
    }

    // The positions of a node's neighbors in a level, each once however many relationships lead there.
    private void AddLinks(int node, LevelTest level)
    {
        var list = topology.Of(node);
        budget.Spend(list.Length);
        var last = -1;
        for (var i = 0; i < list.Length; i++)
        {
            if (i + EntriesAhead < list.Length)
            {
                level.Prefetch(list[i + EntriesAhead].Node);
            }

            var neighbor = list[i];
            if (neighbor.Node == last || !neighbor.IsIn(types))
            {
                continue;
            }

            last = neighbor.Node;
            var position = level.PositionOf(last);
            if (position >= 0)
            {
                _links.Add(position);
            }
        }
    }

    private static long Add(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;
}
