using System.Text;

namespace GraphService.GraphQL.Language;

// Spec, String Value: EscapedUnicode and EscapedCharacter
internal static class StringEscapes
{
    // More digits than any scalar value needs are quoted no further in an error.
    private const int LongestExcerpt = 12;

    /// <summary>The value of a quoted string's content, whose escapes the lexer has found valid.</summary>
    public static string Resolve(ReadOnlySpan<char> content)
    {
        var backslash = content.IndexOf('\\');
        if (backslash < 0)
        {
            return content.ToString();
        }

        var value = new StringBuilder(content.Length);
        for (; backslash >= 0; backslash = content.IndexOf('\\'))
        {
            value.Append(content[..backslash]);
            content = content[backslash..];
            var length = 2;
            if (Character(content[1]) is { } c)
            {
                value.Append(c);
            }
            else if (TryReadUnicode(content, out var rune, out length))
            {
                value.Append(rune.ToString());
            }

            content = content[length..];
        }

        return value.Append(content).ToString();
    }

    /// <summary>EscapedCharacter :: one of " \ / b f n r t</summary>
    public static char? Character(char escape) => escape switch
    {
        '"' or '\\' or '/' => escape,
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => null,
    };

    /// <summary>Reads <c>\u{...}</c>, <c>\uXXXX</c> or a surrogate pair of two of these.</summary>
    /// <param name="text">The text from the backslash on.</param>
    /// <param name="rune">The scalar value.</param>
    /// <param name="length">The characters read; when false is returned, those that an error should show.</param>
    public static bool TryReadUnicode(ReadOnlySpan<char> text, out Rune rune, out int length)
    {
        if (text.Length > 2 && text[2] == '{')
        {
            return TryReadBraces(text, out rune, out length);
        }

        length = 6;
        if (!TryReadHex4(text, out var unit))
        {
            rune = default;
            return false;
        }

        if (Rune.TryCreate(unit, out rune))
        {
            return true;
        }

        // Spec, Static Semantics of StringValue: a leading surrogate must be followed by the escape of a trailing one.
        var rest = text[6..];
        if (rest.StartsWith("\\u") && TryReadHex4(rest, out var trailing) && Rune.TryCreate(unit, trailing, out rune))
        {
            length = 12;
            return true;
        }

        return false;
    }

    private static bool TryReadBraces(ReadOnlySpan<char> text, out Rune rune, out int length)
    {
        var codePoint = 0;
        var end = 3;
        for (; end < text.Length && char.IsAsciiHexDigit(text[end]); end++)
        {
            codePoint = Math.Min((codePoint << 4) | HexDigit(text[end]), 0x110000);
        }

        rune = default;
        var closed = end > 3 && end < text.Length && text[end] == '}';
        if (closed && Rune.TryCreate(codePoint, out rune))
        {
            length = end + 1;
            return true;
        }

        length = Math.Min(end + 1, LongestExcerpt);
        return false;
    }

    private static bool TryReadHex4(ReadOnlySpan<char> escape, out char unit)
    {
        var value = 0;
        for (var i = 2; i < 6; i++)
        {
            if (i >= escape.Length || !char.IsAsciiHexDigit(escape[i]))
            {
                unit = default;
                return false;
            }

            value = (value << 4) | HexDigit(escape[i]);
        }

        unit = (char)value;
        return true;
    }

    private static int HexDigit(char c) => (c & 0xF) + (c > '9' ? 9 : 0);
}
