using System.Buffers;
using System.Text;
using GraphService.Graph.Text;

namespace GraphService.Films.Derivations;

/// <summary>The form of a person's name by which people are ordered: surname first, folded.</summary>
public static class SortName
{
    /// <summary>
    /// The name parted at white space only, last part first, then the others in order, then folded: "Zoé O'Brien" is "o brien zoe".
    /// </summary>
    public static string Of(string name)
    {
        var sortName = new ArrayBufferWriter<byte>();
        Append(Encoding.UTF8.GetBytes(name), sortName);
        return Encoding.UTF8.GetString(sortName.WrittenSpan);
    }

    /// <summary>Appends the sort name of a name, both UTF-8.</summary>
    public static void Append(ReadOnlySpan<byte> name, ArrayBufferWriter<byte> sortName)
    {
        ArgumentNullException.ThrowIfNull(sortName);
        var end = name.Length;
        while (Last(name[..end], out var rune, out var length) && Rune.IsWhiteSpace(rune))
        {
            end -= length;
        }

        var start = end;
        while (Last(name[..start], out var rune, out var length) && !Rune.IsWhiteSpace(rune))
        {
            start -= length;
        }

        var parts = new ArrayBufferWriter<byte>(name.Length + 1);
        parts.Write(name[start..end]);
        parts.Write(" "u8);
        parts.Write(name[..start]);
        Folding.Fold(parts.WrittenSpan, sortName);
    }

    private static bool Last(ReadOnlySpan<byte> text, out Rune rune, out int length)
    {
        Rune.DecodeLastFromUtf8(text, out rune, out length);
        return !text.IsEmpty;
    }
}
