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
    private readonly ParameterWriter _parameters = new();

    // How many requests have no answer yet. An answer is SUCCESS, FAILURE or IGNORED; records stand before it.
    private int _outstanding;
    private bool _runAnswered;
    private long _rows;
    private string? _bookmark;

    private BoltConnection(Transport transport, ConnectionSettings settings)
    {
        _transport = transport;
        _settings = settings;
        Born = IdleSince = settings.Time.Milliseconds();
    }

    private enum Step
    {
        Receive,
        Pull,
        Done,
    }

    private delegate T AnswerReader<T>(ref PackStreamReader metadata);

    public ServerAddress Address => _transport.Address;

    public BoltVersion Version { get; private set; }

    /// <summary>When it was opened.</summary>
    public long Born { get; }

    /// <summary>When it was last given back.</summary>
    public long IdleSince { get; private set; }

    /// <summary>How far the last run came.</summary>
    public RunProgress Progress { get; private set; }

    /// <summary>Whether it can be used again.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>Connects, agrees on a version and logs in.</summary>
    public static async Task<BoltConnection> OpenAsync(ServerAddress address, ConnectionSettings settings, CancellationToken cancel)
    {
        Transport transport = await Transport.ConnectAsync(address, settings, cancel).ConfigureAwait(false);
        BoltConnection connection = new(transport, settings);
        try
        {
            HandshakeChoice choice = await connection.AgreeAsync(cancel).ConfigureAwait(false);
            await connection.LogInAsync(choice, cancel).ConfigureAwait(false);
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
        Progress = RunProgress.NotSent;
        WriteRun(run);
        _runAnswered = false;
        _rows = 0;
        _bookmark = null;
        _transport.Begin(deadline);
        try
        {
            Progress = RunProgress.Sent;
            await FlushAsync(cancel).ConfigureAwait(false);
            for (; ; )
            {
                switch (Advance(rows))
                {
                    case Step.Receive:
                        await _transport.ReceiveAsync(cancel).ConfigureAwait(false);
                        break;
                    case Step.Pull:
                        // Never ahead of has_more: a PULL that arrives behind the end of the result costs the connection.
                        Requests.Pull(_transport.Outgoing, _settings.Options.FetchSize);
                        _outstanding++;
                        await FlushAsync(cancel).ConfigureAwait(false);
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
        _outstanding = 1;
        _transport.Begin(deadline);
        try
        {
            await FlushAsync(cancel).ConfigureAwait(false);
            return await AnswerAsync((ref PackStreamReader metadata) => RoutingTable.Read(ref metadata, _settings.Time.Milliseconds()), cancel).ConfigureAwait(false);
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
            _outstanding++;
            _transport.Begin(_settings.Time.After(ResetTime));
            await FlushAsync(CancellationToken.None).ConfigureAwait(false);
            bool success;
            while (!TrySkipToLastAnswer(out success))
            {
                await _transport.ReceiveAsync(CancellationToken.None).ConfigureAwait(false);
            }
            IsUsable &= success;
        }
        catch (Exception e) when (e is ConnectionLostException or BoltProtocolException)
        {
            IsUsable = false;
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
        if (IsUsable)
        {
            try
            {
                Requests.Goodbye(_transport.Outgoing);
                _transport.Begin(_settings.Time.After(GoodbyeTime));
                await FlushAsync(CancellationToken.None).ConfigureAwait(false);
            }
            catch (ConnectionLostException)
            {
                // The server was gone before.
            }
        }
        Dispose();
    }

    public void Dispose()
    {
        IsUsable = false;
        _transport.Dispose();
    }

    private async ValueTask<HandshakeChoice> AgreeAsync(CancellationToken cancel)
    {
        _transport.Outgoing.Raw(Handshake.Offer);
        try
        {
            await FlushAsync(cancel).ConfigureAwait(false);
            HandshakeChoice choice;
            int length;
            while ((length = Handshake.Read(_transport.Incoming.Peek(), out choice)) == 0)
            {
                await _transport.ReceiveAsync(cancel).ConfigureAwait(false);
            }
            _transport.Incoming.Consume(length);
            return choice;
        }
        catch (ConnectionLostException e)
        {
            string tls = _settings.Uri.Tls ? "" : "it may take TLS only (then use the scheme with +s or +ssc), or ";
            throw new ConnectionLostException(
                e.Loss, $"{Address} closed the connection without an answer to the handshake: {tls}it is no Bolt port, or it knows no version that this client speaks (5.8 to 5.0 and 4.4).", e);
        }
    }

    private async ValueTask LogInAsync(HandshakeChoice choice, CancellationToken cancel)
    {
        Version = choice.Version;
        if (choice.FromManifest)
        {
            _transport.Outgoing.Raw(Handshake.Answer(Version));
        }
        Requests.Hello(_transport.Outgoing, Version, _settings.Login, _settings.Routing);
        _outstanding = 1;
        if (Version.HasLogon)
        {
            Requests.Logon(_transport.Outgoing, _settings.Login);
            _outstanding = 2;
        }
        await FlushAsync(cancel).ConfigureAwait(false);

        HelloSummary hello = await AnswerAsync(Answers.ReadHello, cancel).ConfigureAwait(false);
        bool expired = hello.CredentialsExpired;
        if (Version.HasLogon)
        {
            expired |= (await AnswerAsync(Answers.ReadHello, cancel).ConfigureAwait(false)).CredentialsExpired;
        }
        if (expired)
        {
            throw new ServerFailureException(FailureCodes.CredentialsExpired);
        }
        _transport.SilenceMilliseconds = hello.SilenceSeconds is { } seconds and < int.MaxValue ? seconds * 1000 : Clock.Never;
        _transport.Rest();
        _settings.Log.Opened(Address, hello.Server ?? "?", Version.ToString());
    }

    private void WriteRun(in RunRequest run)
    {
        try
        {
            Requests.Run(_transport.Outgoing, _parameters, run);
            Requests.Pull(_transport.Outgoing, _settings.Options.FetchSize);
            _outstanding = 2;
        }
        catch
        {
            _transport.Outgoing.Clear();
            throw;
        }
    }

    /// <summary>Half a flush cannot be taken back.</summary>
    private async ValueTask FlushAsync(CancellationToken cancel)
    {
        try
        {
            await _transport.FlushAsync(cancel).ConfigureAwait(false);
        }
        catch
        {
            IsUsable = false;
            throw;
        }
    }

    // The hot path of a result: everything that was received is pushed before more is asked for.
    private Step Advance(IRowSink rows)
    {
        while (_transport.Incoming.TryRead(out ReadOnlySpan<byte> bytes))
        {
            PackStreamReader message = new(bytes);
            switch (Answers.Begin(ref message))
            {
                case MessageTag.Record when _runAnswered:
                    Progress = RunProgress.RowsPushed;
                    RowReader.Push(ref message, rows, ++_rows);
                    message.ExpectEnd();
                    break;
                case MessageTag.Success when !_runAnswered:
                    _outstanding--;
                    _runAnswered = true;
                    Progress = RunProgress.Begun;
                    break;
                case MessageTag.Success:
                    _outstanding--;
                    PullSummary summary = Answers.ReadPull(ref message);
                    _bookmark = summary.Bookmark;
                    return summary.HasMore ? Step.Pull : Step.Done;
                case MessageTag.Failure:
                    _outstanding--;
                    throw new ServerFailureException(Answers.ReadFailure(ref message));
                default:
                    throw new BoltProtocolException("The server answered a statement with a message that cannot stand there.");
            }
        }
        return Step.Receive;
    }

    private async ValueTask<T> AnswerAsync<T>(AnswerReader<T> read, CancellationToken cancel)
    {
        T answer;
        while (!TryAnswer(read, out answer))
        {
            await _transport.ReceiveAsync(cancel).ConfigureAwait(false);
        }
        return answer;
    }

    private bool TryAnswer<T>(AnswerReader<T> read, out T answer)
    {
        if (!_transport.Incoming.TryRead(out ReadOnlySpan<byte> bytes))
        {
            answer = default!;
            return false;
        }
        PackStreamReader message = new(bytes);
        byte tag = Answers.Begin(ref message);
        _outstanding--;
        answer = tag switch
        {
            MessageTag.Success => read(ref message),
            MessageTag.Failure => throw new ServerFailureException(Answers.ReadFailure(ref message)),
            _ => throw new BoltProtocolException("The server answered with a message that cannot stand there."),
        };
        return true;
    }

    private bool TrySkipToLastAnswer(out bool success)
    {
        while (_transport.Incoming.TryRead(out ReadOnlySpan<byte> bytes))
        {
            PackStreamReader message = new(bytes);
            byte tag = Answers.Begin(ref message);
            if (tag != MessageTag.Record && --_outstanding == 0)
            {
                success = tag == MessageTag.Success;
                return true;
            }
        }
        success = false;
        return false;
    }

    /// <summary>After a failure: back to where a statement can be run, or of no more use.</summary>
    private async ValueTask RecoverAsync(Exception failure)
    {
        if (failure is BoltProtocolException or ConnectionLostException || (failure is ServerFailureException { Code: var code } && FailureCodes.CostsConnection(code)))
        {
            IsUsable = false;
        }
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
