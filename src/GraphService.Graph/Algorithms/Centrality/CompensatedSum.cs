namespace GraphService.Graph.Algorithms.Centrality;

/// <summary>
/// A sum that carries what rounding takes from it, so that it is the same in whatever order its terms come: nodes in the same position of a graph get
/// the same score to the last bit.
/// </summary>
internal struct CompensatedSum
{
    private double _sum;
    private double _rest;

    /// <summary>The sum so far, rounded once.</summary>
    public readonly double Value => _sum + _rest;

    // Knuth's TwoSum: sum and rest of one addition are exact together.
    public void Add(double term)
    {
        var sum = _sum + term;
        var added = sum - _sum;
        _rest += (_sum - (sum - added)) + (term - added);
        _sum = sum;
    }

    public void Add(in CompensatedSum other)
    {
        Add(other._sum);
        _rest += other._rest;
    }

    /// <summary>Takes the exact product away.</summary>
    public void Subtract(double factor, double times)
    {
        var product = factor * times;
        Add(-product);
        _rest -= Math.FusedMultiplyAdd(factor, times, -product);
    }
}
