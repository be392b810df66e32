using GraphService.Graph.Store.Building;

namespace GraphService.Films.Derivations;

/// <summary>Checks where something was released or ranked: an ISO 3166-1 alpha-2 code in capitals, or the whole world.</summary>
internal static class Territories
{
    private const string Property = "territory";

    public static void Check(DraftType type)
    {
        var territories = type.Texts(Property);
        for (var row = 0; row < type.Count; row++)
        {
            if (territories.Has(row) && !IsTerritory(territories.Get(row)))
            {
                type.Fault(row, Property, "the territory is neither a country code of ISO 3166-1 alpha-2 in capitals, such as FR, nor world");
            }
        }
    }

    private static bool IsTerritory(ReadOnlySpan<byte> text) =>
        text.SequenceEqual("world"u8) || CountryCodes.Contains(text);
}
