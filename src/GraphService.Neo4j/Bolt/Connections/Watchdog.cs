namespace GraphService.Neo4j.Bolt.Connections;

/// <summary>
/// Cuts a connection when what is waited for does not come in time. The timer is left to run while nothing is waited for, and is set again when it fires: a run
/// that ends in time costs no timer.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly Action _cut;
    private readonly ITimer _timer;
    private long _until = Clock.Never;
    private long _armed = Clock.Never;

    public Watchdog(TimeProvider time, Action cut)
    {
        _time = time;
        _cut = cut;
        _timer = time.CreateTimer(static self => ((Watchdog)self!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether it has cut the connection.</summary>
    public bool HasCut { get; private set; }

    /// <summary>From now on, cuts at this time.</summary>
    public void Watch(long until)
    {
        lock (_lock)
        {
            _until = until;
            if (until < _armed)
            {
                Arm(until);
            }
        }
    }

    /// <summary>Nothing is waited for.</summary>
    public void Rest()
    {
        lock (_lock)
        {
            _until = Clock.Never;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void OnTimer()
    {
        lock (_lock)
        {
            _armed = Clock.Never;
            if (_until == Clock.Never || HasCut)
            {
                return;
            }

            if (_until > _time.Milliseconds())
            {
                Arm(_until);
                return;
            }

            HasCut = true;
        }

        _cut();
    }

    private void Arm(long until)
    {
        _armed = until;
        // A timer takes no more than 49 days; it is set again when it fires.
        var wait = Math.Clamp(until - _time.Milliseconds(), 1, int.MaxValue);
        _timer.Change(TimeSpan.FromMilliseconds(wait), Timeout.InfiniteTimeSpan);
    }
}
