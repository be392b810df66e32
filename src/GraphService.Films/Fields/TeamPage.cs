using GraphService.Graph.Algorithms.Groups;

namespace GraphService.Films.Fields;

/// <summary>Keeps of the teams that a search finds, in whatever order, those of one page.</summary>
internal sealed class TeamPage(int size, TeamCursor? after)
{
    private readonly List<ClosedGroup> _kept = [];

    /// <summary>Teams found.</summary>
    public long Count { get; private set; }

    /// <summary>Whether one stands at the cursor or before it.</summary>
    public bool HasPrevious { get; private set; }

    /// <summary>Whether one stands behind the page.</summary>
    public bool HasNext { get; private set; }

    public void Add(ClosedGroup team)
    {
        Count++;
        if (after is not null && team.CompareTo(after.Works, after.Members) <= 0)
        {
            HasPrevious = true;
            return;
        }

        _kept.Add(team);
        if (_kept.Count >= 2L * (size + 1))
        {
            Cut();
        }
    }

    /// <summary>The teams of the page, in their order.</summary>
    public IReadOnlyList<ClosedGroup> Rows()
    {
        Cut();
        return _kept;
    }

    private void Cut()
    {
        _kept.Sort(ClosedGroup.InOrder);
        if (_kept.Count > size)
        {
            HasNext = true;
            _kept.RemoveRange(size, _kept.Count - size);
        }
    }
}
