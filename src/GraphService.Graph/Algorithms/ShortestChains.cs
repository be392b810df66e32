using System.Runtime.InteropServices;

namespace GraphService.Graph.Algorithms;

/// <summary>
/// The shortest chains that a search found: distinct sequences of nodes in lexicographic order of their numbers. What is not
/// asked for is not computed. It holds the search's working memory until it is disposed of, and is not safe for several threads at once.
/// </summary>
public sealed class ShortestChains : IDisposable
{
    private readonly SearchBudget _budget;
    private readonly StatePool<SearchState> _states;
    private SearchState? _state;
    private long _count = -1;

    internal ShortestChains(
        Topology topology, ChainQuery query, SearchBudget budget, SearchState? state, StatePool<SearchState> states)
    {
        Topology = topology;
        Query = query;
        _budget = budget;
        _state = state;
        _states = states;
        IsFound = state is not null;
        Length = IsFound ? state!.Forward.Depth + state.Backward.Depth : -1;
    }

    /// <summary>False when no chain of at most the length asked for joins the two.</summary>
    public bool IsFound { get; }

    /// <summary>Steps from neighbor to neighbor on each chain; -1 when there is none.</summary>
    public int Length { get; }

    internal Topology Topology { get; }

    internal ChainQuery Query { get; }

    private SearchState State => _state ?? throw new ObjectDisposedException(nameof(ShortestChains));

    /// <summary>The first chain; null when there is none.</summary>
    public int[]? First()
    {
        if (!IsFound)
        {
            return null;
        }

        var chain = new int[Length + 1];
        var forward = State.Forward;
        var position = FirstMeetingPosition();
        for (var level = forward.Depth; level >= 0; level--)
        {
            chain[level] = forward.Nodes[position].Node;
            position = forward.Nodes[position].Parent;
        }

        for (var level = forward.Depth + 1; level <= Length; level++)
        {
            (_, chain[level]) = FindNext(chain[level - 1], 0, State.Level(State.Backward, Length - level));
        }

        return chain;
    }

    /// <summary>How many chains there are; <see cref="long.MaxValue"/> stands for that many and more.</summary>
    public long Count()
    {
        if (!IsFound)
        {
            return 0;
        }

        if (_count < 0)
        {
            State.Expand(State.Forward, Query, stopAtMeeting: false, _budget); // the level that meets, where it was left
            _count = new ChainCounter(Topology, Query.Types, State, _budget).Count();
        }

        return _count;
    }

    /// <summary>
    /// Walks the chains after a sequence of nodes, which need not be one of them; all when it is empty. A node that is not in the graph (any more)
    /// is given as the complement (~) of the first number after its place, as <see cref="Array.BinarySearch{T}(T[], T)"/> does.
    /// </summary>
    public ChainWalk Walk(ReadOnlySpan<int> after = default)
    {
        Count();
        return new ChainWalk(this, after);
    }

    /// <summary>True when some chain is not after a sequence, as in <see cref="Walk"/>.</summary>
    public bool AnyUpTo(ReadOnlySpan<int> sequence) => First() is { } first && ChainOrder.Compare(first, sequence) <= 0;

    /// <summary>The next chains after a sequence, at most so many; see <see cref="Walk"/>.</summary>
    public IReadOnlyList<int[]> Take(int count, ReadOnlySpan<int> after = default)
    {
        var chains = new List<int[]>();
        var walk = Walk(after);
        while (chains.Count < count && walk.MoveNext())
        {
            chains.Add(walk.Current.ToArray());
        }

        return chains;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_state is { } state)
        {
            _state = null;
            _states.Return(state);
        }
    }

    /// <summary>
    /// The first neighbor of a node that is in a level, from a place in its list on, and the place behind that neighbor; -1 when there is none.
    /// </summary>
    internal (int Place, int Node) FindNext(int node, int place, LevelTest level)
    {
        var list = Topology.Of(node);
        for (; place < list.Length; place++)
        {
            _budget.Spend(1);
            var neighbor = list[place].Node;
            if (list[place].IsIn(Query.Types) && level.Contains(neighbor))
            {
                while (place < list.Length && list[place].Node == neighbor)
                {
                    place++;
                }

                return (place, neighbor);
            }
        }

        return (place, -1);
    }

    /// <summary>The nodes that stand at a level of the chains, once they are counted.</summary>
    internal LevelTest LevelOfChains(int level) =>
        level <= State.Forward.Depth
            ? State.Level(State.Forward, level, State.Forward.Counts)
            : State.Level(State.Backward, Length - level);

    // Nodes reached forward stand in the order of the first chains that reach them: each list is in order, and the first parent stays.
    private int FirstMeetingPosition()
    {
        var first = int.MaxValue;
        foreach (var node in CollectionsMarshal.AsSpan(State.Meeting))
        {
            first = Math.Min(first, State.PositionOf(State.Forward, node));
        }

        return first;
    }
}
