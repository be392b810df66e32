using System.Globalization;

namespace GraphService.Tests;

public class CompositionTests
{
    private static IReadOnlyList<string> Unserved(int count) =>
        Composition.DescribeUnserved([.. Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"label L{i}: 1 node"))]);

    [Fact]
    public void What_is_not_served_has_a_line_each()
    {
        Assert.Empty(Unserved(0));
        Assert.Equal(["Kept, but not served: label L0: 1 node", "Kept, but not served: label L1: 1 node"], Unserved(2));
        Assert.Equal("Kept, but not served: label L19: 1 node", Unserved(20)[^1]);
    }

    [Fact]
    public void At_most_twenty_lines_are_said()
    {
        var lines = Unserved(1021);
        Assert.Equal(21, lines.Count);
        Assert.Equal("Kept, but not served: label L19: 1 node", lines[19]);
        Assert.Equal("and 1,001 more", lines[20]);
    }
}
