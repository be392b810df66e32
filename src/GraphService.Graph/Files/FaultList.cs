namespace GraphService.Graph.Files;

/// <summary>Counts faults and keeps the first ones, by file and line: whatever a folder holds, what is kept fits in memory.</summary>
internal sealed class FaultList
{
    /// <summary>How many faults are kept.</summary>
    public const int MaxKept = 100_000;

    /// <summary>How many characters of a message or header are kept: both may quote what a file says, which has no bound.</summary>
    public const int MaxText = 500;

    private readonly List<Fault> _faults = [];

    /// <summary>Faults found in all.</summary>
    public long Total { get; private set; }

    public void Add(Fault fault)
    {
        Total++;
        _faults.Add(fault with { Header = fault.Header is { } header ? Cut(header) : null, Message = Cut(fault.Message) });
        if (_faults.Count == 2 * MaxKept)
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

    private static string Cut(string text)
    {
        if (text.Length <= MaxText)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[MaxText - 1]) ? MaxText - 1 : MaxText;
        return text[..end] + "…";
    }

    private void Sort() => _faults.Sort((a, b) =>
    {
        var order = CodePoints.Compare(a.File, b.File);
        order = order != 0 ? order : a.Line.CompareTo(b.Line);
        order = order != 0 ? order : a.Column.CompareTo(b.Column);
        return order != 0 ? order : string.CompareOrdinal(a.Message, b.Message);
    });
}
