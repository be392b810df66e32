using System.Globalization;
using System.Text.Json;

namespace GraphService.Tests.Cli;

/// <summary>Names on the command line that many nodes share, that no node can have, or that are too long.</summary>
public sealed class SharedNameTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("names-").FullName;

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(21)]
    [InlineData(50)]
    [InlineData(51)]
    [InlineData(523)]
    public async Task All_who_share_a_name_are_counted(int count)
    {
        WritePeople(count);
        var typed = await Typed.RunAsync(["path", "sam lee", "other", "--json", "--graph", _folder, "--Limits:MaxPageSize=60"]);
        if (count == 1)
        {
            Assert.Equal((1, "null\n"), (typed.ExitCode, typed.Output));
            return;
        }

        var error = JsonDocument.Parse(typed.Output).RootElement.GetProperty("errors")[0];
        Assert.Equal(2, typed.ExitCode);
        Assert.Equal($"The name \"sam lee\" is shared by {count}: give the id of one of them.", error.GetProperty("message").GetString());
        var extensions = error.GetProperty("extensions");
        Assert.Equal((count, Math.Min(count, 20)), (extensions.GetProperty("total").GetInt32(), extensions.GetProperty("candidates").GetArrayLength()));
        var said = (await Typed.RunAsync(["path", "sam lee", "other", "--graph", _folder])).Errors;
        Assert.Equal(count > 20, said.EndsWith(string.Create(CultureInfo.InvariantCulture, $"\nand {count - 20} more\n"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_that_is_too_long_for_a_search_is_bad_input()
    {
        var typed = await Typed.RunAsync(["path", new string('a', 5_000), "clotilde-hesme"]);
        Assert.Equal((2, "text is longer than 4096 characters: search for fewer words.\n"), (typed.ExitCode, typed.Errors));
        typed = await Typed.RunAsync(["team", "--including", new string('a', 5_000), "--json"]);
        var extensions = JsonDocument.Parse(typed.Output).RootElement.GetProperty("errors")[0].GetProperty("extensions");
        Assert.Equal((2, "LIMIT_SEARCH_LENGTH", 4_096), (typed.ExitCode, extensions.GetProperty("code").GetString(), extensions.GetProperty("limit").GetProperty("value").GetInt32()));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void WritePeople(int count)
    {
        var rows = Enumerable.Range(0, count).Select(i => $"p{i:00000},Person,Sam Lee").Append("other,Person,Some Other").Append("longer,Person,Sam Leeward");
        File.WriteAllLines(Path.Combine(_folder, "people.csv"), rows.Prepend(":ID,:LABEL,name"));
    }
}
