using System.Buffers.Binary;
using GraphService.Neo4j.Bolt.PackStream;

namespace GraphService.Neo4j.Bolt.Chunking;

/// <summary>
/// Collects messages for one flush, each cut into chunks: two bytes of size, the bytes, and two zero bytes behind the last chunk. (Bolt specification,
/// Message Chunking.)
/// </summary>
internal sealed class MessageWriter : IDisposable
{
    /// <summary>The largest size that two bytes can tell.</summary>
    public const int MaxChunk = ushort.MaxValue;

    private const int HeaderSize = 2;

    private readonly ByteBuffer _output = new();
    private int _start;

    public MessageWriter()
    {
        Values = new PackStreamWriter(_output);
    }

    /// <summary>Writes the fields of the message that was begun.</summary>
    public PackStreamWriter Values { get; }

    /// <summary>What is to be sent.</summary>
    public ReadOnlyMemory<byte> Pending => _output.Memory;

    /// <summary>Bytes that are no message: the handshake.</summary>
    public void Raw(ReadOnlySpan<byte> bytes) => _output.Append(bytes);

    public void Begin(byte tag, int fields)
    {
        _start = _output.Length;
        _output.Extend(HeaderSize);
        Values.StructureHeader(tag, fields);
    }

    public void End()
    {
        var length = _output.Length - _start - HeaderSize;
        var chunks = (length + MaxChunk - 1) / MaxChunk;
        _output.Extend(HeaderSize * chunks);
        var message = _output.Span[_start..];

        // The bytes stand in one piece behind the room of the first header: the later chunks move back, the last one first.
        for (var chunk = chunks - 1; chunk >= 0; chunk--)
        {
            var offset = chunk * MaxChunk;
            var size = Math.Min(MaxChunk, length - offset);
            var header = offset + (HeaderSize * chunk);
            message.Slice(HeaderSize + offset, size).CopyTo(message[(header + HeaderSize)..]);
            BinaryPrimitives.WriteUInt16BigEndian(message[header..], (ushort)size);
        }

        BinaryPrimitives.WriteUInt16BigEndian(message[^HeaderSize..], 0);
    }

    /// <summary>Everything was sent, or is not to be sent: drops it and gives its memory back.</summary>
    public void Clear() => _output.Clear();

    public void Dispose() => _output.Dispose();
}
