using System.Text;
using GraphService.Films.Derivations;

namespace GraphService.Films.Tests.Derivations;

public sealed class CountryCodesTests
{
    [Fact]
    public void As_many_codes_are_found_as_are_assigned()
    {
        var letters = Enumerable.Range('A', 26).Select(c => (char)c).ToArray();
        Assert.Equal(249, letters.SelectMany(a => letters.Select(b => $"{a}{b}")).Count(Contains));
    }

    [Theory]
    [InlineData("AD", true)]
    [InlineData("FR", true)]
    [InlineData("GB", true)]
    [InlineData("SS", true)]
    [InlineData("ZW", true)]
    [InlineData("AA", false)]
    [InlineData("EU", false)]
    [InlineData("SU", false)]
    [InlineData("UK", false)]
    [InlineData("XK", false)]
    [InlineData("ZZ", false)]
    [InlineData("fr", false)]
    [InlineData("", false)]
    [InlineData("F", false)]
    [InlineData("FRA", false)]
    [InlineData("D ", false)]
    [InlineData(" A", false)]
    public void Codes_of_old_reserved_or_invented_countries_are_not_found(string code, bool isFound) => Assert.Equal(isFound, Contains(code));

    private static bool Contains(string code) => CountryCodes.Contains(Encoding.UTF8.GetBytes(code));
}
