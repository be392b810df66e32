using GraphService.Neo4j.Bolt;
using GraphService.Neo4j.Bolt.PackStream;

namespace GraphService.Neo4j.Tests.Bolt.PackStream;

/// <summary>Values as bytes and back, for tests.</summary>
internal static class Packed
{
    public static byte[] Hex(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    public static object? Read(byte[] bytes)
    {
        var reader = new PackStreamReader(bytes);
        var value = PackValue.Read(ref reader);
        reader.ExpectEnd();
        return value;
    }

    public static object? Read(string hex) => Read(Hex(hex));

    public static byte[] Write(object? value)
    {
        using var buffer = new ByteBuffer();
        Write(new PackStreamWriter(buffer), value);
        return buffer.Span.ToArray();
    }

    private static void Write(PackStreamWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.Null();
                break;
            case bool boolean:
                writer.Boolean(boolean);
                break;
            case long integer:
                writer.Integer(integer);
                break;
            case double number:
                writer.Float(number);
                break;
            case string text:
                writer.String(text);
                break;
            case byte[] bytes:
                writer.Bytes(bytes);
                break;
            case List<object?> list:
                writer.ListHeader(list.Count);
                list.ForEach(item => Write(writer, item));
                break;
            case Dictionary<string, object?> dictionary:
                writer.DictionaryHeader(dictionary.Count);
                foreach (var (key, item) in dictionary)
                {
                    writer.String(key);
                    Write(writer, item);
                }

                break;
            case PackStructure structure:
                writer.StructureHeader(structure.Tag, structure.Fields.Count);
                structure.Fields.ForEach(field => Write(writer, field));
                break;
            default:
                throw new ArgumentException($"{value.GetType()} is no value.");
        }
    }
}
