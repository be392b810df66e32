using System.Globalization;
using System.Text.Json;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.TypeSystem.Building;

/// <summary>Spec, Scalars, Built-in Scalars: what each accepts as input.</summary>
internal static class BuiltInScalars
{
    public static ScalarType Int { get; } = new("Int")
    {
        IsBuiltIn = true,
        Description = "A whole number that fits in 32 bits with its sign: from -2147483648 to 2147483647.",
        ParseLiteral = literal => literal is not IntValueNode number ? Refuse("Int cannot represent non-integer value", literal)
            : int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? ((long)value, null)
            : Refuse("Int cannot represent non 32-bit signed integer value", literal),
        ParseJson = json => !Numbers.TryGetInteger(json, out var number) ? Refuse("Int cannot represent non-integer value", json)
            : number is >= int.MinValue and <= int.MaxValue ? ((long)number, null)
            : Refuse("Int cannot represent non 32-bit signed integer value", json),
    };

    public static ScalarType Float { get; } = new("Float")
    {
        IsBuiltIn = true,
        Description = "A number with a fraction: finite, of double precision (IEEE 754).",
        ParseLiteral = literal =>
        {
            var text = literal switch
            {
                IntValueNode number => number.Text,
                FloatValueNode number => number.Text,
                _ => null,
            };
            return text is null ? Refuse("Float cannot represent non numeric value", literal)
                : Numbers.TryParseFinite(text, out var value) ? (value, null)
                : Refuse("Float cannot represent a value beyond its range", literal);
        },
        ParseJson = json => json.ValueKind != JsonValueKind.Number ? Refuse("Float cannot represent non numeric value", json)
            : json.TryGetDouble(out var value) && double.IsFinite(value) ? (value, null)
            : Refuse("Float cannot represent a value beyond its range", json),
    };

    public static ScalarType String { get; } = new("String")
    {
        IsBuiltIn = true,
        Description = "Text: a sequence of Unicode characters.",
        ParseLiteral = literal => literal is StringValueNode text ? (text.Value, null) : Refuse("String cannot represent a non string value", literal),
        ParseJson = json => json.ValueKind != JsonValueKind.String ? Refuse("String cannot represent a non string value", json)
            : ShortText.TryGetString(json, out var text) ? (text, null)
            : Refuse("String cannot represent text that is not valid Unicode", json),
    };

    public static ScalarType Boolean { get; } = new("Boolean")
    {
        IsBuiltIn = true,
        Description = "`true` or `false`.",
        ParseLiteral = literal => literal is BooleanValueNode boolean ? (boolean.Value, null) : Refuse("Boolean cannot represent a non boolean value", literal),
        ParseJson = json => json.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? (json.ValueKind == JsonValueKind.True, null)
            : Refuse("Boolean cannot represent a non boolean value", json),
    };

    public static ScalarType ID { get; } = new("ID")
    {
        IsBuiltIn = true,
        Description = "Tells an object from all others. It is served as a string, not meant to be taken apart, and accepted as a string or a whole number.",
        ParseLiteral = literal => literal switch
        {
            StringValueNode text => (text.Value, null),
            IntValueNode number => (number.Text, null),
            _ => Refuse("ID cannot represent a non-string and non-integer value", literal),
        },
        ParseJson = json => json.ValueKind switch
        {
            JsonValueKind.String when ShortText.TryGetString(json, out var text) => (text, null),
            JsonValueKind.Number when !json.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') => (json.GetRawText(), null),
            _ => Refuse("ID cannot represent value", json),
        },
    };

    /// <summary>In the order of the specification.</summary>
    public static IReadOnlyList<ScalarType> All { get; } = [Int, Float, String, Boolean, ID];

    public static ScalarType? Find(string name) => All.FirstOrDefault(scalar => scalar.Name == name);

    private static (object?, string?) Refuse(string reason, ValueNode literal) => (null, $"{reason}: {ShortText.Of(literal)}");

    private static (object?, string?) Refuse(string reason, JsonElement json) => (null, $"{reason}: {ShortText.Of(json)}");
}
