using System.Net.Sockets;
using System.Text;

namespace GraphService.Tests.Http;

/// <summary>A connection on which a test sends exactly the bytes it wants.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly TcpClient _client;
    private readonly NetworkStream _stream;

    public RawConnection(Uri address)
    {
        _client = new TcpClient(address.Host, address.Port);
        _stream = _client.GetStream();
    }

    public async Task SendAsync(string text) => await _stream.WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Says that nothing more will come, while still reading.</summary>
    public void EndSending() => _client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>Ends the connection without a farewell (TCP reset).</summary>
    public void Reset() => _client.Client.Close(timeout: 0);

    /// <summary>What the server sends, up to and including a text, or to the end of the connection.</summary>
    public async Task<string> ReadUntilAsync(string end)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var text = new StringBuilder();
        while (!text.ToString().Contains(end, StringComparison.Ordinal))
        {
            int count;
            try
            {
                count = await _stream.ReadAsync(_buffer, limit.Token);
            }
            catch (IOException)
            {
                break; // reset: an end as well
            }

            if (count == 0)
            {
                break;
            }

            text.Append(Encoding.UTF8.GetString(_buffer, 0, count));
        }

        return text.ToString();
    }

    public void Dispose() => _client.Dispose();
}
