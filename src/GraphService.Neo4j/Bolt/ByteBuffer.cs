using System.Buffers;

namespace GraphService.Neo4j.Bolt;

/// <summary>Bytes in one pooled array that grows; the array goes back to the pool when it is cleared.</summary>
internal sealed class ByteBuffer : IDisposable
{
    private const int FirstSize = 1024;

    private byte[] _bytes = [];

    public int Length { get; private set; }

    public Span<byte> Span => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    public void Append(byte value)
    {
        if (Length == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[Length++] = value;
    }

    public void Append(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Extend(bytes.Length));

    /// <summary>Makes room for so many more bytes, which the caller fills.</summary>
    public Span<byte> Extend(int bytes)
    {
        if (_bytes.Length - Length < bytes)
        {
            Grow(bytes);
        }

        var room = _bytes.AsSpan(Length, bytes);
        Length += bytes;
        return room;
    }

    /// <summary>Drops what stands behind the first so many bytes.</summary>
    public void Truncate(int length) => Length = length;

    /// <summary>Drops everything and gives the array back.</summary>
    public void Clear()
    {
        Length = 0;
        var bytes = _bytes;
        _bytes = [];
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    public void Dispose() => Clear();

    private void Grow(int bytes)
    {
        var needed = checked(Length + bytes);
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Max(needed, Math.Min(Math.Max(FirstSize, 2L * _bytes.Length), Array.MaxLength)));
        Span.CopyTo(larger);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = larger;
    }
}
