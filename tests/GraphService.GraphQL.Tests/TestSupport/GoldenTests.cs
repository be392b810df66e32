using GraphService.TestSupport;

namespace GraphService.GraphQL.Tests.TestSupport;

public sealed class GoldenTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("golden").FullName;

    private string File => Path.Combine(_folder, "nested", "plan.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_missing_file_fails_and_says_how_to_create_it()
    {
        var error = Assert.Throws<GoldenException>(() => Golden.MatchFile(File, "Scan(Film)\n", update: false));
        Assert.Equal($"There is no golden file {File}. Create it with UPDATE_GOLDEN=1 dotnet test, then read it before you commit it.", error.Message);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void Updating_writes_the_file_and_its_folder()
    {
        Golden.MatchFile(File, "Scan(Film)\n", update: true);
        Golden.MatchFile(File, "Scan(Film)\n", update: false);
    }

    [Fact]
    public void A_difference_shows_the_first_differing_line()
    {
        Golden.MatchFile(File, "Scan(Film)\nExpand(ACTED_IN)\n", update: true);
        var error = Assert.Throws<GoldenException>(() => Golden.MatchFile(File, "Scan(Film)\nExpand(DIRECTED)\n", update: false));
        Assert.Equal(
            $"{File} differs at line 2.\n  expected: «Expand(ACTED_IN)»\n  actual:   «Expand(DIRECTED)»\nIf the new text is right, approve it with UPDATE_GOLDEN=1 dotnet test.",
            error.Message);
    }

    [Fact]
    public void A_text_that_stops_early_differs_at_its_end()
    {
        Golden.MatchFile(File, "a\nb\nc", update: true);
        var error = Assert.Throws<GoldenException>(() => Golden.MatchFile(File, "a\nb", update: false));
        Assert.Contains("differs at line 3.\n  expected: «c»\n  actual:   (end of text)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_is_the_one_of_the_calling_test_project()
    {
        Assert.Contains("class GoldenTests", Golden.ReadInput("TestSupport/GoldenTests.cs"), StringComparison.Ordinal);
    }
}
