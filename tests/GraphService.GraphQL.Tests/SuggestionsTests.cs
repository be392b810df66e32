namespace GraphService.GraphQL.Tests;

public class SuggestionsTests
{
    [Theory]
    [InlineData("naem", "name", " Did you mean \"name\"?")]
    [InlineData("NAME", "name", " Did you mean \"name\"?")]
    [InlineData("abc", "ab,a,bc", " Did you mean \"ab\", \"bc\", or \"a\"?")]
    [InlineData("titel", "title,tile,year", " Did you mean \"title\" or \"tile\"?")]
    [InlineData("where", "order,first", "")]
    [InlineData("x", "", "")]
    public void Near_names_are_suggested_nearest_first(string input, string options, string expected) =>
        Assert.Equal(expected, Suggestions.DidYouMean(input, options.Split(',', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void At_most_five_are_suggested() =>
        Assert.Equal(
            " Did you mean \"a1\", \"a2\", \"a3\", \"a4\", or \"a5\"?",
            Suggestions.DidYouMean("a", ["a7", "a6", "a5", "a4", "a3", "a2", "a1"]));

    [Fact]
    public void Long_names_and_long_lists_are_not_compared()
    {
        Assert.Equal("", Suggestions.DidYouMean(new string('a', 101), [new string('a', 100)]));
        Assert.Equal("", Suggestions.DidYouMean(new string('a', 100), [new string('a', 101)]));
        Assert.Equal($" Did you mean \"{new string('a', 100)}\"?", Suggestions.DidYouMean(new string('a', 99), [new string('a', 100)]));
        Assert.Equal("", Suggestions.DidYouMean("n1", Enumerable.Range(0, 501).Select(i => "n" + i)));
        Assert.StartsWith(" Did you mean \"n1\"", Suggestions.DidYouMean("n1", Enumerable.Range(0, 500).Select(i => "n" + i)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_right_is_suggested_alone() =>
        Assert.Equal(" Did you mean \"ACTOR\"?", Suggestions.DidYouMean("ACTOR", ["EDITOR", "ACTOR"]));
}
