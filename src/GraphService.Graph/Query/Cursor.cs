using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;

namespace GraphService.Graph.Query;

/// <summary>One key of a keyset cursor: missing, an integer, or a text.</summary>
public readonly record struct CursorKey(bool IsMissing, long Number, byte[]? Text)
{
    public static readonly CursorKey Missing = new(true, 0, null);

    public static CursorKey Of(long number) => new(false, number, null);

    public static CursorKey Of(ReadOnlySpan<byte> text) => new(false, 0, text.ToArray());
}

/// <summary>
/// A place in an ordered list, by the keys of a row: it stays valid when rows come and go, after a restart and on another instance.
/// Text form: base64url of a version byte, the field's seal mixed with a checksum of the keys (8 bytes), and the keys.
/// </summary>
public sealed class Cursor(CursorKey[] keys)
{
    /// <summary>The longest text that is looked at: several notes, which have no bound of their own.</summary>
    public const int MaxLength = 1_000_000;

    private const byte Version = 1;
    private const int KeysStart = 9;
    private const byte MissingTag = 0;
    private const byte NumberTag = 1;
    private const byte TextTag = 2;

    /// <summary>Neither padding nor white space: a cursor has one spelling.</summary>
    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    public CursorKey[] Keys { get; } = keys;

    /// <summary>Reads a cursor; null when it is forged, damaged, or of another field, filter or order.</summary>
    public static Cursor? Parse(string text, ulong seal, int keys)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (text.AsSpan().ContainsAnyExcept(Alphabet)
            || Base64Url.DecodeFromChars(text, bytes, out _, out var length) != OperationStatus.Done || length < KeysStart || bytes[0] != Version)
        {
            return null;
        }

        var rest = bytes.AsSpan(KeysStart, length - KeysStart);
        if ((BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(1)) ^ Checksum(rest)) != seal)
        {
            return null;
        }

        var read = new List<CursorKey>();
        while (!rest.IsEmpty)
        {
            var tag = rest[0];
            rest = rest[1..];
            switch (tag)
            {
                case MissingTag:
                    read.Add(CursorKey.Missing);
                    break;
                case NumberTag when rest.Length >= 8:
                    read.Add(CursorKey.Of(BinaryPrimitives.ReadInt64BigEndian(rest)));
                    rest = rest[8..];
                    break;
                case TextTag when TryReadLength(ref rest, out var size):
                    read.Add(CursorKey.Of(rest[..size]));
                    rest = rest[size..];
                    break;
                default:
                    return null;
            }
        }

        return keys >= 0 && read.Count != keys ? null : new Cursor([.. read]);
    }

    /// <summary>FNV-1a of 64 bits: it finds damage; there is nothing in a cursor that would need a signature.</summary>
    private static ulong Checksum(ReadOnlySpan<byte> keys)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in keys)
        {
            hash = (hash ^ b) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>Seven bits to a byte, the lowest first; the last byte has no top bit. False when the text would end beyond the rest.</summary>
    private static bool TryReadLength(ref Span<byte> rest, out int length)
    {
        const int longestShift = 21;
        length = 0;
        for (var shift = 0; shift <= longestShift && !rest.IsEmpty; shift += 7)
        {
            var part = rest[0];
            rest = rest[1..];
            length |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return length <= rest.Length;
            }
        }

        return false;
    }

    /// <summary>Writes the text form of keys, base64url, into a pooled buffer that the builder keeps.</summary>
    public sealed class Builder
    {
        private byte[] _bytes = new byte[256];
        private byte[] _text = new byte[512];
        private int _length;
        private ulong _seal;

        public void Begin(ulong seal)
        {
            _bytes[0] = Version;
            _seal = seal;
            _length = KeysStart;
        }

        public void AddMissing() => Room(1)[0] = MissingTag;

        public void Add(long number)
        {
            var room = Room(9);
            room[0] = NumberTag;
            BinaryPrimitives.WriteInt64BigEndian(room[1..], number);
        }

        public void Add(ReadOnlySpan<byte> text)
        {
            Room(1)[0] = TextTag;
            AddLength(text.Length);
            text.CopyTo(Room(text.Length));
        }

        /// <summary>Adds a name, without an array of its bytes on the way.</summary>
        public void Add(string name)
        {
            var size = Encoding.UTF8.GetByteCount(name);
            Room(1)[0] = TextTag;
            AddLength(size);
            Encoding.UTF8.GetBytes(name, Room(size));
        }

        private void AddLength(int length)
        {
            for (; length >= 0x80; length >>= 7)
            {
                Room(1)[0] = (byte)(length | 0x80);
            }

            Room(1)[0] = (byte)length;
        }

        /// <summary>The cursor; valid until the next <see cref="Begin"/>.</summary>
        public ReadOnlySpan<byte> End()
        {
            BinaryPrimitives.WriteUInt64BigEndian(_bytes.AsSpan(1), _seal ^ Checksum(_bytes.AsSpan(KeysStart, _length - KeysStart)));
            var size = Base64Url.GetEncodedLength(_length);
            if (_text.Length < size)
            {
                _text = new byte[size * 2];
            }

            return _text.AsSpan(0, Base64Url.EncodeToUtf8(_bytes.AsSpan(0, _length), _text));
        }

        public override string ToString() => Encoding.ASCII.GetString(End());

        private Span<byte> Room(int size)
        {
            if (_length + size > _bytes.Length)
            {
                Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + size));
            }

            _length += size;
            return _bytes.AsSpan(_length - size, size);
        }
    }
}
