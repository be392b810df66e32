using System.Globalization;
using System.Text.Json;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.TypeSystem;

/// <summary>How a custom scalar reads its values: the value, or null with a reason that ends without a full stop.</summary>
/// <param name="ParseLiteral">Reads a literal of a document.</param>
/// <param name="ParseJson">Reads the JSON value of a variable.</param>
public sealed record ScalarCoercion(
    Func<ValueNode, (object? Value, string? Error)> ParseLiteral,
    Func<JsonElement, (object? Value, string? Error)> ParseJson)
{
    /// <summary>ISO 8601 dates in full or in part, as strings: 2025-06-06, 2025-06, 2025. The value is the string.</summary>
    public static ScalarCoercion Date { get; } = new(
        literal => literal is StringValueNode text && IsDate(text.Value) ? (text.Value, null) : (null, NoDate(ShortText.Of(literal))),
        json => ShortText.TryGetString(json, out var text) && IsDate(text) ? (text, null) : (null, NoDate(ShortText.Of(json))));

    /// <summary>64-bit integers, written as numbers.</summary>
    public static ScalarCoercion Long { get; } = new(
        literal => literal is not IntValueNode number ? (null, $"Long cannot represent non-integer value: {ShortText.Of(literal)}")
            : long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? (value, null)
            : (null, $"Long cannot represent non 64-bit signed integer value: {ShortText.Of(literal)}"),
        json => !Numbers.TryGetInteger(json, out var number) ? (null, $"Long cannot represent non-integer value: {ShortText.Of(json)}")
            : number is >= long.MinValue and <= long.MaxValue ? ((long)number, null)
            : (null, $"Long cannot represent non 64-bit signed integer value: {ShortText.Of(json)}"));

    /// <summary>What a custom scalar takes that nothing is known about: any string or number.</summary>
    internal static ScalarCoercion Any(string name) => new(
        literal => literal switch
        {
            StringValueNode text => (text.Value, null),
            IntValueNode number when long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => (value, null),
            IntValueNode number when Numbers.TryParseFinite(number.Text, out var value) => (value, null),
            FloatValueNode number when Numbers.TryParseFinite(number.Text, out var value) => (value, null),
            _ => (null, $"{name} cannot represent value: {ShortText.Of(literal)}"),
        },
        json => json.ValueKind switch
        {
            JsonValueKind.String when ShortText.TryGetString(json, out var text) => (text, null),
            JsonValueKind.Number when json.TryGetInt64(out var value) => (value, null),
            JsonValueKind.Number when json.TryGetDouble(out var value) && double.IsFinite(value) => (value, null),
            _ => (null, $"{name} cannot represent value: {ShortText.Of(json)}"),
        });

    private static bool IsDate(string text) => text.Length switch
    {
        4 => IsDigits(text) && text != "0000",
        7 => IsExact(text + "-01"),
        10 => IsExact(text),
        _ => false,
    };

    private static bool IsExact(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsDigits(string text) => text.All(char.IsAsciiDigit);

    private static string NoDate(string value) => $"Date cannot represent a non date value (2025-06-06, 2025-06 or 2025): {value}";
}
