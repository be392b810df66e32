using System.Buffers.Binary;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>The server's end of one connection: what the steps of a script act on.</summary>
internal sealed class ScriptedConnection(Socket socket, Delivery delivery) : IDisposable
{
    private readonly List<BoltMessage> _received = [];

    private Stream _stream = new NetworkStream(socket, ownsSocket: false);

    /// <summary>The four versions that the client proposed, 16 bytes.</summary>
    public byte[] Offer { get; set; } = [];

    /// <summary>Every message of the client so far.</summary>
    public IReadOnlyList<BoltMessage> Received
    {
        get
        {
            lock (_received)
            {
                return [.. _received];
            }
        }
    }

    /// <summary>Turns the connection into a TLS one, as its server.</summary>
    public async Task Encrypt(X509Certificate2 certificate)
    {
        var secure = new SslStream(_stream);
        await secure.AuthenticateAsServerAsync(certificate);
        _stream = secure;
    }

    /// <summary>So many bytes of the client; null when it ended before.</summary>
    public async Task<byte[]?> Take(int count)
    {
        var bytes = new byte[count];
        try
        {
            return await _stream.ReadAtLeastAsync(bytes, count, throwOnEndOfStream: false) == count ? bytes : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The client's next message; null when it ended.</summary>
    public async Task<BoltMessage?> Receive()
    {
        var payload = new List<byte>();
        while (await Take(2) is { } header)
        {
            var size = BinaryPrimitives.ReadUInt16BigEndian(header);
            if (size > 0)
            {
                payload.AddRange(await Take(size) ?? throw new ScriptException("the client ended in the middle of a message"));
            }
            else if (payload.Count > 0)
            {
                var message = BoltMessage.Decode([.. payload]);
                lock (_received)
                {
                    _received.Add(message);
                }

                return message;
            }
        }

        return null;
    }

    /// <summary>Sends one message, with its chunks and end marker, as the delivery says.</summary>
    public async Task Answer(byte[] payload)
    {
        var bytes = new List<byte>(new byte[2 * delivery.Noops]);
        foreach (var chunk in payload.Chunk(delivery.Chunk))
        {
            bytes.AddRange([(byte)(chunk.Length >> 8), (byte)chunk.Length]);
            bytes.AddRange(chunk);
        }

        bytes.AddRange([0, 0]);
        await Send([.. bytes]);
    }

    /// <summary>Sends bytes as they are. A client that is gone already is no mistake: it may leave whenever it likes.</summary>
    public async Task Send(byte[] bytes)
    {
        try
        {
            for (var at = 0; at < bytes.Length; at += delivery.Write)
            {
                await _stream.WriteAsync(bytes.AsMemory(at, Math.Min(delivery.Write, bytes.Length - at)));
                if (delivery.Write > bytes.Length)
                {
                    return;
                }
            }
        }
        catch (IOException)
        {
        }
    }

    /// <summary>Ends the server's half: the client reads an EOF after what was sent.</summary>
    public void End()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
        }
    }

    /// <summary>Resets the connection: the client's next read or write fails.</summary>
    public void Abort()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    public void Dispose()
    {
        _stream.Dispose();
        socket.Dispose();
    }
}
