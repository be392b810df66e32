using GraphService.Neo4j.Bolt.Messages;
using GraphService.Neo4j.Bolt.PackStream;
using GraphService.Neo4j.Bolt.Routing;

namespace GraphService.Neo4j.Bolt.Connections;

/// <summary>
/// A connection that is logged in. One caller at a time uses it; whatever fails, it then is either ready for the next one or not <see cref="IsUsable"/>. (Bolt
/// specification, Server State.)
/// </summary>
internal sealed class BoltConnection : IDisposable
{
    /// <summary>How long the server may take to stop a statement (2 ms are usual) before the connection is cut.</summary>
    private static readonly TimeSpan ResetTime = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan GoodbyeTime = TimeSpan.FromMilliseconds(500);

    private readonly ConnectionSettings _settings;
    private readonly Transport _transport;
    private readonly Exchange _exchange;
    private readonly ParameterWriter _parameters = new();
    private long _rows;
    private string? _bookmark;

    private BoltConnection(Transport transport, ConnectionSettings settings)
    {
        _transport = transport;
        _exchange = new Exchange(transport);
        _settings = settings;
        Born = IdleSince = settings.Time.Milliseconds();
    }

    private enum Step
    {
        Receive,
        Pull,
        Done,
    }

    /// <summary>When it was opened.</summary>
    public long Born { get; }

    /// <summary>When it was last given back.</summary>
    public long IdleSince { get; private set; }

    /// <summary>How far the last run came.</summary>
    public RunProgress Progress { get; private set; }

    /// <summary>Whether it can be used again.</summary>
    public bool IsUsable => !_exchange.IsBroken;

