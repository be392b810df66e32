using System.Net;
using System.Net.Sockets;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>Stands between a client and a server, and can cut all connections at once: as when the server is killed.</summary>
internal sealed class CutConnections : IAsyncDisposable
{
    private readonly EndPoint _server;
    private readonly Lock _gate = new();
    private readonly List<Socket> _open = [];
    private readonly IPEndPoint _address;
    private Socket? _listener;
    private Task _accepting = Task.CompletedTask;

    public CutConnections(Uri server)
    {
        _server = new DnsEndPoint(server.Host, server.Port);
        _address = Listen(new IPEndPoint(IPAddress.Loopback, 0));
    }

    /// <summary>Where clients connect.</summary>
    public Uri Uri => new($"bolt://127.0.0.1:{_address.Port}");

    /// <summary>Ends every connection in the midst of whatever it does, and takes no new ones.</summary>
    public void Cut()
    {
        _listener?.Dispose();
        lock (_gate)
        {
            foreach (var socket in _open)
            {
                // What was not sent yet is lost, and the other side is told so.
                socket.LingerState = new LingerOption(true, 0);
                socket.Dispose();
            }

            _open.Clear();
        }
    }

    /// <summary>Takes connections again.</summary>
    public void Restore() => Listen(_address);

    public async ValueTask DisposeAsync()
    {
        Cut();
        await _accepting;
    }

    private IPEndPoint Listen(IPEndPoint address)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(address);
        listener.Listen();
        _listener = listener;
        _accepting = AcceptAsync(listener);
        return (IPEndPoint)listener.LocalEndPoint!;
    }

    private async Task AcceptAsync(Socket listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptAsync();
                var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                client.NoDelay = true;
                await server.ConnectAsync(_server);
                lock (_gate)
                {
                    _open.AddRange([client, server]);
                }

                _ = CopyAsync(client, server);
                _ = CopyAsync(server, client);
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // It was cut.
        }
    }

    private static async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await from.ReceiveAsync(buffer)) > 0)
            {
                for (var sent = 0; sent < read;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, read - sent));
                }
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // It was cut.
        }
    }
}
