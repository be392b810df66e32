using System.Buffers;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;

namespace GraphService.GraphQL.Execution;

/// <summary>
/// The only writer of responses: JSON into pooled 64 KB blocks. A null that propagates truncates to a recorded
/// <see cref="Position"/>. Nothing is allocated per value once the blocks are pooled.
/// </summary>
public sealed class ResponseWriter : IDisposable
{
    private const int BlockSize = 64 * 1024;
    private const int PooledWriters = 64;
    private static readonly ConcurrentQueue<ResponseWriter> Pool = new();

    private readonly List<byte[]> _full = [];
    private byte[] _block = ArrayPool<byte>.Shared.Rent(BlockSize);
    private int _used;
    private long _before;

    // How far the current block may be filled: less than all of it when MaxBytes ends in it.
    private int _limit = BlockSize;
    private bool _pooled;

    private ResponseWriter()
    {
    }

    /// <summary>An empty writer; dispose gives it back.</summary>
    public static ResponseWriter Rent()
    {
        if (!Pool.TryDequeue(out var writer))
        {
            return new ResponseWriter();
        }

        writer._pooled = false;
        return writer;
    }

    /// <summary>Bytes written so far: what <see cref="Truncate"/> takes, and the Content-Length.</summary>
    public long Position => _before + _used;

    /// <summary>What the response is, from which HTTP takes its status.</summary>
    public ResponseKind Kind { get; set; }

    /// <summary>Seconds after which a client may try again, when the service cannot answer now.</summary>
    public int? RetryAfterSeconds { get; set; }

    /// <summary>Bytes that an answer may have; more throws <see cref="ResponseTooLargeException"/>.</summary>
    public long MaxBytes
    {
        get;
        set
        {
            field = value;
            SetLimit();
        }
    } = long.MaxValue;

    private void SetLimit() => _limit = (int)Math.Clamp(MaxBytes - _before, 0, BlockSize);

    /// <summary>Forgets all that was written after a position.</summary>
    public void Truncate(long position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, Position);
        while (position < _before)
        {
            ArrayPool<byte>.Shared.Return(_block);
            _block = _full[^1];
            _full.RemoveAt(_full.Count - 1);
            _before -= BlockSize;
        }

