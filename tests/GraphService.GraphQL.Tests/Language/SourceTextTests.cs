using GraphService.GraphQL.Language;

namespace GraphService.GraphQL.Tests.Language;

public class SourceTextTests
{
    [Theory]
    [InlineData("abc", 0, 1, 1)]
    [InlineData("abc", 3, 1, 4)]
    [InlineData("a\nb", 2, 2, 1)]
    [InlineData("a\nb", 1, 1, 2)]
    [InlineData("a\rb", 2, 2, 1)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\r\nb", 2, 1, 3)]
    [InlineData("\n\r\n\r\r\n", 6, 5, 1)]
    public void Lines_end_at_line_feed_carriage_return_or_both(string body, int offset, int line, int column) =>
        Assert.Equal(new SourceLocation(line, column), new SourceText(body).LocationOf(offset));
}
