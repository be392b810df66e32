namespace GraphService.Graph.Algorithms;

/// <summary>
/// Walks shortest chains in lexicographic order, one at a time: only the lists of nodes on the chains given out are read. It lives as long as the
/// <see cref="ShortestChains"/> that it came from.
/// </summary>
public sealed class ChainWalk
{
    private readonly ShortestChains _chains;
    private readonly int[] _after;
    private readonly int[] _chain;

    // By level: where to go on in the list of the chain's node there.
    private readonly int[] _places;

    // The level whose list is read next; -1 at the end.
    private int _level = -1;

    // The last level up to which the chain agrees with _after; -1 when it is after it from the start.
    private int _agreed = -1;

    internal ChainWalk(ShortestChains chains, ReadOnlySpan<int> after)
    {
        _chains = chains;
        _after = after.ToArray();
        _chain = new int[chains.Length + 1];
        _places = new int[chains.Length + 1];
        if (!chains.IsFound || (after.Length > 0 && ChainOrder.Compare(chains.Query.From, after[0]) < 0))
        {
            return;
        }

        _agreed = after.Length > 0 && after[0] == chains.Query.From ? 0 : -1;
        Enter(0, chains.Query.From);
    }

    /// <summary>The chain moved to; overwritten by the next move.</summary>
    public ReadOnlySpan<int> Current => _chain;

    /// <summary>Moves to the next chain; false at the end.</summary>
    public bool MoveNext()
    {
        while (_level >= 0)
        {
            if (_level == _chains.Length)
            {
                _level--;
                if (_agreed < _chains.Length)
                {
                    return true;
                }

                continue; // the very chain to go on after
            }

            var (place, node) = _chains.FindNext(_chain[_level], _places[_level], _chains.LevelOfChains(_level + 1));
            _places[_level] = place;
            if (node < 0)
            {
                _level--;
                continue;
            }

            var agrees = _agreed >= _level && _after.Length > _level + 1 && _after[_level + 1] == node;
            _agreed = agrees ? _level + 1 : Math.Min(_agreed, _level);
            Enter(_level + 1, node);
        }

        return false;
    }

    private void Enter(int level, int node)
    {
        _level = level;
        _chain[level] = node;
        _places[level] = _agreed == level && _after.Length > level + 1 && level < _chains.Length
            ? ChainOrder.PlaceOf(_chains.Topology.Of(node), _after[level + 1])
            : 0;
    }
}