    /// <summary>Connects, agrees on a version and logs in.</summary>
    public static async Task<BoltConnection> OpenAsync(ServerAddress address, ConnectionSettings settings, CancellationToken cancel)
    {
        var connection = new BoltConnection(await Transport.ConnectAsync(address, settings, cancel).ConfigureAwait(false), settings);
        try
        {
            await Opening.OpenAsync(connection._exchange, settings, cancel).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>It was given back.</summary>
    public void Rest()
    {
        IdleSince = _settings.Time.Milliseconds();
        Progress = RunProgress.NotSent;
    }

    /// <summary>Runs a statement and pushes its rows; the bookmark, if the server gave one.</summary>
    public async ValueTask<string?> RunAsync(RunRequest run, IRowSink rows, long deadline, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        WriteRun(run);
        _rows = 0;
        _bookmark = null;
        _transport.Begin(deadline);
        try
        {
            Progress = RunProgress.Sent;
            await _exchange.FlushAsync(2, cancel).ConfigureAwait(false);
            for (; ; )
            {
                switch (Advance(rows))
                {
                    case Step.Receive:
                        await _exchange.ReceiveAsync(cancel).ConfigureAwait(false);
                        break;
                    case Step.Pull:
                        // Never ahead of has_more: a PULL that arrives behind the end of the result costs the connection.
                        cancel.ThrowIfCancellationRequested();
                        Requests.Pull(_transport.Outgoing, _settings.Options.FetchSize);
                        await _exchange.FlushAsync(1, cancel).ConfigureAwait(false);
                        break;
                    default:
                        return _bookmark;
                }
            }
        }
        catch (Exception e)
        {
            await RecoverAsync(e).ConfigureAwait(false);
            throw;
        }
        finally
        {
            _transport.Rest();
        }
    }

    /// <summary>Asks for the routing table.</summary>
    public async ValueTask<RoutingTable> RouteAsync(RoutingContext routing, IReadOnlyList<string> bookmarks, long deadline, CancellationToken cancel)
    {
        Requests.Route(_transport.Outgoing, routing, bookmarks, _settings.Options.Database);
        _transport.Begin(deadline);
        try
        {
            await _exchange.FlushAsync(1, cancel).ConfigureAwait(false);
            return await _exchange.AnswerAsync((ref metadata) => RoutingTable.Read(ref metadata, _settings.Time.Milliseconds()), cancel).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            await RecoverAsync(e).ConfigureAwait(false);
            throw;
        }
        finally
        {
            _transport.Rest();
        }
    }

    /// <summary>
    /// Stops what the server does and brings it back to where a statement can be run. Behind RESET come the answers to what was asked before (records still
    /// in flight; FAILURE or IGNORED), then SUCCESS.
    /// </summary>
    /// <returns>False: the connection is of no more use.</returns>
    public async ValueTask<bool> TryResetAsync()
    {
        try
        {
            Requests.Reset(_transport.Outgoing);
            _transport.Begin(_settings.Time.After(ResetTime));
            await _exchange.FlushAsync(1, CancellationToken.None).ConfigureAwait(false);
            _exchange.IsBroken |= !await _exchange.LastAnswerAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ConnectionLostException or BoltProtocolException)
        {
            _exchange.IsBroken = true;
        }
        finally
        {
            _transport.Rest();
        }

        return IsUsable;
    }

    /// <summary>Whether the idle connection still stands, as far as can be seen without asking the server.</summary>
    public bool IsQuiet() => _transport.IsQuiet();

    /// <summary>Says GOODBYE and closes.</summary>
    public async ValueTask CloseAsync()
    {
        try
        {
            Requests.Goodbye(_transport.Outgoing);
            _transport.Begin(_settings.Time.After(GoodbyeTime));
            await _exchange.FlushAsync(0, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ConnectionLostException)
        {
            // The server was gone before.
        }

        Dispose();
    }

    public void Dispose()
    {
        _exchange.IsBroken = true;
        _transport.Dispose();
    }

    private void WriteRun(in RunRequest run)
    {
        try
        {
            Requests.Run(_transport.Outgoing, _parameters, run);
            Requests.Pull(_transport.Outgoing, _settings.Options.FetchSize);
        }
        catch
        {
            // The caller's parameters are wrong, and nothing was sent.
            _transport.Outgoing.Clear();
            throw;
        }
    }

    // The hot path of a result: everything that was received is pushed before more is asked for.
    private Step Advance(IRowSink rows)
    {
        while (_exchange.TryRead(out var message, out var tag))
        {
            switch (tag)
            {
                case MessageTag.Record when Progress >= RunProgress.Begun:
                    Progress = RunProgress.RowsPushed;
                    RowReader.Push(ref message, rows, ++_rows);
                    message.ExpectEnd();
                    break;
                case MessageTag.Success when Progress == RunProgress.Sent:
                    Progress = RunProgress.Begun;
                    break;
                case MessageTag.Success:
                    var summary = Answers.ReadPull(ref message);
                    _bookmark = summary.Bookmark;
                    return summary.HasMore ? Step.Pull : Step.Done;
                case MessageTag.Failure:
                    throw new ServerFailureException(Answers.ReadFailure(ref message));
                default:
                    throw new BoltProtocolException("The server answered a statement with a message that cannot stand there.");
            }
        }

        return Step.Receive;
    }

    /// <summary>After a failure: back to where a statement can be run, or of no more use.</summary>
    private async ValueTask RecoverAsync(Exception failure)
    {
        _exchange.IsBroken |= failure is BoltProtocolException or ConnectionLostException
            || (failure is ServerFailureException { Code: var code } && FailureCodes.CostsConnection(code));
        if (IsUsable)
        {
            await TryResetAsync().ConfigureAwait(false);
        }
    }
}

/// <summary>How far a run came: what has surely not happened, and what may have.</summary>
internal enum RunProgress
{
    /// <summary>The server has not heard of it.</summary>
    NotSent,

    /// <summary>It may be at work on it.</summary>
    Sent,

    /// <summary>It has opened the result.</summary>
    Begun,

    /// <summary>Rows have reached the sink.</summary>
    RowsPushed,
}
