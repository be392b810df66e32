using System.Buffers;
using System.Text;
using GraphService.Graph.Query;

namespace GraphService.Graph.Tests.Query;

public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("ko", "K.O.", 3)]
    [InlineData("ko", "Kong", 2)]
    [InlineData("ko", "King Kong", 1)]
    [InlineData("kon kin", "King Kong", 1)]
    [InlineData("king k", "King Kong", 2)]
    [InlineData("king king", "King Kong", 1)]
    [InlineData("king kong x", "King Kong", 0)]
    [InlineData("ong", "King Kong", 0)]
    [InlineData("ko", "...", 0)]
    [InlineData("ko", "", 0)]
    [InlineData("oeuvre", "Œuvre", 3)]
    [InlineData("strasse", "Straße", 3)]
    [InlineData("u", "𝔘", 3)]
    [InlineData("中", "中国", 2)]
    [InlineData("a b", "b a", 1)]
    public void Names_are_scored(string folded, string name, int score) =>
        Assert.Equal(score, new SearchTerms(folded, ulong.MaxValue).ScoreOf(Encoding.UTF8.GetBytes(name), new ArrayBufferWriter<byte>()));

    [Theory]
    [InlineData("a", " a")]
    [InlineData("a ab abc b", " abc, b")]
    [InlineData("b b b", " b")]
    [InlineData("a b bc a1", " a1, bc")]
    [InlineData("😀 x 中 xyz", " xyz, 😀, 中")]
    public void Words_that_begin_others_ask_for_nothing_more_and_the_longest_is_first(string folded, string words) =>
        Assert.Equal(words, string.Join(",", new SearchTerms(folded, ulong.MaxValue).Words.Select(Encoding.UTF8.GetString)));

    [Fact]
    public void A_long_text_of_short_words_is_soon_done_with()
    {
        var folded = string.Join(' ', Enumerable.Repeat("a", 2048));

        Assert.Single(new SearchTerms(folded, ulong.MaxValue).Words);
    }
}
