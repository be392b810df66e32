using GraphService.Graph.Model;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>What of a text or cursor decides the form of a statement's text; everything else is a value.</summary>
internal static class CursorForm
{
    // UTF-8 of U+E000 and above begins with this byte or a higher one, and no other byte of a character is as high.
    private const byte FirstHigh = 0xEE;

    /// <summary>
    /// True when the server would compare the text, as a parameter, in another order than stored texts: it compares parameters by UTF-16 units, and those of
    /// characters beyond the Basic Multilingual Plane are below U+E000.
    /// </summary>
    public static bool IsHigh(ReadOnlySpan<byte> text) => text.IndexOfAnyInRange(FirstHigh, byte.MaxValue) >= 0;

    /// <summary>True when no row of a list lacks the key.</summary>
    public static bool IsRequired(in OrderTerm term) => term.Kind != ValueKind.Property || term.Property is { IsRequired: true, OnlyOn: null };

    /// <summary>True when a key is missing that no row lacks: only a forged cursor has it.</summary>
    public static bool LacksRequired(Cursor cursor, OrderTerm[] order)
    {
        for (var i = 0; i < order.Length; i++)
        {
            if (cursor.Keys[i].IsMissing && IsRequired(order[i]))
            {
                return true;
            }
        }

        return false;
    }
}
