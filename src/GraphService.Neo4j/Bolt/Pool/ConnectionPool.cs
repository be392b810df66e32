using GraphService.Neo4j.Bolt.Connections;

namespace GraphService.Neo4j.Bolt.Pool;

/// <summary>The connections to one server: the one given back last is used first, so that the others can grow old and be closed.</summary>
#pragma warning disable CA1001 // A semaphore whose wait handle nobody asks for holds nothing to dispose, and callers may still use it.
internal sealed class ConnectionPool(ServerAddress address, ConnectionSettings settings, LoginGate gate)
#pragma warning restore CA1001
{
    private readonly Lock _lock = new();
    private readonly List<BoltConnection> _idle = [];
    private readonly SemaphoreSlim _slots = new(settings.Options.MaxConnections);
    private readonly TimeProvider _time = settings.Time;
    private long _bornAfter = -1;
    private bool _closed;

    public ServerAddress Address => address;

    /// <summary>How many connections are in use.</summary>
    public int InUse => settings.Options.MaxConnections - _slots.CurrentCount;

    /// <summary>A connection that is ready for a statement; it must be given back (<see cref="Release"/>).</summary>
    public async ValueTask<BoltConnection> AcquireAsync(long deadline, CancellationToken cancel)
    {
        if (!_slots.Wait(0, CancellationToken.None))
        {
            await WaitForSlotAsync(deadline, cancel).ConfigureAwait(false);
        }

        try
        {
            while (TryTakeIdle() is { } connection)
            {
                if (IsTooOld(connection) || !connection.IsQuiet())
                {
                    Drop(connection, "it was closed by the server, or is too old.");
                    continue;
                }

                if (!HasRested(connection) || await connection.TryResetAsync().ConfigureAwait(false))
                {
                    return connection;
                }

                // The others have been idle for longer; trying one after the other would take the caller's time.
                Drop([connection, .. TakeAllIdle()], "the server does not answer on it, or not on one that was idle for less time.");
            }

            return await OpenAsync(deadline, cancel).ConfigureAwait(false);
        }
        catch
        {
            _slots.Release();
            throw;
        }
    }

    /// <summary>Takes a connection back.</summary>
    public void Release(BoltConnection connection)
    {
        var keep = connection.IsUsable && !IsTooOld(connection);
        if (keep)
        {
            connection.Rest();
            lock (_lock)
            {
                keep = !_closed;
                if (keep)
                {
                    _idle.Add(connection);
                }
            }
        }

        if (!keep)
        {
            Drop(connection, connection.IsUsable ? "it has grown too old." : "its last statement left it unusable.");
        }

        DropOldest();
        _slots.Release();
    }

    /// <summary>A connection was lost: closes the idle ones that the server has closed too.</summary>
    public void Prune()
    {
        List<BoltConnection> gone;
        lock (_lock)
        {
            gone = _idle.FindAll(static connection => !connection.IsQuiet());
            _idle.RemoveAll(gone.Contains);
        }

        Drop(gone, "it was closed by the server.");
    }

    /// <summary>The connections opened so far are not used again.</summary>
    public void Expire() => Volatile.Write(ref _bornAfter, _time.Milliseconds());

    /// <summary>Closes the idle connections; those in use are closed when they are given back.</summary>
    public async ValueTask CloseAsync()
    {
        List<BoltConnection> idle;
        lock (_lock)
        {
            _closed = true;
            idle = [.. _idle];
            _idle.Clear();
        }

        foreach (var connection in idle)
        {
            await connection.CloseAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask WaitForSlotAsync(long deadline, CancellationToken cancel)
    {
        var (left, isDeadline) = Left(deadline, settings.Options.AcquisitionTimeout);
        using var timeout = new CancellationTokenSource(left, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            await _slots.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            cancel.ThrowIfCancellationRequested();
            var inUse = $"All {settings.Options.MaxConnections} connections to {address} are in use, and none became free in time. Allow more connections, or fewer requests at once.";
            throw isDeadline
                ? new ConnectionLostException(ConnectionLoss.Deadline, inUse, e)
                : new CypherException(CypherFailure.Unavailable, inUse, inner: e);
        }
    }

    private BoltConnection? TryTakeIdle()
    {
        lock (_lock)
        {
            if (_idle.Count == 0)
            {
                return null;
            }

            var connection = _idle[^1];
            _idle.RemoveAt(_idle.Count - 1);
            return connection;
        }
    }

    private List<BoltConnection> TakeAllIdle()
    {
        lock (_lock)
        {
            List<BoltConnection> idle = [.. _idle];
            _idle.Clear();
            return idle;
        }
    }

    private bool HasRested(BoltConnection connection)
    {
        return _time.Milliseconds() - connection.IdleSince >= (long)settings.Options.LivenessCheckAfter.TotalMilliseconds;
    }

    private bool IsTooOld(BoltConnection connection)
    {
        return connection.Born <= Volatile.Read(ref _bornAfter)
            || _time.Milliseconds() - connection.Born > (long)settings.Options.ConnectionLifetime.TotalMilliseconds;
    }

    /// <summary>The one that has been idle longest is seldom reached from the other end.</summary>
    private void DropOldest()
    {
        BoltConnection? oldest = null;
        lock (_lock)
        {
            if (_idle.Count > 1 && IsTooOld(_idle[0]))
            {
                oldest = _idle[0];
                _idle.RemoveAt(0);
            }
        }

        if (oldest is not null)
        {
            Drop(oldest, "it has grown too old.");
        }
    }

    private void Drop(BoltConnection connection, string reason) => Drop([connection], reason);

    private void Drop(List<BoltConnection> connections, string reason)
    {
        foreach (var connection in connections)
        {
            settings.Log.Dropped(address, reason);
            connection.Dispose();
        }
    }

    private async ValueTask<BoltConnection> OpenAsync(long deadline, CancellationToken cancel)
    {
        var (left, isDeadline) = Left(deadline, settings.Options.ConnectTimeout);
        using var timeout = new CancellationTokenSource(left, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            return await gate.OpenAsync(address, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            cancel.ThrowIfCancellationRequested();
            throw isDeadline
                ? new ConnectionLostException(ConnectionLoss.Deadline, $"The time of the statement was over before {address} had taken a connection.", e)
                : new ConnectionLostException(ConnectionLoss.Closed, $"{address} did not take a connection and a login within {left.TotalSeconds:0.#} seconds.", e);
        }
    }

    /// <summary>The time until the deadline, but no more than so much; and which of them it is, as a timer can fire before the clock says so.</summary>
    private (TimeSpan Left, bool IsDeadline) Left(long deadline, TimeSpan most)
    {
        var untilDeadline = Math.Max(0, deadline - _time.Milliseconds());
        var limit = (long)Math.Min(Math.Ceiling(most.TotalMilliseconds), int.MaxValue);
        return (TimeSpan.FromMilliseconds(Math.Min(untilDeadline, limit)), untilDeadline <= limit);
    }
}
