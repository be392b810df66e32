using System.Text.Encodings.Web;
using System.Text.Json;

namespace GraphService.GraphQL.Transport;

/// <summary>Text to JSON strings and back, refusing what is no Unicode text (unpaired surrogates, bad UTF-8).</summary>
internal static class JsonStrings
{
    /// <summary>The JSON string of a text, with its quotes.</summary>
    public static ReadOnlyMemory<byte> ToToken(string parameter, string text)
    {
        try
        {
            // A GET and a POST of one query meet in the plan cache, so both are kept escaped: text taken for its escaped form would be another query.
            var escaped = JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes;
            return (byte[])[(byte)'"', .. escaped, (byte)'"'];
        }
        catch (ArgumentException)
        {
            throw RequestErrors.NotUnicode(parameter);
        }
    }

    /// <summary>The text of a JSON string given with its quotes.</summary>
    public static string Unescape(string parameter, ReadOnlySpan<byte> token)
    {
        var reader = new Utf8JsonReader(token);
        reader.Read();
        return GetString(parameter, ref reader);
    }

    /// <summary>The text of the string at which the reader stands.</summary>
    public static string GetString(string parameter, ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw RequestErrors.NotUnicode(parameter);
        }
    }
}
