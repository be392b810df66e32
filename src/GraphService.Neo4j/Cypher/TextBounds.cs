using System.Globalization;
using System.Text;

namespace GraphService.Neo4j.Cypher;

/// <summary>
/// Regular expressions for the texts above and below a text in the order of code points, where the server's own comparison has another order. Each is for a
/// stretch of the text, behind what stands before it: a text is above when one of them matches. Short stretches, because the server matches by recursion.
/// </summary>
internal static class TextBounds
{
    private const int Stretch = 128;
    private const int MaxStretches = 4;
    private const string Never = "(?!)";

    /// <summary>Texts greater than a text (or equal to it).</summary>
    public static byte[][] Above(ReadOnlySpan<byte> text, bool orEqual) => Expressions(text, Greater, orEqual ? ".*" : ".+");

    /// <summary>Texts less than a text (or equal to it).</summary>
    public static byte[][] Below(ReadOnlySpan<byte> text, bool orEqual) => Expressions(text, Less, orEqual ? "" : Never);

    /// <summary>What the expressions leave open: texts that agree with all that they look at. Null when they look at everything.</summary>
    public static byte[]? Beyond(ReadOnlySpan<byte> text)
    {
        var place = 0;
        for (var i = 0; i < Stretch * MaxStretches && place < text.Length; i++)
        {
            Rune.DecodeFromUtf8(text[place..], out _, out var length);
            place += length;
        }

        return place == text.Length ? null : text[..place].ToArray();
    }

    private static byte[][] Expressions(ReadOnlySpan<byte> text, Func<int, string> beside, string atEnd)
    {
        var characters = new List<int>();
        foreach (var rune in Encoding.UTF8.GetString(text).EnumerateRunes())
        {
            characters.Add(rune.Value);
        }

        var stretches = Math.Clamp((characters.Count + Stretch - 1) / Stretch, 1, MaxStretches);
        var made = new byte[stretches][];
        for (var i = 0; i < stretches; i++)
        {
            var first = i * Stretch;
            var count = Math.Min(Stretch, characters.Count - first);
            var isLast = first + count == characters.Count;
            var expression = new StringBuilder("(?s)");
            characters.GetRange(0, first).ForEach(c => expression.Append(Character(c)));
            foreach (var character in characters.GetRange(first, count))
            {
                expression.Append("(?:").Append(beside(character)).Append('|').Append(Character(character));
            }

            expression.Append(isLast ? $"(?:{atEnd})" : Never).Append(')', count);
            made[i] = Encoding.UTF8.GetBytes(expression.ToString());
        }

        return made;
    }

    private static string Greater(int character) => character == 0x10FFFF ? Never : $"[{Character(character + 1)}-{Character(0x10FFFF)}].*";

    // A text that ends here is less too: the empty alternative.
    private static string Less(int character) => character == 0 ? "" : $"[{Character(0)}-{Character(character - 1)}].*|";

    private static string Character(int value) => string.Create(CultureInfo.InvariantCulture, $"\\x{{{value:x}}}");
}
