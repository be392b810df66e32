using System.Buffers.Binary;
using System.Collections;
using System.Text;

namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>Writes plain objects as PackStream values.</summary>
internal static class PackWriter
{
    public static byte[] Write(object? value)
    {
        var bytes = new List<byte>();
        Value(bytes, value);
        return [.. bytes];
    }

    private static void Value(List<byte> to, object? value)
    {
        switch (value)
        {
            case null:
                to.Add(0xC0);
                break;
            case bool b:
                to.Add(b ? (byte)0xC3 : (byte)0xC2);
                break;
            case int i:
                Int(to, i);
                break;
            case long i:
                Int(to, i);
                break;
            case double d:
                to.Add(0xC1);
                var real = new byte[8];
                BinaryPrimitives.WriteDoubleBigEndian(real, d);
                to.AddRange(real);
                break;
            case string s:
                var text = Encoding.UTF8.GetBytes(s);
                Size(to, text.Length, 0x80, 0xD0);
                to.AddRange(text);
                break;
            case Structure structure:
                to.Add((byte)(0xB0 + structure.Fields.Count));
                to.Add(structure.Tag);
                structure.Fields.ForEach(field => Value(to, field));
                break;
            case IDictionary<string, object?> map:
                Size(to, map.Count, 0xA0, 0xD8);
                foreach (var (key, entry) in map)
                {
                    Value(to, key);
                    Value(to, entry);
                }

                break;
            case IList list:
                Size(to, list.Count, 0x90, 0xD4);
                foreach (var item in list)
                {
                    Value(to, item);
                }

                break;
            default:
                throw new ArgumentException($"{value.GetType()} is no value.");
        }
    }

    private static void Int(List<byte> to, long value)
    {
        if (value is >= -16 and < 128)
        {
            to.Add((byte)value);
            return;
        }

        to.Add(0xCB);
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        to.AddRange(bytes);
    }

    private static void Size(List<byte> to, int size, int tiny, int sized)
    {
        if (size < 16)
        {
            to.Add((byte)(tiny + size));
            return;
        }

        to.Add((byte)(sized + 2));
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, size);
        to.AddRange(bytes);
    }
}
