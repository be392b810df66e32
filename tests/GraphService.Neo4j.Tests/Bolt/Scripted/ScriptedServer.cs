using System.Net;
using System.Net.Sockets;

namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>
/// A Bolt server on a port of its own that plays one script on each connection, in the order in which they are opened, and reports what the client did
/// otherwise.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    /// <summary>How long anything may take that does not fail; far more than it takes on any machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Script> _scripts;
    private readonly Delivery _delivery;
    private readonly List<ScriptedConnection> _connections = [];
    private readonly List<Task> _playing = [];
    private readonly List<string> _faults = [];
    private readonly Dictionary<int, string> _at = [];
    private readonly Task _accepting;
    private readonly Func<int, Script>? _others;

    private ScriptedServer(Delivery delivery, List<Script> scripts, Func<int, Script>? others = null)
    {
        _others = others;
        _delivery = delivery;
        _scripts = scripts;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = Accept();
    }

    public int Port { get; }

    /// <summary>As routing tables name it.</summary>
    public string Address => $"127.0.0.1:{Port}";

    /// <summary>The connections that were opened, in order.</summary>
    public IReadOnlyList<ScriptedConnection> Connections
    {
        get
        {
            lock (_connections)
            {
                return [.. _connections];
            }
        }
    }

    /// <summary>Every message of the client, connection by connection, without those that open and close a connection.</summary>
    public IReadOnlyList<BoltMessage> Received =>
        [.. Connections.SelectMany(connection => connection.Received).Where(message => message.Name is not ("HELLO" or "LOGON" or "GOODBYE"))];

    /// <summary>The names of <see cref="Received"/>.</summary>
    public string Names => string.Join(' ', Received.Select(message => message.Name));

    public static ScriptedServer Start(params List<Script> scripts) => new(Delivery.Plain, scripts);

    public static ScriptedServer Start(Delivery delivery, params List<Script> scripts) => new(delivery, scripts);

    /// <summary>Plays a script on every connection, however many there are; each has a number.</summary>
    public static ScriptedServer Always(Func<int, Script> script) => new(Delivery.Plain, [], script);

    /// <summary>Plays one more connection: for scripts that name the server's own address.</summary>
    public void Add(Script script)
    {
        lock (_connections)
        {
            _scripts.Add(script);
        }
    }

    /// <summary>From here on, connections are refused.</summary>
    public void Refuse() => _listener.Stop();

    /// <summary>What the client did otherwise than the scripts say.</summary>
    public string Faults
    {
        get
        {
            lock (_connections)
            {
                return string.Join(Environment.NewLine, _faults);
            }
        }
    }

    /// <summary>Waits until the client has ended every connection; throws when it did not do what the scripts say.</summary>
    public async Task Finished()
    {
        try
        {
            await Task.WhenAll(Playing()).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            Fault("The scripts were not played to their ends: they wait for " + string.Join("; ", _at.Values) + ".");
        }

        if (Connections.Count < _scripts.Count)
        {
            Fault($"{Connections.Count} connections were opened, not {_scripts.Count}.");
        }

        if (Faults.Length > 0)
        {
            throw new ScriptException(Faults);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        foreach (var connection in Connections)
        {
            connection.Dispose();
        }
    }

    private Task[] Playing()
    {
        lock (_connections)
        {
            return [.. _playing];
        }
    }

    private void Fault(string text)
    {
        lock (_connections)
        {
            _faults.Add(text);
        }
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync();
                socket.NoDelay = true;
                var connection = new ScriptedConnection(socket, _delivery);
                lock (_connections)
                {
                    _connections.Add(connection);
                    _playing.Add(Play(connection, _connections.Count - 1));
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    private async Task Play(ScriptedConnection connection, int number)
    {
        await Task.Yield();
        try
        {
            foreach (var (what, play) in ScriptOf(number).Steps)
            {
                At(number, what);
                await play(connection);
            }

            At(number, "the client's end");
            while (await connection.Receive() is { } message)
            {
                if (message.Name != "GOODBYE")
                {
                    throw new ScriptException($"the client sent {message} after the end of the script");
                }
            }
        }
        catch (Exception e) when (e is not ObjectDisposedException)
        {
            Fault($"Connection {number}: {e.Message}.");
        }
        catch (ObjectDisposedException)
        {
        }
        finally
        {
            At(number, null);
            connection.Dispose();
        }
    }

    private Script ScriptOf(int number)
    {
        lock (_connections)
        {
            return number < _scripts.Count ? _scripts[number] : _others?.Invoke(number) ?? throw new ScriptException("nobody expected it");
        }
    }

    private void At(int number, string? step)
    {
        lock (_connections)
        {
            if (step is null)
            {
                _at.Remove(number);
            }
            else
            {
                _at[number] = $"{step} on connection {number}";
            }
        }
    }
}
