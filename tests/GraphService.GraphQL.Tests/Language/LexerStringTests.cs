using System.Text;
using GraphService.GraphQL.Language;
using static GraphService.GraphQL.Tests.Language.SyntaxAssert;

namespace GraphService.GraphQL.Tests.Language;

public class LexerStringTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"Heat\"", "Heat")]
    [InlineData("\" white space \"", " white space ")]
    [InlineData("\"tab\there\"", "tab\there")]
    [InlineData("\"# no comment, {no} token\"", "# no comment, {no} token")]
    [InlineData("\"Amélie 🎬\"", "Amélie 🎬")]
    [InlineData("\"\u0000\u007F\uFEFF\"", "\u0000\u007F\uFEFF")]
    public void Any_scalar_value_may_stand_in_a_string(string text, string value) => Assert.Equal(value, StringValue(text));

    [Theory]
    [InlineData("""
        "\" \\ \/ \b \f \n \r \t"
        """, "\" \\ / \b \f \n \r \t")]
    [InlineData("""
        "\u0041\u00e9\u00E9"
        """, "Aéé")]
    [InlineData("""
        "\uD83C\uDFAC"
        """, "🎬")]
    [InlineData("""
        "\u{1F3AC}\u{41}\u{000000000000041}\u{0}\u{10FFFF}"
        """, "🎬AA\0\U0010FFFF")]
    [InlineData("""
        "\\u0041"
        """, "\\u0041")]
    public void Escapes_are_resolved(string text, string value) => Assert.Equal(value, StringValue(text));

    [Theory]
    [InlineData("\"", "Unterminated string.", 1, 2)]
    [InlineData("\"Heat", "Unterminated string.", 1, 6)]
    [InlineData("\"Heat\\", "Invalid character escape sequence: \"\\\".", 1, 6)]
    [InlineData("\"Heat\\\"", "Unterminated string.", 1, 8)]
    [InlineData("a\n\"two\nlines\"", "Unterminated string.", 2, 5)]
    [InlineData("\"two\rlines\"", "Unterminated string.", 1, 5)]
    [InlineData("\"bad \\x esc\"", "Invalid character escape sequence: \"\\x\".", 1, 6)]
    [InlineData("\"bad \\\n esc\"", "Invalid character escape sequence: \"\\\n\".", 1, 6)]
    [InlineData("\"bad \\u1 esc\"", "Invalid Unicode escape sequence: \"\\u1 es\".", 1, 6)]
    [InlineData("\"bad \\u0XX1\"", "Invalid Unicode escape sequence: \"\\u0XX1\".", 1, 6)]
    [InlineData("\"\\u12\"", "Invalid Unicode escape sequence: \"\\u12\"\".", 1, 2)]
    [InlineData("\"\\uD83C\"", "Invalid Unicode escape sequence: \"\\uD83C\".", 1, 2)]
    [InlineData("\"\\uD83C\\uD83C\"", "Invalid Unicode escape sequence: \"\\uD83C\".", 1, 2)]
    [InlineData("\"\\uD83C\\u{DFAC}\"", "Invalid Unicode escape sequence: \"\\uD83C\".", 1, 2)]
    [InlineData("\"\\uDFAC\"", "Invalid Unicode escape sequence: \"\\uDFAC\".", 1, 2)]
    [InlineData("\"\\u{}\"", "Invalid Unicode escape sequence: \"\\u{}\".", 1, 2)]
    [InlineData("\"\\u{FXX}\"", "Invalid Unicode escape sequence: \"\\u{FX\".", 1, 2)]
    [InlineData("\"\\u{D83C}\"", "Invalid Unicode escape sequence: \"\\u{D83C}\".", 1, 2)]
    [InlineData("\"\\u{110000}\"", "Invalid Unicode escape sequence: \"\\u{110000}\".", 1, 2)]
    [InlineData("\"\\u{FFFFFFFFFFFFFFFFFF}\"", "Invalid Unicode escape sequence: \"\\u{FFFFFFFFF\".", 1, 2)]
    [InlineData("\"\\u{41", "Invalid Unicode escape sequence: \"\\u{41\".", 1, 2)]
    public void Malformed_strings_are_refused(string text, string message, int line, int column) =>
        LexerFails(text, message, line, column);

    [Fact]
    public void Every_scalar_value_can_be_escaped()
    {
        // Each plane's first and last scalar values, and those around the surrogates.
        var codePoints = Enumerable.Range(0, 17).SelectMany(plane => new[] { plane << 16, (plane << 16) + 0xFFFF }).Concat([0xD7FF, 0xE000]);
        foreach (var codePoint in codePoints)
        {
            var value = new Rune(codePoint).ToString();
            Assert.Equal(value, StringValue($"\"\\u{{{codePoint:x}}}\""));
            Assert.Equal(value, StringValue('"' + string.Concat(value.Select(unit => $"\\u{(int)unit:X4}")) + '"'));
        }
    }

    [Theory]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"Heat\"\"\"", "Heat")]
    [InlineData("\"\"\" white space \"\"\"", " white space ")]
    [InlineData("\"\"\"a \"quoted\" word\"\"\"", "a \"quoted\" word")]
    [InlineData("\"\"\"two \"\" quotes\"\"\"", "two \"\" quotes")]
    [InlineData("\"\"\"three \\\"\"\" quotes\"\"\"", "three \"\"\" quotes")]
    [InlineData("\"\"\"\\\"\"\"\"\"\"", "\"\"\"")]
    [InlineData("\"\"\"\\\"\"\"\\\"\"\"\"\"\"", "\"\"\"\"\"\"")]
    [InlineData("\"\"\"\\\\\"\"\" two\"\"\"", "\\\"\"\" two")]
    [InlineData("\"\"\"no \\n \\u0041 escapes\"\"\"", "no \\n \\u0041 escapes")]
    [InlineData("\"\"\"multi\nline\"\"\"", "multi\nline")]
    [InlineData("\"\"\"multi\rline\r\nends\"\"\"", "multi\nline\nends")]
    [InlineData("\"\"\"\n\n  A film\n    by\n  her\n\n\"\"\"", "A film\n  by\nher")]
    [InlineData("\"\"\"  first\n    second\n  third\"\"\"", "  first\n  second\nthird")]
    [InlineData("\"\"\"\n\tone\n\t\ttwo\n\"\"\"", "one\n\ttwo")]
    [InlineData("\"\"\"\n    a\n\n  \n    b\n  \"\"\"", "a\n\n\nb")]
    [InlineData("\"\"\"\n  \n\t\n\"\"\"", "")]
    [InlineData("\"\"\"Amélie 🎬\u0007\"\"\"", "Amélie 🎬\u0007")]
    public void Block_strings_are_dedented(string text, string value)
    {
        var token = Assert.Single(Tokens(text));
        Assert.Equal((TokenKind.BlockString, 0, text.Length, value), token);
    }

    [Theory]
    [InlineData("\"\"\"", 1, 4)]
    [InlineData("\"\"\"Heat\"\"", 1, 10)]
    [InlineData("\"\"\"Heat\\\"\"\"", 1, 12)]
    [InlineData("\"\"\"two\nlines", 2, 6)]
    public void Unterminated_block_strings_are_refused(string text, int line, int column) =>
        LexerFails(text, "Unterminated string.", line, column);
}
