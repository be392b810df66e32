using System.Buffers.Binary;
using System.Text;

namespace GraphService.Neo4j.Bolt.PackStream;

/// <summary>Writes values in their shortest form. (PackStream specification, version 1.)</summary>
internal sealed class PackStreamWriter(ByteBuffer output)
{
    public ByteBuffer Output => output;

    public void Null() => output.Append(Marker.Null);

    public void Boolean(bool value) => output.Append(value ? Marker.True : Marker.False);

    public void Float(double value)
    {
        var bytes = output.Extend(9);
        bytes[0] = Marker.Float64;
        BinaryPrimitives.WriteDoubleBigEndian(bytes[1..], value);
    }

    public void Integer(long value)
    {
        switch (value)
        {
            case >= -16 and <= sbyte.MaxValue:
                output.Append((byte)value);
                break;
            case >= sbyte.MinValue and < -16:
                var two = output.Extend(2);
                two[0] = Marker.Int8;
                two[1] = (byte)value;
                break;
            case >= short.MinValue and <= short.MaxValue:
                var three = output.Extend(3);
                three[0] = Marker.Int16;
                BinaryPrimitives.WriteInt16BigEndian(three[1..], (short)value);
                break;
            case >= int.MinValue and <= int.MaxValue:
                var five = output.Extend(5);
                five[0] = Marker.Int32;
                BinaryPrimitives.WriteInt32BigEndian(five[1..], (int)value);
                break;
            default:
                var nine = output.Extend(9);
                nine[0] = Marker.Int64;
                BinaryPrimitives.WriteInt64BigEndian(nine[1..], value);
                break;
        }
    }

    public void String(ReadOnlySpan<byte> utf8)
    {
        Header(utf8.Length, Marker.TinyString, Marker.String8);
        utf8.CopyTo(output.Extend(utf8.Length));
    }

    public void String(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Header(length, Marker.TinyString, Marker.String8);
        Encoding.UTF8.GetBytes(text, output.Extend(length));
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        SizedHeader(bytes.Length, Marker.Bytes8);
        bytes.CopyTo(output.Extend(bytes.Length));
    }

    public void ListHeader(int count) => Header(count, Marker.TinyList, Marker.List8);

    public void DictionaryHeader(int entries) => Header(entries, Marker.TinyDictionary, Marker.Dictionary8);

    public void StructureHeader(byte tag, int fields)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fields, 15);
        var bytes = output.Extend(2);
        bytes[0] = (byte)(Marker.TinyStructure | fields);
        bytes[1] = tag;
    }

    private void Header(int size, byte tiny, byte sized)
    {
        if (size <= 15)
        {
            output.Append((byte)(tiny | size));
        }
        else
        {
            SizedHeader(size, sized);
        }
    }

    /// <summary>The markers for sizes of 8, 16 and 32 bits follow one another.</summary>
    private void SizedHeader(int size, byte sized)
    {
        if (size <= byte.MaxValue)
        {
            var two = output.Extend(2);
            two[0] = sized;
            two[1] = (byte)size;
        }
        else if (size <= ushort.MaxValue)
        {
            var three = output.Extend(3);
            three[0] = (byte)(sized + 1);
            BinaryPrimitives.WriteUInt16BigEndian(three[1..], (ushort)size);
        }
        else
        {
            var five = output.Extend(5);
            five[0] = (byte)(sized + 2);
            BinaryPrimitives.WriteUInt32BigEndian(five[1..], (uint)size);
        }
    }
}
