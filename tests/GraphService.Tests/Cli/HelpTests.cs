using GraphService.TestSupport;

namespace GraphService.Tests.Cli;

/// <summary>The help of every verb, and that each line it gives as an example works on the seed.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Verbs => ["serve", "query", "schema", "validate", "stats", "path", "paths", "team", "search", "import", "export"];

    [Fact]
    public async Task The_program_lists_its_verbs() => Golden.Match("Cli/help.txt", await HelpAsync("--help"));

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_verb_says_what_it_does(string verb) => Golden.Match($"Cli/help-{verb}.txt", await HelpAsync($"{verb} --help"));

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_verb_has_an_example(string verb) => Assert.NotEmpty(await ExamplesAsync(verb));

    [Theory]
    [InlineData("query")]
    [InlineData("schema")]
    [InlineData("validate")]
    [InlineData("stats")]
    [InlineData("path")]
    [InlineData("paths")]
    [InlineData("team")]
    [InlineData("search")]
    [InlineData("export")]
    public async Task The_examples_work(string verb) => await AssertWorkAsync(await ExamplesAsync(verb));

    [Fact]
    public async Task The_lines_of_the_README_work()
    {
        var lines = Golden.ReadInput("../../README.md").Split('\n').Where(line => line.StartsWith("graph ", StringComparison.Ordinal)).Select(line => line.Split(" # ")[0]["graph ".Length..]).ToList();
        Assert.Equal(10, lines.Count);
        await AssertWorkAsync(lines);
    }

    private static async Task AssertWorkAsync(IEnumerable<string> examples)
    {
        var folder = Directory.CreateTempSubdirectory("examples-").FullName;
        try
        {
            foreach (var example in examples)
            {
                // In the repository, and without leaving anything behind.
                var line = Typed.Split(example).Select(word => word.Replace("/tmp/", folder + "/", StringComparison.Ordinal)).Select(word => word == "seed" ? Path.Combine(AppContext.BaseDirectory, "seed") : word);
                var (exitCode, output, errors) = await Typed.RunAsync([.. line]);
                Assert.Equal((example, 0, ""), (example, exitCode, errors));
                Assert.NotEmpty(output);
                Assert.DoesNotContain("\"errors\"", output, StringComparison.Ordinal);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The program that runs the tests has another name.
    private static async Task<string> HelpAsync(string line) => (await Typed.RunAsync(line)).Transcript(line).Replace("testhost", "GraphService", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<string>> ExamplesAsync(string verb)
    {
        var help = (await Typed.RunAsync($"{verb} --help")).Output;
        return [.. help.Split('\n').Select(line => line.Trim()).SkipWhile(line => line != "Examples:").Skip(1).TakeWhile(line => line.Length > 0)];
    }
}
