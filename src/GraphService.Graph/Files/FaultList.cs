namespace GraphService.Graph.Files;

/// <summary>Counts faults and keeps the first ones, by file and line.</summary>
internal sealed class FaultList
{
    /// <summary>How many faults are kept.</summary>
    public const int MaxKept = 1000;

    private readonly List<Fault> _faults = [];

    /// <summary>Faults found in all.</summary>
    public long Total { get; private set; }

    public void Add(Fault fault)
    {
        Total++;
        _faults.Add(fault);
        if (_faults.Count == 4 * MaxKept)
        {
            Sort();
            _faults.RemoveRange(MaxKept, _faults.Count - MaxKept);
        }
    }

    /// <summary>The faults in order, at most <see cref="MaxKept"/>.</summary>
    public IReadOnlyList<Fault> ToSorted()
    {
        Sort();
        return [.. _faults.Take(MaxKept)];
    }

    private void Sort() => _faults.Sort((a, b) =>
    {
        var order = CodePoints.Compare(a.File, b.File);
        order = order != 0 ? order : a.Line.CompareTo(b.Line);
        order = order != 0 ? order : a.Column.CompareTo(b.Column);
        return order != 0 ? order : string.CompareOrdinal(a.Message, b.Message);
    });
}
