using System.Globalization;
using System.Text;

namespace GraphService.Graph.Text;

/// <summary>
/// Compatibility decompositions (NFKD) without their marks. <see cref="string.Normalize()"/> decomposes nothing in globalization-invariant
/// mode, and its answers would follow the machine's ICU; folded texts are stored, and must not.
/// </summary>
internal static class Decompositions
{
    private const int FirstSyllable = 0xAC00;
    private const int Syllables = 11172;
    private static readonly Dictionary<int, Rune[]> s_table = Read();

    /// <summary>The decomposition, or false when the character stands for itself. Marks are left out.</summary>
    public static bool TryGet(Rune character, Span<Rune> syllable, out ReadOnlySpan<Rune> decomposition)
    {
        var index = character.Value - FirstSyllable;
        if ((uint)index < Syllables)
        {
            decomposition = Decompose(index, syllable);
            return true;
        }

        var found = s_table.TryGetValue(character.Value, out var runes);
        decomposition = runes;
        return found;
    }

    // Unicode, 3.12 Conjoining Jamo Behavior: Hangul Syllable Decomposition.
    private static ReadOnlySpan<Rune> Decompose(int syllable, Span<Rune> room)
    {
        const int Vowels = 21, Trails = 28;
        room[0] = new Rune(0x1100 + (syllable / (Vowels * Trails)));
        room[1] = new Rune(0x1161 + (syllable % (Vowels * Trails) / Trails));
        room[2] = new Rune(0x11A7 + (syllable % Trails));
        return room[..(syllable % Trails == 0 ? 2 : 3)];
    }

    private static Dictionary<int, Rune[]> Read()
    {
        using var stream = typeof(Decompositions).Assembly.GetManifestResourceStream("Decompositions.txt")!;
        using var reader = new StreamReader(stream);
        var table = new Dictionary<int, Rune[]>(6000);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            foreach (var range in line.AsSpan().Split(' '))
            {
                Add(table, line.AsSpan(range));
            }
        }

        return table;
    }

    private static void Add(Dictionary<int, Rune[]> table, ReadOnlySpan<char> entry)
    {
        var equals = entry.IndexOf('=');
        var from = entry[..equals];
        var dash = from.IndexOf('-');
        var first = Hex(dash < 0 ? from : from[..dash]);
        var last = dash < 0 ? first : Hex(from[(dash + 1)..]);
        var codes = entry[(equals + 1)..];
        var to = new List<Rune>();
        foreach (var range in codes.Split('+'))
        {
            // A character that decomposes into marks alone has no codes.
            if (!codes[range].IsEmpty)
            {
                to.Add(new Rune(Hex(codes[range])));
            }
        }

        table[first] = [.. to];
        for (var code = first + 1; code <= last; code++)
        {
            table[code] = [new Rune(to[0].Value + code - first)];
        }
    }

    private static int Hex(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
