using System.Globalization;
using System.Text;

namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>A Bolt message, decoded.</summary>
internal sealed record BoltMessage(string Name, List<object?> Fields)
{
    private static readonly Dictionary<byte, string> _names = new()
    {
        [0x01] = "HELLO", [0x02] = "GOODBYE", [0x0F] = "RESET", [0x10] = "RUN", [0x11] = "BEGIN", [0x12] = "COMMIT", [0x13] = "ROLLBACK",
        [0x2F] = "DISCARD", [0x3F] = "PULL", [0x54] = "TELEMETRY", [0x66] = "ROUTE", [0x6A] = "LOGON", [0x6B] = "LOGOFF",
        [0x70] = "SUCCESS", [0x71] = "RECORD", [0x7E] = "IGNORED", [0x7F] = "FAILURE",
    };

    /// <summary>The text of a RUN; null for other messages.</summary>
    public string? Statement => Name == "RUN" ? (string?)Fields[0] : null;

    public static BoltMessage Decode(ReadOnlySpan<byte> payload)
    {
        var structure = (Structure)PackReader.Read(payload)!;
        return new BoltMessage(_names[structure.Tag], structure.Fields);
    }

    public byte[] Encode() => PackWriter.Write(new Structure(_names.Single(pair => pair.Value == Name).Key, Fields));

    /// <summary>A field that is a map.</summary>
    public Dictionary<string, object?> Map(int field) => (Dictionary<string, object?>)Fields[field]!;

    public override string ToString() => string.Join(' ', Fields.Select(Show).Prepend(Name));

    /// <summary>A value as text; maps in the order of their keys, so that equal values have equal texts.</summary>
    public static string Show(object? value) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        string s => '"' + s + '"',
        byte[] bytes => "#" + Convert.ToHexString(bytes),
        List<object?> list => "[" + string.Join(", ", list.Select(Show)) + "]",
        Dictionary<string, object?> map => "{" + string.Join(", ", map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Key + ": " + Show(entry.Value))) + "}",
        Structure structure => new StringBuilder().Append(CultureInfo.InvariantCulture, $"<{structure.Tag:X2}").Append(Show(structure.Fields)).Append('>').ToString(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{value.GetType()} is no value."),
    };
}
