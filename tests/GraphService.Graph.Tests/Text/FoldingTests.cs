using System.Buffers;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GraphService.Graph.Text;

namespace GraphService.Graph.Tests.Text;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("K.O.", "ko")]
    [InlineData("L'Ascension", "l ascension")]
    [InlineData("Zoé O'Brien", "zoe o brien")]
    [InlineData("  Les   Revenants !", "les revenants")]
    [InlineData("...", "")]
    [InlineData("¿?", "")]
    [InlineData("Łukasz Żal", "lukasz zal")]
    [InlineData("Øyvind Đorđe Þór Guðrún", "oyvind dorde thor gudrun")]
    [InlineData("STRASSE straße ẞ", "strasse strasse ss")]
    [InlineData("Æon Œuvre æ œ", "aeon oeuvre ae oe")]
    [InlineData("Işık İzmir", "isik izmir")]
    [InlineData("ﬁlm ½ ² Ⅷ ①", "film 1 2 2 viii 1")]
    [InlineData("Ａｍéｌｉｅ．", "amelie")]
    [InlineData("ÉCLAIR e\u0301clair", "eclair eclair")]
    [InlineData("日本 한국", "日本 \u1112\u1161\u11ab\u1100\u116e\u11a8")]
    [InlineData("각가", "\u1100\u1161\u11a8\u1100\u1161")]
    [InlineData("Жизнь Ёлка", "жизнь елка")]
    [InlineData("Ελλάδα", "ελλαδα")]
    [InlineData("नमस्ते", "नमसत")]
    [InlineData("a\u0301\u0302b", "ab")]
    [InlineData("10…20 a.b a…b", "1020 ab ab")]
    [InlineData("𝒜𝓫 𐐀", "ab 𐐨")]
    [InlineData("tab\tand\nline\0nul", "tab and line nul")]
    [InlineData("😀 smile 😀", "smile")]
    [InlineData("\ud800x\udc00", "x")]
    [InlineData("ﷺ", "صلى الله عليه وسلم")]
    [InlineData("Kelvin \u212a Ångström \u212b", "kelvin k angstrom a")]
    public void Folds(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void Folding_twice_is_folding_once_for_every_character()
    {
        for (var code = 0; code < 0x110000; code++)
        {
            if (!Rune.IsValid(code))
            {
                continue;
            }

            var folded = Folding.Fold($"a{new Rune(code)}b");
            if (Folding.Fold(folded) != folded || !IsFolded(folded))
            {
                Assert.Fail($"U+{code:X4}: '{folded}' becomes '{Folding.Fold(folded)}'");
            }
        }
    }

    [Fact]
    public void Folded_texts_are_words_of_letters_and_numbers_parted_by_single_spaces() =>
        Prop.ForAll<string>(text =>
        {
            var folded = Folding.Fold(text ?? "");
            return IsFolded(folded) && Folding.Fold(folded) == folded;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Appending_keeps_what_is_there()
    {
        var output = new ArrayBufferWriter<byte>();
        Folding.Fold("Été"u8, output);
        Folding.Fold(" Hiver"u8, output);
        Assert.Equal("etehiver", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Theory]
    [InlineData("l ascension", "asc", true)]
    [InlineData("l ascension", "asc l", true)]
    [InlineData("l ascension", "l l", true)]
    [InlineData("l ascension", "cension", false)]
    [InlineData("l ascension", "ascension droite", false)]
    [InlineData("l ascension", "l ascensions", false)]
    [InlineData("banana ana", "ana", true)]
    [InlineData("banana", "ana", false)]
    [InlineData("a", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("les revenants", "rev les", true)]
    public void Search_matches_beginnings_of_words(string value, string phrase, bool matches) =>
        Assert.Equal(matches, Folding.MatchesSearch(Encoding.UTF8.GetBytes(value), Encoding.UTF8.GetBytes(phrase)));

    [Fact]
    public void Matching_allocates_nothing()
    {
        Folding.MatchesSearch("the quick brown fox"u8, "fo qui"u8);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Folding.MatchesSearch("the quick brown fox"u8, "fo qui"u8);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static bool IsFolded(string text) =>
        text.Length == 0
        || (text[0] != ' ' && text[^1] != ' ' && !text.Contains("  ", StringComparison.Ordinal)
            && text.EnumerateRunes().All(r => r.Value == ' ' || IsWordCharacter(r)));

    private static bool IsWordCharacter(Rune rune) =>
        CharUnicodeInfo.GetUnicodeCategory(rune.Value) is <= UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
