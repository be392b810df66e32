using System.Text;

namespace GraphService.Neo4j.Bolt.PackStream;

/// <summary>
/// Reads a value as an object: null, bool, long, double, string, byte[], <see cref="List{T}"/>, <see cref="Dictionary{TKey, TValue}"/> or
/// <see cref="PackStructure"/>. For metadata and tests; rows are pushed (<see cref="RowReader"/>).
/// </summary>
internal static class PackValue
{
    public static object? Read(ref PackStreamReader reader, int depth = 0)
    {
        PackStreamReader.CheckDepth(depth);
        switch (reader.PeekType())
        {
            case PackType.Null:
                reader.ReadNull();
                return null;
            case PackType.Boolean:
                return reader.ReadBoolean();
            case PackType.Integer:
                return reader.ReadInteger();
            case PackType.Float:
                return reader.ReadFloat();
            case PackType.Bytes:
                return reader.ReadBytes().ToArray();
            case PackType.String:
                return Encoding.UTF8.GetString(reader.ReadString());
            case PackType.List:
                return ReadAll(ref reader, reader.ReadListHeader(), depth);
            case PackType.Dictionary:
                return ReadDictionary(ref reader, depth);
            case PackType.Structure:
                (byte tag, int fields) = reader.ReadStructureHeader();
                return new PackStructure(tag, ReadAll(ref reader, fields, depth));
            default:
                throw reader.UnknownMarker();
        }
    }

    /// <summary>Of keys that stand twice the last one counts. (PackStream specification, Dictionary.)</summary>
    public static Dictionary<string, object?> ReadDictionary(ref PackStreamReader reader, int depth = 0)
    {
        var entries = reader.ReadDictionaryHeader();
        var dictionary = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (; entries > 0; entries--)
        {
            var key = Encoding.UTF8.GetString(reader.ReadString());
            dictionary[key] = Read(ref reader, depth + 1);
        }

        return dictionary;
    }

    private static List<object?> ReadAll(ref PackStreamReader reader, int count, int depth)
    {
        var values = new List<object?>();
        for (; count > 0; count--)
        {
            values.Add(Read(ref reader, depth + 1));
        }

        return values;
    }
}

/// <summary>A structure: what it is, and its fields. (PackStream specification, Structure.)</summary>
internal sealed record PackStructure(byte Tag, List<object?> Fields);
