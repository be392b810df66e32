namespace GraphService.Neo4j.Bolt;

/// <summary>
/// What this client wrote last: reads that name it see it, on every member of a cluster. Only writes leave bookmarks here, so that who only reads never waits.
/// (Bolt specification, Bookmarks: opaque, and all that are not named by a later one count.)
/// </summary>
internal sealed class Bookmarks
{
    private volatile IReadOnlyList<string> _current = [];
    private readonly Lock _lock = new();

    public IReadOnlyList<string> Current => _current;

    /// <summary>A write that had seen some bookmarks ended with a new one.</summary>
    public void Replace(IReadOnlyList<string> seen, string newest)
    {
        lock (_lock)
        {
            _current = [.. _current.Where(other => !seen.Contains(other) && other != newest), newest];
        }
    }

    public void Forget()
    {
        lock (_lock)
        {
            _current = [];
        }
    }
}
