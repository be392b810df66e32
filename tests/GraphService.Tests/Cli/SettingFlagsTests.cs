using GraphService.Cli;

namespace GraphService.Tests.Cli;

public class SettingFlagsTests
{
    [Fact]
    public void Settings_may_stand_anywhere()
    {
        var (settings, arguments) = SettingFlags.Split(["--Limits:RequestBytes=5", "serve", "--urls", "http://localhost:1", "--Graph:Path=a=b", "--Cors:Origins:0=x"]);
        Assert.Equal(["--Limits:RequestBytes=5", "--Graph:Path=a=b", "--Cors:Origins:0=x"], settings);
        Assert.Equal(["serve", "--urls", "http://localhost:1"], arguments);
    }

    [Theory]
    [InlineData("--urls=http://localhost:5000")]
    [InlineData("--graph=C:\\films")]
    [InlineData("--Limits:RequestBytes")]
    [InlineData("--graph")]
    [InlineData("Limits:RequestBytes=5")]
    [InlineData("{ film(title: \"--A:b=c\") { id } }")]
    public void Nothing_else_is_a_setting(string argument) => Assert.Equal([argument], SettingFlags.Split([argument]).Arguments);
}