        _used = (int)(position - _before);
        SetLimit();
    }

    /// <summary>Bytes as they are: keys, punctuation, constants.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= _limit - _used)
        {
            bytes.CopyTo(_block.AsSpan(_used));
            _used += bytes.Length;
        }
        else
        {
            RawAcrossBlocks(bytes);
        }
    }

    public void Null() => Raw("null"u8);

    public void Bool(bool value) => Raw(value ? "true"u8 : "false"u8);

    public void Int(long value)
    {
        const int maxDigits = 20;
        if (_limit - _used < maxDigits)
        {
            Span<byte> digits = stackalloc byte[maxDigits];
            Utf8Formatter.TryFormat(value, digits, out var length);
            RawAcrossBlocks(digits[..length]);
            return;
        }

        Utf8Formatter.TryFormat(value, _block.AsSpan(_used), out var written);
        _used += written;
    }

    /// <summary>The shortest text that reads back as the same number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">JSON has no infinity and no NaN.</exception>
    public void Double(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has no such number.");
        }

        Span<byte> digits = stackalloc byte[32];
        value.TryFormat(digits, out var length, "R", System.Globalization.CultureInfo.InvariantCulture);
        Raw(digits[..length]);
    }

    /// <summary>A JSON string. A clean text, in which nothing needs escaping, is one copy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Text(ReadOnlySpan<byte> utf8, bool isClean)
    {
        if (isClean && utf8.Length + 2 <= _limit - _used)
        {
            var target = _block.AsSpan(_used, utf8.Length + 2);
            target[0] = (byte)'"';
            utf8.CopyTo(target[1..]);
            target[^1] = (byte)'"';
            _used += target.Length;
        }
        else
        {
            Raw("\""u8);
            if (isClean)
            {
                Raw(utf8);
            }
            else
            {
                Escaped(utf8);
            }

            Raw("\""u8);
        }
    }

    /// <summary>A JSON string from a .NET string: for what is not hot.</summary>
    public void Text(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, bytes);
        Text(bytes.AsSpan(0, length), isClean: false);
        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>Only quotes, backslashes and control characters are escaped: every store and client then sees the same bytes.</summary>
    private void Escaped(ReadOnlySpan<byte> utf8)
    {
        while (!utf8.IsEmpty)
        {
            var special = utf8.IndexOfAny(Escapes);
            if (special < 0)
            {
                Raw(utf8);
                return;
            }

            Raw(utf8[..special]);
            Escape(utf8[special]);
            utf8 = utf8[(special + 1)..];
        }
    }

    private static readonly SearchValues<byte> Escapes = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(i => (byte)i), (byte)'"', (byte)'\\']);

    private void Escape(byte b)
    {
        switch (b)
        {
            case (byte)'"': Raw("\\\""u8); break;
            case (byte)'\\': Raw("\\\\"u8); break;
            case (byte)'\n': Raw("\\n"u8); break;
            case (byte)'\r': Raw("\\r"u8); break;
            case (byte)'\t': Raw("\\t"u8); break;
            case (byte)'\b': Raw("\\b"u8); break;
            case (byte)'\f': Raw("\\f"u8); break;
            default: Raw([(byte)'\\', (byte)'u', (byte)'0', (byte)'0', Hex(b >> 4), Hex(b & 15)]); break;
        }

        static byte Hex(int digit) => (byte)"0123456789abcdef"[digit];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RawAcrossBlocks(ReadOnlySpan<byte> bytes)
    {
        if (Position + bytes.Length > MaxBytes)
        {
            throw new ResponseTooLargeException(MaxBytes);
        }

        while (!bytes.IsEmpty)
        {
            if (_used == BlockSize)
            {
                _full.Add(_block);
                _before += BlockSize;
                _block = ArrayPool<byte>.Shared.Rent(BlockSize);
                _used = 0;
                SetLimit();
            }

            var part = Math.Min(bytes.Length, BlockSize - _used);
            bytes[..part].CopyTo(_block.AsSpan(_used));
            _used += part;
            bytes = bytes[part..];
        }
    }

    /// <summary>Copies all that was written, in order.</summary>
    public void CopyTo(IBufferWriter<byte> output)
    {
        foreach (var block in _full)
        {
            output.Write(block.AsSpan(0, BlockSize));
        }

        output.Write(_block.AsSpan(0, _used));
    }

    /// <summary>All that was written, as text: for tests and the command line.</summary>
    public override string ToString()
    {
        var buffer = new ArrayBufferWriter<byte>((int)Position + 1);
        CopyTo(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Empties the writer and gives it back to the pool.</summary>
    public void Dispose()
    {
        // Given back twice, it would be rented by two at a time.
        if (_pooled)
        {
            return;
        }

        _pooled = true;
        Truncate(0);
        Kind = default;
        RetryAfterSeconds = null;
        MaxBytes = long.MaxValue;
        if (Pool.Count < PooledWriters)
        {
            Pool.Enqueue(this);
        }
        else
        {
            ArrayPool<byte>.Shared.Return(_block);
            _block = [];
        }
    }
}

/// <summary>How far a request came.</summary>
public enum ResponseKind
{
    /// <summary>Execution began: there is <c>data</c>.</summary>
    Executed,

    /// <summary>Refused before execution: syntax, validation, operation, variables. No <c>data</c>.</summary>
    RequestError,

    /// <summary>No store to ask: 503.</summary>
    Unavailable,

    /// <summary>A mutation where only a query may run: 405.</summary>
    NotAllowed,
}

/// <summary>The answer has more bytes than the service gives out.</summary>
public sealed class ResponseTooLargeException(long maxBytes) : Exception("The response is too large.")
{
    public long MaxBytes { get; } = maxBytes;
}
