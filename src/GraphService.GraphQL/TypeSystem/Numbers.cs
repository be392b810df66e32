using System.Globalization;
using System.Text.Json;

namespace GraphService.GraphQL.TypeSystem;

/// <summary>Reads numbers as the scalars want them.</summary>
internal static class Numbers
{
    /// <summary>A finite double: the text of a literal may name one beyond its range.</summary>
    public static bool TryParseFinite(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    /// <summary>A JSON number without a fraction. JSON has no integers of its own: 1.0 and 1e3 are such numbers too.</summary>
    public static bool TryGetInteger(JsonElement json, out decimal value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out value) && decimal.IsInteger(value);
    }
}
