using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.TypeSystem;

/// <summary>Values as errors quote them: on one line, and cut, because a client may have sent a megabyte.</summary>
internal static class ShortText
{
    public const int MaxLength = 100;

    public static string Of(ValueNode value) => Cut(Printer.Print(value).ReplaceLineEndings(" "));

    public static string Of(JsonElement value)
    {
        // The raw text is looked at only as far as it is shown. A code point takes four bytes at most.
        var raw = JsonMarshal.GetRawUtf8Value(value);
        var shown = new StringBuilder();
        var inString = false;
        for (var i = 0; i < raw.Length && shown.Length <= MaxLength;)
        {
            Rune.DecodeFromUtf8(raw[i..], out var rune, out var length);
            i += length;
            if (inString && rune.Value == '\\' && i < raw.Length)
            {
                shown.Append('\\').Append((char)raw[i++]);
                continue;
            }

            inString ^= rune.Value == '"';
            if (inString || !Rune.IsWhiteSpace(rune))
            {
                shown.Append(rune.ToString());
            }
        }

        return Cut(shown.ToString());
    }

    /// <summary>False for what is no string, and for a string with half a surrogate pair, which JSON's escapes allow.</summary>
    public static bool TryGetString(JsonElement json, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (json.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            text = json.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>False for a name with half a surrogate pair.</summary>
    public static bool TryGetName(JsonProperty property, [NotNullWhen(true)] out string? name)
    {
        try
        {
            name = property.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = null;
            return false;
        }
    }

    public static string Cut(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        var length = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return string.Concat(text.AsSpan(0, length), "…");
    }
}
