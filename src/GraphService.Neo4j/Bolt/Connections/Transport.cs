using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using GraphService.Neo4j.Bolt.Chunking;

namespace GraphService.Neo4j.Bolt.Connections;

/// <summary>A socket, with or without TLS, and the messages of both directions. One caller at a time uses it.</summary>
internal sealed class Transport : IDisposable
{
    private readonly Socket _socket;
    private readonly Stream _stream;
    private readonly Watchdog _watchdog;
    private readonly TimeProvider _time;
    private long _deadline = Clock.Never;

    private Transport(ServerAddress address, Socket socket, Stream stream, ConnectionSettings settings)
    {
        Address = address;
        _socket = socket;
        _stream = stream;
        _time = settings.Time;
        _watchdog = new Watchdog(_time, socket.Dispose);
        Incoming = new MessageReader(settings.Options.MaxMessageBytes);
    }

    public ServerAddress Address { get; }

    public MessageWriter Outgoing { get; } = new();

    public MessageReader Incoming { get; }

    /// <summary>How long the server may be silent while an answer is expected; <see cref="Clock.Never"/>: as long as it likes.</summary>
    public long SilenceMilliseconds { get; set; } = Clock.Never;

    public static async Task<Transport> ConnectAsync(ServerAddress address, ConnectionSettings settings, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // Resolves the name each time, and tries one address after the other.
            await socket.ConnectAsync(new DnsEndPoint(address.Host, address.Port), cancel).ConfigureAwait(false);
            Stream stream = new NetworkStream(socket, ownsSocket: true);
            if (settings.Uri.Tls)
            {
                stream = await SecureAsync(stream, address, settings.Uri.AnyCertificate, cancel).ConfigureAwait(false);
            }

            return new Transport(address, socket, stream, settings);
        }
        catch (Exception e)
        {
            socket.Dispose();
            throw e is SocketException refused
                ? new ConnectionLostException(ConnectionLoss.Closed, $"{address} cannot be reached ({refused.SocketErrorCode}).", e)
                : e;
        }
    }

    /// <summary>From now on the call must end before this time.</summary>
    public void Begin(long deadline)
    {
        _deadline = deadline;
        _watchdog.Watch(deadline);
    }

    /// <summary>The call has ended: the memory is given back, and nothing is waited for.</summary>
    public void Rest()
    {
        _deadline = Clock.Never;
        _watchdog.Rest();
        Incoming.Release();
    }

    /// <summary>Sends what was written, in one piece. Canceled in the middle of it, the connection is of no more use.</summary>
    public async ValueTask FlushAsync(CancellationToken cancel)
    {
        try
        {
            await _stream.WriteAsync(Outgoing.Pending, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or SocketException)
        {
            throw Lost(e);
        }
        finally
        {
            Outgoing.Clear();
        }
    }

    /// <summary>Receives more. Canceled, nothing is lost: it can be called again.</summary>
    public async ValueTask ReceiveAsync(CancellationToken cancel)
    {
        int received;
        if (SilenceMilliseconds != Clock.Never)
        {
            _watchdog.Watch(Math.Min(_deadline, Clock.Add(_time.Milliseconds(), SilenceMilliseconds)));
        }

        try
        {
            received = await _stream.ReadAsync(Incoming.Room(), cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or SocketException)
        {
            throw Lost(e);
        }

        if (received == 0)
        {
            throw Lost(null);
        }

        Incoming.Received(received);
        if (SilenceMilliseconds != Clock.Never)
        {
            // What the sink does with the rows may take its time.
            _watchdog.Watch(_deadline);
        }
    }

    /// <summary>
    /// Whether an idle connection still stands: the server has neither closed it nor said anything that nobody asked for, as it does when it shuts down. Signs of
    /// life (NOOP) are read over.
    /// </summary>
    public bool IsQuiet()
    {
        try
        {
            while (!_watchdog.HasCut && _socket.Poll(0, SelectMode.SelectRead))
            {
                if (_stream is SslStream || _socket.Available == 0)
                {
                    return false;
                }

                Incoming.Received(_socket.Receive(Incoming.Room().Span));
                if (Incoming.TryRead(out _) || Incoming.HasBytes)
                {
                    return false;
                }
            }

            return !_watchdog.HasCut;
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException or BoltProtocolException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _watchdog.Dispose();
        _stream.Dispose();
        _socket.Dispose();
        Incoming.Dispose();
        Outgoing.Dispose();
    }

    private ConnectionLostException Lost(Exception? inner)
    {
        if (!_watchdog.HasCut)
        {
            return new ConnectionLostException(ConnectionLoss.Closed, $"{Address} closed the connection.", inner);
        }

        return _deadline <= _time.Milliseconds()
            ? new ConnectionLostException(ConnectionLoss.Deadline, $"{Address} did not answer within the time of the statement; the connection was cut.", inner)
            : new ConnectionLostException(ConnectionLoss.Silent, $"{Address} gave no sign of life for {SilenceMilliseconds / 1000} seconds; the connection was cut.", inner);
    }

    private static async Task<SslStream> SecureAsync(Stream inner, ServerAddress address, bool anyCertificate, CancellationToken cancel)
    {
        var secure = new SslStream(inner);
        var options = new SslClientAuthenticationOptions() { TargetHost = address.Host };
        if (anyCertificate)
        {
#pragma warning disable CA5359 // The scheme +ssc asks for exactly this: TLS with a certificate that nobody vouches for.
            options.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
        }

        try
        {
            await secure.AuthenticateAsClientAsync(options, cancel).ConfigureAwait(false);
            return secure;
        }
        catch (AuthenticationException e)
        {
            await secure.DisposeAsync().ConfigureAwait(false);
            throw new BoltProtocolException(
                "TLS failed: the server's certificate is not trusted by this machine or is for another name, or it does not speak TLS. "
                + "Install a certificate that is trusted, or use +ssc to accept any, or the scheme without +s when the server has no TLS.",
                e);
        }
        catch (IOException e)
        {
            await secure.DisposeAsync().ConfigureAwait(false);
            throw new ConnectionLostException(
                ConnectionLoss.Closed, $"{address} closed the connection while TLS was set up; it may not speak TLS: then use the scheme without +s.", e);
        }
    }
}
