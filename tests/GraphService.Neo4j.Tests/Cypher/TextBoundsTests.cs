using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using GraphService.Neo4j.Cypher;

namespace GraphService.Neo4j.Tests.Cypher;

/// <summary>The expressions match exactly the texts that stand above or below a text by code points.</summary>
public class TextBoundsTests
{
    private static readonly string[] Characters = ["a", "b", "\u0000", "\u007F", "\uD7FF", "\uE000", "\uE001", "\uFFFF", "😀", "😁", "\U0010FFFF", "(", "\\"];

    [Fact]
    public void They_order_texts_as_UTF_8_does()
    {
        var text = Gen.Elements(Characters).ListOf().Select(string.Concat);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(20261121, 1), Prop.ForAll(text.ToArbitrary(), text.ToArbitrary(), (bound, other) => Compare(bound, other)));
    }

    [Theory]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(512)]
    public void They_order_long_texts_in_stretches(int length)
    {
        var bound = string.Concat(Enumerable.Repeat("😀", length));
        foreach (var other in new[] { bound, bound + "a", bound[..^2], bound[..^2] + "\uFFFF", bound[..^2] + "😁", bound[..^4] + "\uE000😀", "" })
        {
            Compare(bound, other);
        }

        Assert.Null(TextBounds.Beyond(Encoding.UTF8.GetBytes(bound)));
    }

    [Fact]
    public void What_is_too_long_is_left_to_the_server_behind_the_first_512_characters()
    {
        var bound = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("😀", 513)));
        Assert.Equal(4 * 512, TextBounds.Beyond(bound)!.Length);
        Assert.Equal(4, TextBounds.Above(bound, orEqual: false).Length);
    }

    private static void Compare(string bound, string other)
    {
        var utf8 = Encoding.UTF8.GetBytes(bound);
        var order = Encoding.UTF8.GetBytes(other).AsSpan().SequenceCompareTo(utf8);
        Assert.Equal(order > 0, AnyMatches(TextBounds.Above(utf8, orEqual: false), other));
        Assert.Equal(order >= 0, AnyMatches(TextBounds.Above(utf8, orEqual: true), other));
        Assert.Equal(order < 0, AnyMatches(TextBounds.Below(utf8, orEqual: false), other));
        Assert.Equal(order <= 0, AnyMatches(TextBounds.Below(utf8, orEqual: true), other));
    }

    private static bool AnyMatches(byte[][] expressions, string text) => expressions.Any(e => Regex.IsMatch(OneUnitEach(text), $"\\A(?:{Translated(Encoding.UTF8.GetString(e))})\\z"));

    // The server's expressions are over code points, .NET's over UTF-16 units: characters are mapped to units in the same order.
    private static string OneUnitEach(string text) => string.Concat(text.EnumerateRunes().Select(r => (char)Unit(r.Value)));

    private static int Unit(int character) => character switch
    {
        < 0xD800 => character,
        < 0x10000 => character - 0xE000 + 0xD800,
        0x10FFFF => 0xFFFF,
        < 0x1F5FF => 0xF800,
        > 0x1F6FF => 0xFFFE,
        _ => character - 0x1F5FF + 0xF900,
    };

    private static string Translated(string expression) =>
        Regex.Replace(expression, @"\\x\{([0-9a-f]+)\}", m => $"\\u{Unit(Convert.ToInt32(m.Groups[1].Value, 16) switch { 0xD800 => 0xE000, 0xDFFF => 0xD7FF, var c => c }):X4}");
}
