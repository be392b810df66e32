using System.Buffers.Binary;
using System.Text;

namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>Reads PackStream values into plain objects; written apart from the client's reader, so that one mistake is not made twice.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>The one value of a message.</summary>
    public static object? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new PackReader(bytes);
        var value = reader.Value();
        return reader._rest.IsEmpty ? value : throw new InvalidDataException($"{reader._rest.Length} bytes follow the value.");
    }

    private object? Value()
    {
        var marker = Take(1)[0];
        return marker switch
        {
            < 0x80 => (long)marker,
            >= 0xF0 => (long)(sbyte)marker,
            < 0x90 => Text(marker & 15),
            < 0xA0 => List(marker & 15),
            < 0xB0 => Map(marker & 15),
            < 0xC0 => Structure(marker & 15),
            0xC0 => null,
            0xC1 => BinaryPrimitives.ReadDoubleBigEndian(Take(8)),
            0xC2 => false,
            0xC3 => true,
            0xC8 => (long)(sbyte)Take(1)[0],
            0xC9 => (long)BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            0xCA => (long)BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            0xCB => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            0xCC or 0xCD or 0xCE => Take(Size(marker - 0xCC)).ToArray(),
            0xD0 or 0xD1 or 0xD2 => Text(Size(marker - 0xD0)),
            0xD4 or 0xD5 or 0xD6 => List(Size(marker - 0xD4)),
            0xD8 or 0xD9 or 0xDA => Map(Size(marker - 0xD8)),
            _ => throw new InvalidDataException($"{marker:X2} marks no value."),
        };
    }

    private int Size(int power) => power switch
    {
        0 => Take(1)[0],
        1 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
        _ => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
    };

    private string Text(int size) => new UTF8Encoding(false, true).GetString(Take(size));

    private List<object?> List(int size)
    {
        var items = new List<object?>(size);
        for (var i = 0; i < size; i++)
        {
            items.Add(Value());
        }

        return items;
    }

    private Dictionary<string, object?> Map(int size)
    {
        var entries = new Dictionary<string, object?>(size);
        for (var i = 0; i < size; i++)
        {
            var key = (string)Value()!;
            if (!entries.TryAdd(key, Value()))
            {
                throw new InvalidDataException($"The key {key} comes twice.");
            }
        }

        return entries;
    }

    private Structure Structure(int size)
    {
        var tag = Take(1)[0];
        return new Structure(tag, List(size));
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
