using System.Buffers;
using System.Globalization;
using System.Text;

namespace GraphService.Graph.Text;

/// <summary>
/// The form in which names are looked up and searched: without accents and case, words of letters and numbers parted by single
/// spaces. "L'Ascension" is "l ascension", "K.O." is "ko". Folding a folded text changes nothing.
/// </summary>
public static class Folding
{
    private const byte Vanishes = 0;
    private const byte Parts = (byte)' ';
    private static readonly byte[] s_ascii = AsciiTable();

    /// <summary>Folds a text; empty when nothing is left of it.</summary>
    public static string Fold(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var output = new ArrayBufferWriter<byte>(utf8.Length + 16);
        Fold(utf8, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>Appends the folded form of a UTF-8 text.</summary>
    public static void Fold(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> output)
    {
        if (Ascii.IsValid(text))
        {
            FoldAscii(text, output);
            return;
        }

        var word = new WordWriter(output);
        while (!text.IsEmpty)
        {
            if (text[0] < 0x80)
            {
                word.Append(s_ascii[text[0]]);
                text = text[1..];
            }
            else
            {
                Rune.DecodeFromUtf8(text, out var rune, out var length);
                AppendDecomposed(ref word, rune);
                text = text[length..];
            }
        }
    }

    /// <summary>
    /// True when every word of the phrase begins a word of the value; both are folded UTF-8. No words ask for nothing.
    /// </summary>
    public static bool MatchesSearch(ReadOnlySpan<byte> foldedValue, ReadOnlySpan<byte> foldedPhrase)
    {
        while (!foldedPhrase.IsEmpty)
        {
            var space = foldedPhrase.IndexOf((byte)' ');
            var word = space < 0 ? foldedPhrase : foldedPhrase[..space];
            if (!BeginsWord(foldedValue, word))
            {
                return false;
            }

            foldedPhrase = space < 0 ? default : foldedPhrase[(space + 1)..];
        }

        return true;
    }

    // Most texts of a large graph: the same as below, straight into the output.
    private static void FoldAscii(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> output)
    {
        var folded = output.GetSpan(Math.Max(1, text.Length));
        var length = 0;
        var isParted = false;
        foreach (var character in text)
        {
            var letter = s_ascii[character];
            if (letter == Parts)
            {
                isParted = length > 0;
            }
            else if (letter != Vanishes)
            {
                if (isParted)
                {
                    folded[length++] = Parts;
                    isParted = false;
                }

                folded[length++] = letter;
            }
        }

        output.Advance(length);
    }

    private static bool BeginsWord(ReadOnlySpan<byte> value, ReadOnlySpan<byte> word)
    {
        while (!value.StartsWith(word))
        {
            var space = value.IndexOf((byte)' ');
            if (space < 0)
            {
                return false;
            }

            value = value[(space + 1)..];
        }

        return true;
    }

    private static void AppendDecomposed(ref WordWriter word, Rune rune)
    {
        Span<Rune> syllable = stackalloc Rune[3];
        if (!Decompositions.TryGet(rune, syllable, out var decomposition))
        {
            AppendRune(ref word, rune);
            return;
        }

        foreach (var part in decomposition)
        {
            AppendRune(ref word, part);
        }
    }

    private static void AppendRune(ref WordWriter word, Rune rune)
    {
        if (rune.IsAscii)
        {
            word.Append(s_ascii[rune.Value]);
            return;
        }

        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark:
                return;
            case <= UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber:
                AppendLetter(ref word, Rune.ToLowerInvariant(rune));
                return;
            default:
                word.Append(Parts);
                return;
        }
    }

    // Letters that have no decomposition but are commonly written with plain ones.
    private static void AppendLetter(ref WordWriter word, Rune lower)
    {
        switch (lower.Value)
        {
            case 'ł': word.Append("l"u8); break;
            case 'ø': word.Append("o"u8); break;
            case 'đ' or 'ð': word.Append("d"u8); break;
            case 'þ': word.Append("th"u8); break;
            case 'ß': word.Append("ss"u8); break;
            case 'æ': word.Append("ae"u8); break;
            case 'œ': word.Append("oe"u8); break;
            case 'ı': word.Append("i"u8); break;
            default:
                Span<byte> utf8 = stackalloc byte[4];
                word.Append(utf8[..lower.EncodeToUtf8(utf8)]);
                break;
        }
    }

    private static byte[] AsciiTable()
    {
        var table = new byte[128];
        for (var c = 0; c < table.Length; c++)
        {
            table[c] = char.IsAsciiLetterOrDigit((char)c) ? (byte)char.ToLowerInvariant((char)c) : Parts;
        }

        table['.'] = Vanishes;
        return table;
    }

    /// <summary>Writes words with one space between them.</summary>
    private ref struct WordWriter(ArrayBufferWriter<byte> output)
    {
        private bool _hasWords;
        private bool _isParted;

        public void Append(byte folded)
        {
            switch (folded)
            {
                case Vanishes:
                    break;
                case Parts:
                    _isParted = true;
                    break;
                default:
                    Append([folded]);
                    break;
            }
        }

        public void Append(scoped ReadOnlySpan<byte> letters)
        {
            if (_isParted && _hasWords)
            {
                output.Write(" "u8);
            }

            output.Write(letters);
            _hasWords = true;
            _isParted = false;
        }
    }
}
