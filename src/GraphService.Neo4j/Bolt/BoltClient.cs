using GraphService.Neo4j.Bolt.Connections;
using GraphService.Neo4j.Bolt.Messages;
using GraphService.Neo4j.Bolt.Pool;
using GraphService.Neo4j.Bolt.Routing;
using Microsoft.Extensions.Logging;

namespace GraphService.Neo4j.Bolt;

/// <summary>Runs statements over Bolt, versions 4.4 and 5.0 to 5.8, on one server or a cluster. Connections are opened when they are needed.</summary>
public sealed class BoltClient : ICypherClient
{
    /// <summary>The server stops a statement by itself; only when it does not, the connection is cut so much later.</summary>
    private const long Grace = 1000;

    private readonly ConnectionSettings _settings;
    private readonly LoginGate _gate;
    private readonly Servers _servers;
    private readonly Bookmarks _bookmarks = new();
    private readonly Retries _retries;
    private volatile bool _disposed;

    /// <param name="options">Where the database is, and who asks.</param>
    /// <param name="logger">Hears of connections, retries and refused logins; never of credentials, values or texts of the server.</param>
    /// <exception cref="ArgumentException">The options cannot be used; the message says what to change.</exception>
    public BoltClient(CypherClientOptions options, ILogger? logger = null)
    {
        OptionsCheck.Check(options);
        _settings = new ConnectionSettings(options, CypherUri.Parse(options.Uri), new BoltLog(logger));
        _gate = new LoginGate(_settings);
        _servers = _settings.Uri.Routed
            ? new Cluster(_settings, _gate)
            : new SingleServer(new ConnectionPool(_settings.Uri.Address, _settings, _gate));
        _retries = new Retries(_settings, _servers, _bookmarks);
    }

    /// <inheritdoc/>
    public async ValueTask RunAsync(CypherStatement statement, ICypherParameters parameters, IRowSink rows, CypherRun run, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(rows);
        var call = new Call(run.Mode, _settings.Time.After(run.Timeout));
        for (; ; )
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            cancel.ThrowIfCancellationRequested();
            call.Attempt++;
            call.Progress = RunProgress.NotSent;
            call.Server = _settings.Uri.Address;
            try
            {
                await TryAsync(call, statement, parameters, rows, cancel).ConfigureAwait(false);
                return;
            }
            catch (Exception e) when (e is ServerFailureException or ConnectionLostException or BoltProtocolException)
            {
                var delay = _retries.Judge(call, e);
                await Task.Delay(TimeSpan.FromMilliseconds(delay), _settings.Time, cancel).ConfigureAwait(false);
                rows.Restart();
            }
        }
    }

    /// <inheritdoc/>
    public void ForgetBookmarks() => _bookmarks.Forget();

    /// <summary>Closes the idle connections with a GOODBYE; those in use are closed when their statements end.</summary>
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        await _servers.CloseAsync().ConfigureAwait(false);
    }

    private async ValueTask TryAsync(Call call, CypherStatement statement, ICypherParameters parameters, IRowSink rows, CancellationToken cancel)
    {
        var bookmarks = _bookmarks.Current;
        var pool = await _servers.PickAsync(call.Mode, bookmarks, call.Deadline, cancel).ConfigureAwait(false);
        call.Server = pool.Address;
        var connection = await pool.AcquireAsync(call.Deadline, cancel).ConfigureAwait(false);
        try
        {
            var request = new RunRequest(statement, parameters, call.Mode, Left(call.Deadline), _settings.Options.Database, bookmarks);
            string? bookmark = await connection.RunAsync(request, rows, Clock.Add(call.Deadline, Grace), cancel).ConfigureAwait(false);
            if (call.Mode == AccessMode.Write && bookmark is not null)
            {
                _bookmarks.Replace(bookmarks, bookmark);
            }
        }
        finally
        {
            call.Progress = connection.Progress;
            pool.Release(connection);
        }
    }

    /// <summary>What the server is told: 0 is for ever.</summary>
    private long Left(long deadline)
    {
        if (deadline == Clock.Never)
        {
            return 0;
        }

        var left = deadline - _settings.Time.Milliseconds();
        return left > 0 ? left : throw new ConnectionLostException(ConnectionLoss.Deadline, "The time of the statement was over before it could be sent.");
    }
}
