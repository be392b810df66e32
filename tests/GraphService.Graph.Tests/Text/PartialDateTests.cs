using System.Text;
using GraphService.Graph.Text;

namespace GraphService.Graph.Tests.Text;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2025", true)]
    [InlineData("2025-06", true)]
    [InlineData("2025-06-06", true)]
    [InlineData("2024-02-29", true)]
    [InlineData("2025-02-29", false)]
    [InlineData("1900-02-29", false)]
    [InlineData("2000-02-29", true)]
    [InlineData("0001", true)]
    [InlineData("0000", false)]
    [InlineData("2025-00", false)]
    [InlineData("2025-13", false)]
    [InlineData("2025-06-00", false)]
    [InlineData("2025-06-31", false)]
    [InlineData("2025-6", false)]
    [InlineData("2025-06-", false)]
    [InlineData("2025-", false)]
    [InlineData("202", false)]
    [InlineData("", false)]
    [InlineData("20250606", false)]
    [InlineData("2025/06/06", false)]
    [InlineData("2025-06-06T00:00", false)]
    [InlineData(" 2025", false)]
    [InlineData("+2025", false)]
    [InlineData("２０２５", false)]
    public void Only_real_dates_are_valid(string text, bool valid)
    {
        Assert.Equal(valid, PartialDate.IsValid(text));
        Assert.Equal(valid, PartialDate.IsValid(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void The_year_is_its_first_four_digits() => Assert.Equal(2025, PartialDate.YearOf("2025-06"u8));
}
