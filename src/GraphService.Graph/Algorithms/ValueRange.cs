namespace GraphService.Graph.Algorithms;

/// <summary>Bounds, both inclusive, on the integers of a far node; null: no bound.</summary>
public readonly record struct ValueRange(int? From, int? To)
{
    /// <summary>False when every far node passes, those without a value too.</summary>
    public bool IsBounded => From is not null || To is not null;

    /// <summary>True when one of the values lies within; false when there are none.</summary>
    public bool ContainsAny(ReadOnlySpan<int> values)
    {
        var from = From ?? int.MinValue;
        var to = To ?? int.MaxValue;
        foreach (var value in values)
        {
            if (value >= from && value <= to)
            {
                return true;
            }
        }

        return false;
    }
}
