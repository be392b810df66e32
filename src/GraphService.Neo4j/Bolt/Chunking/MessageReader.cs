using System.Buffers;
using System.Buffers.Binary;

namespace GraphService.Neo4j.Bolt.Chunking;

/// <summary>
/// Takes messages out of a stream of chunks. A message of one chunk is read where it was received; only one of several chunks is copied together. Empty chunks
/// between messages (NOOP, the server's sign of life) are read over. (Bolt specification, Message Chunking.)
/// </summary>
internal sealed class MessageReader(int maxMessageBytes, int bufferSize = MessageReader.DefaultBufferSize) : IDisposable
{
    public const int DefaultBufferSize = 64 * 1024;

    private const int HeaderSize = 2;

    private readonly ByteBuffer _assembled = new();
    private byte[] _buffer = [];
    private int _start;
    private int _end;
    private int _leftOfChunk;
    private bool _handedOut;

    /// <summary>Whether something was received that has not been read, be it a part of a message.</summary>
    public bool HasBytes => _end > _start || _leftOfChunk > 0 || (_assembled.Length > 0 && !_handedOut);

    /// <summary>Where to receive: never empty. What was handed out before is no longer valid.</summary>
    public Memory<byte> Room()
    {
        if (_buffer.Length == 0)
        {
            _buffer = ArrayPool<byte>.Shared.Rent(bufferSize);
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        var limit = Math.Min(_buffer.Length, bufferSize);
        return _buffer.AsMemory(_end, limit - _end);
    }

    /// <summary>So many bytes were received.</summary>
    public void Received(int bytes) => _end += bytes;

    /// <summary>The bytes received so far, for the handshake, which comes before the first chunk.</summary>
    public ReadOnlySpan<byte> Peek() => _buffer.AsSpan(_start, _end - _start);

    /// <summary>So many of the bytes of <see cref="Peek"/> are done with.</summary>
    public void Consume(int bytes) => _start += bytes;

    /// <summary>The next message, valid until the next call; false: more must be received first.</summary>
    public bool TryRead(out ReadOnlySpan<byte> message)
    {
        message = default;
        if (_handedOut)
        {
            _assembled.Clear();
            _handedOut = false;
        }

        for (; ; )
        {
            if (_leftOfChunk > 0 && !TryTakeChunk())
            {
                return false;
            }

            var received = Peek();
            if (received.Length < HeaderSize)
            {
                return false;
            }

            int size = BinaryPrimitives.ReadUInt16BigEndian(received);
            if (size == 0)
            {
                _start += HeaderSize;
                if (_assembled.Length > 0)
                {
                    _handedOut = true;
                    message = _assembled.Span;
                    return true;
                }

                continue;
            }

            var whole = HeaderSize + size + HeaderSize;
            if (_assembled.Length == 0)
            {
                if (received.Length < whole && whole <= bufferSize)
                {
                    CheckSize(size);
                    return false;
                }

                if (received.Length >= whole && received[whole - 2] == 0 && received[whole - 1] == 0)
                {
                    CheckSize(size);
                    _start += whole;
                    message = received.Slice(HeaderSize, size);
                    return true;
                }
            }

            CheckSize(size);
            _start += HeaderSize;
            _leftOfChunk = size;
        }
    }

    /// <summary>Gives the memory back while nothing is expected.</summary>
    public void Release()
    {
        if (_handedOut)
        {
            _assembled.Clear();
            _handedOut = false;
        }

        if (!HasBytes && _buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            _start = _end = 0;
        }
    }

    public void Dispose()
    {
        _start = _end = 0;
        _assembled.Dispose();
        Release();
    }

    /// <summary>Copies what is there of a chunk; false: it is not whole yet.</summary>
    private bool TryTakeChunk()
    {
        var take = Math.Min(_leftOfChunk, _end - _start);
        _assembled.Append(_buffer.AsSpan(_start, take));
        _start += take;
        _leftOfChunk -= take;
        return _leftOfChunk == 0;
    }

    private void CheckSize(int size)
    {
        if ((long)_assembled.Length + size > maxMessageBytes)
        {
            throw new BoltProtocolException($"The server sent a message of more than {maxMessageBytes} bytes.");
        }
    }
}
