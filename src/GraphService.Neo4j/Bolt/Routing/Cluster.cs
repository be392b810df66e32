using GraphService.Neo4j.Bolt.Connections;
using GraphService.Neo4j.Bolt.Pool;

namespace GraphService.Neo4j.Bolt.Routing;

/// <summary>
/// The servers of a <c>neo4j://</c> URI: a routing table says who reads and who writes. It is asked for anew when it has expired or names nobody who could do
/// what is wanted, by one caller for all.
/// </summary>
internal sealed class Cluster(ConnectionSettings settings, LoginGate gate) : Servers
{
    /// <summary>How long all routers together are given; each caller waits no longer than for itself.</summary>
    private static readonly TimeSpan RefreshTime = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<ServerAddress, ConnectionPool> _pools = [];
    private RoutingTable _table = RoutingTable.Empty;
    private Task<RoutingTable>? _refresh;
    private int _turn;
    private bool _closed;

    public override async ValueTask<ConnectionPool> PickAsync(AccessMode mode, IReadOnlyList<string> bookmarks, long deadline, CancellationToken cancel)
    {
        var table = Volatile.Read(ref _table);
        if (!table.IsFresh(mode, settings.Time.Milliseconds()))
        {
            table = await RefreshedAsync(mode, bookmarks, deadline, cancel).ConfigureAwait(false);
        }

        var servers = table.For(mode);
        return servers.Count > 0
            ? LeastUsed(servers)
            : throw new ConnectionLostException(ConnectionLoss.Closed, "The cluster has no member at the moment that writes; a new leader may be being elected.");
    }

    public override void Forget(ServerAddress server)
    {
        ConnectionPool? pool;
        lock (_lock)
        {
            _table = _table.Without(server);
            _pools.TryGetValue(server, out pool);
        }

        pool?.Prune();
    }

    public override bool ForgetWriter(ServerAddress server)
    {
        lock (_lock)
        {
            _table = _table.WithoutWriter(server);
        }

        return true;
    }

    public override void ExpireConnections()
    {
        lock (_lock)
        {
            foreach (var pool in _pools.Values)
            {
                pool.Expire();
            }
        }
    }

    public override async ValueTask CloseAsync()
    {
        List<ConnectionPool> pools;
        lock (_lock)
        {
            _closed = true;
            pools = [.. _pools.Values];
            _pools.Clear();
        }

        foreach (var pool in pools)
        {
            await pool.CloseAsync().ConfigureAwait(false);
        }
    }

    private ConnectionPool PoolOf(ServerAddress server)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(BoltClient));
            if (!_pools.TryGetValue(server, out var pool))
            {
                pool = new ConnectionPool(server, settings, gate);
                _pools.Add(server, pool);
            }

            return pool;
        }
    }

    /// <summary>The server with the fewest connections in use; of equal ones, each in turn.</summary>
    private ConnectionPool LeastUsed(IReadOnlyList<ServerAddress> servers)
    {
        var first = (int)((uint)Interlocked.Increment(ref _turn) % (uint)servers.Count);
        var best = PoolOf(servers[first]);
        for (var i = 1; i < servers.Count; i++)
        {
            var other = PoolOf(servers[(first + i) % servers.Count]);
            if (other.InUse < best.InUse)
            {
                best = other;
            }
        }

        return best;
    }

    private async ValueTask<RoutingTable> RefreshedAsync(AccessMode mode, IReadOnlyList<string> bookmarks, long deadline, CancellationToken cancel)
    {
        Task<RoutingTable> refresh;
        lock (_lock)
        {
            if (_table.IsFresh(mode, settings.Time.Milliseconds()))
            {
                return _table;
            }

            if (_refresh is null or { IsCompleted: true })
            {
                _refresh = Task.Run(() => RefreshAsync(bookmarks), CancellationToken.None);
            }

            refresh = _refresh;
        }

        try
        {
            var left = deadline == Clock.Never ? Timeout.Infinite : Math.Clamp(deadline - settings.Time.Milliseconds(), 0, int.MaxValue);
            return await refresh.WaitAsync(TimeSpan.FromMilliseconds(left), settings.Time, cancel).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw new ConnectionLostException(ConnectionLoss.Deadline, "No router of the cluster answered within the time of the statement.", e);
        }
    }

    /// <summary>Asks the routers that are known, then the address of the URI, whose name is resolved anew.</summary>
    private async Task<RoutingTable> RefreshAsync(IReadOnlyList<string> bookmarks)
    {
        var deadline = settings.Time.After(RefreshTime);
        Exception? last = null;
        foreach (var router in Volatile.Read(ref _table).Routers.Append(settings.Uri.Address).Distinct().ToList())
        {
            try
            {
                var table = await AskAsync(router, bookmarks, deadline).ConfigureAwait(false);
                await TakeAsync(table, router).ConfigureAwait(false);
                return table;
            }
            catch (ServerFailureException e) when (FailureCodes.MeaningOf(e.Code).Remedy is Remedy.None or Remedy.WithoutBookmarks)
            {
                throw;
            }
            catch (Exception e) when (e is ServerFailureException or ConnectionLostException or BoltProtocolException)
            {
                settings.Log.NotRouted(router, e.Message);
                Forget(router);
                last = e;
            }
            catch (CypherException e)
            {
                // All connections to it are in use: it is there, but cannot be asked.
                settings.Log.NotRouted(router, e.Message);
                last = e;
            }
        }

        throw last!;
    }

    private async Task<RoutingTable> AskAsync(ServerAddress router, IReadOnlyList<string> bookmarks, long deadline)
    {
        var pool = PoolOf(router);
        var connection = await pool.AcquireAsync(deadline, CancellationToken.None).ConfigureAwait(false);
        try
        {
            return await connection.RouteAsync(settings.Routing!, bookmarks, deadline, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            pool.Release(connection);
        }
    }

    private async Task TakeAsync(RoutingTable table, ServerAddress router)
    {
        List<ConnectionPool> left;
        lock (_lock)
        {
            _table = table;
            left = [.. _pools.Values.Where(pool => !table.Names(pool.Address) && pool.Address != router)];
            foreach (var pool in left)
            {
                _pools.Remove(pool.Address);
            }
        }

        foreach (var pool in left)
        {
            await pool.CloseAsync().ConfigureAwait(false);
        }

        var seconds = (table.Expires - settings.Time.Milliseconds()) / 1000;
        settings.Log.Routed(router, string.Join(' ', table.Readers), string.Join(' ', table.Writers), string.Join(' ', table.Routers), seconds);
    }
}
