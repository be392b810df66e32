using System.Buffers.Binary;
using System.Text.Unicode;

namespace GraphService.Neo4j.Bolt.PackStream;

/// <summary>
/// Reads values from the bytes of one message. Any form of a value is accepted, not only the shortest. A declared size is believed only as far as there are
/// bytes for it, so that nothing is ever allocated for what is not there. (PackStream specification, version 1.)
/// </summary>
internal ref struct PackStreamReader(ReadOnlySpan<byte> message)
{
    /// <summary>How deep values may lie in one another: the peer may be hostile, the stream corrupt, and the stack is finite.</summary>
    public const int MaxDepth = 256;

    private readonly ReadOnlySpan<byte> _message = message;

    /// <summary>How many bytes have been read.</summary>
    public int Position { get; private set; }

    /// <summary>How many bytes are left.</summary>
    public readonly int Remaining => _message.Length - Position;

    /// <summary>The type of the next value.</summary>
    public readonly PackType PeekType() => Marker.TypeOf(PeekMarker());

    /// <summary>The first byte of the next value.</summary>
    public readonly byte PeekMarker()
    {
        return Position < _message.Length ? _message[Position] : throw Truncated();
    }

    /// <summary>Every byte of the message must have been read.</summary>
    public readonly void ExpectEnd()
    {
        if (Remaining > 0)
        {
            throw new BoltProtocolException($"The server sent a message with {Remaining} bytes after its last value.");
        }
    }

    public void ReadNull()
    {
        if (Byte() != Marker.Null)
        {
            throw Unexpected("null");
        }
    }

    public bool ReadBoolean() => Byte() switch
    {
        Marker.True => true,
        Marker.False => false,
        _ => throw Unexpected("a boolean"),
    };

    public double ReadFloat()
    {
        return Byte() == Marker.Float64 ? BinaryPrimitives.ReadDoubleBigEndian(Take(8)) : throw Unexpected("a float");
    }

    public long ReadInteger()
    {
        var marker = Byte();
        return marker switch
        {
            < 0x80 or >= Marker.NegativeTinyInt => (sbyte)marker,
            Marker.Int8 => (sbyte)Byte(),
            Marker.Int16 => BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            Marker.Int32 => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            Marker.Int64 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            _ => throw Unexpected("an integer"),
        };
    }

    /// <summary>A string as its UTF-8, which is valid.</summary>
    public ReadOnlySpan<byte> ReadString()
    {
        var marker = Byte();
        var utf8 = Take(marker switch
        {
            >= Marker.TinyString and < Marker.TinyList => marker & 0x0F,
            Marker.String8 => Byte(),
            Marker.String16 => UInt16(),
            Marker.String32 => Size32(),
            _ => throw Unexpected("a string"),
        });
        return Utf8.IsValid(utf8) ? utf8 : throw new BoltProtocolException("The server sent a string that is not UTF-8.");
    }

    public ReadOnlySpan<byte> ReadBytes()
    {
        return Take(Byte() switch
        {
            Marker.Bytes8 => Byte(),
            Marker.Bytes16 => UInt16(),
            Marker.Bytes32 => Size32(),
            _ => throw Unexpected("bytes"),
        });
    }

    /// <summary>Begins a list: how many values follow.</summary>
    public int ReadListHeader()
    {
        var marker = Byte();
        return Fits(1, marker switch
        {
            >= Marker.TinyList and < Marker.TinyDictionary => marker & 0x0F,
            Marker.List8 => Byte(),
            Marker.List16 => UInt16(),
            Marker.List32 => Size32(),
            _ => throw Unexpected("a list"),
        });
    }

    /// <summary>Begins a dictionary: how many entries follow, each a string and a value.</summary>
    public int ReadDictionaryHeader()
    {
        var marker = Byte();
        return Fits(2, marker switch
        {
            >= Marker.TinyDictionary and < Marker.TinyStructure => marker & 0x0F,
            Marker.Dictionary8 => Byte(),
            Marker.Dictionary16 => UInt16(),
            Marker.Dictionary32 => Size32(),
            _ => throw Unexpected("a dictionary"),
        });
    }

    /// <summary>Begins a structure: what it is, and how many fields follow.</summary>
    public (byte Tag, int Fields) ReadStructureHeader()
    {
        var marker = Byte();
        if (marker is < Marker.TinyStructure or >= Marker.Null)
        {
            throw Unexpected("a structure");
        }

        var tag = Byte();
        return (tag, Fits(1, marker & 0x0F));
    }

    /// <summary>Reads over the next value, whatever it is.</summary>
    public void Skip(int depth = 0)
    {
        CheckDepth(depth);
        switch (PeekType())
        {
            case PackType.Null or PackType.Boolean:
                Byte();
                break;
            case PackType.Integer:
                ReadInteger();
                break;
            case PackType.Float:
                ReadFloat();
                break;
            case PackType.Bytes:
                ReadBytes();
                break;
            case PackType.String:
                ReadString();
                break;
            case PackType.List:
                SkipAll(ReadListHeader(), depth);
                break;
            case PackType.Dictionary:
                for (var entries = ReadDictionaryHeader(); entries > 0; entries--)
                {
                    ReadString();
                    Skip(depth + 1);
                }

                break;
            case PackType.Structure:
                SkipAll(ReadStructureHeader().Fields, depth);
                break;
            default:
                throw UnknownMarker();
        }
    }

    /// <summary>Refuses a value that lies too deep.</summary>
    public static void CheckDepth(int depth)
    {
        if (depth > MaxDepth)
        {
            throw new BoltProtocolException($"The server sent a value nested deeper than {MaxDepth} levels.");
        }
    }

    public readonly BoltProtocolException UnknownMarker()
    {
        return new BoltProtocolException($"The server sent the byte {PeekMarker():X2} where a value begins; no value begins with it.");
    }

    private void SkipAll(int values, int depth)
    {
        for (; values > 0; values--)
        {
            Skip(depth + 1);
        }
    }

    private byte Byte()
    {
        return Position < _message.Length ? _message[Position++] : throw Truncated();
    }

    private int UInt16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    private int Size32()
    {
        var size = BinaryPrimitives.ReadUInt32BigEndian(Take(4));
        return size <= int.MaxValue ? (int)size : throw Truncated();
    }

    private ReadOnlySpan<byte> Take(int bytes)
    {
        if (bytes > Remaining)
        {
            throw Truncated();
        }

        var taken = _message.Slice(Position, bytes);
        Position += bytes;
        return taken;
    }

    /// <summary>So many elements of at least so many bytes must be there.</summary>
    private readonly int Fits(int bytesEach, int count)
    {
        return (long)count * bytesEach <= Remaining ? count : throw Truncated();
    }

    private readonly BoltProtocolException Unexpected(string expected)
    {
        var marker = _message[Position - 1];
        return new BoltProtocolException($"The server sent a value of another type ({Marker.TypeOf(marker)}, {marker:X2}) where {expected} was expected.");
    }

    private static BoltProtocolException Truncated()
    {
        return new BoltProtocolException("The server sent a message that ends inside a value.");
    }
}
