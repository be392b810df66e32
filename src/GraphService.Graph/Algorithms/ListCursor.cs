namespace GraphService.Graph.Algorithms;

/// <summary>Goes up a neighbor list in leaps, so that a short list meets a long one in logarithmic time a step.</summary>
internal ref struct ListCursor(ReadOnlySpan<Neighbor> list, SearchBudget budget)
{
    private readonly ReadOnlySpan<Neighbor> _list = list;
    private int _place;

    /// <summary>True when no entry is left.</summary>
    public readonly bool IsAtEnd => _place == _list.Length;

    /// <summary>
    /// The first neighbor, at or after a number, to which a relationship of these types leads; -1 when there is none. Numbers must not fall from call to call.
    /// </summary>
    public int MoveTo(int node, ulong types)
    {
        Leap(node);
        for (; _place < _list.Length; _place++)
        {
            budget.Spend(1);
            if (_list[_place].IsIn(types))
            {
                return _list[_place].Node;
            }
        }

        return -1;
    }

    /// <summary>Those of the types that lead to the neighbor just found.</summary>
    public readonly ulong Types(ulong types)
    {
        var found = 0UL;
        for (var place = _place; place < _list.Length && _list[place].Node == _list[_place].Node; place++)
        {
            budget.Spend(1);
            found |= _list[place].TypeMask;
        }

        return found & types;
    }

    /// <summary>All entries that lead to one neighbor, which is beyond those asked for before.</summary>
    public ReadOnlySpan<Neighbor> To(int node)
    {
        Leap(node);
        var first = _place;
        while (_place < _list.Length && _list[_place].Node == node)
        {
            budget.Spend(1);
            _place++;
        }

        return _list[first.._place];
    }

    // To the first entry that is not before the number: steps that double, then halves of the last.
    private void Leap(int node)
    {
        var low = _place;
        var step = 1;
        while (low + step <= _list.Length && IsBefore(low + step - 1, node))
        {
            low += step;
            step *= 2;
        }

        var high = Math.Min(low + step - 1, _list.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (IsBefore(middle, node))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        _place = low;
    }

    private readonly bool IsBefore(int place, int node)
    {
        budget.Spend(1);
        return _list[place].Node < node;
    }
}
