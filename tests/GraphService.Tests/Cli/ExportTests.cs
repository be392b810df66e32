using GraphService.TestSupport;

namespace GraphService.Tests.Cli;

/// <summary>The verb export on the seed: what it writes, refuses and says.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("export-").FullName;

    [Fact]
    public async Task The_seed_is_loaded_again_and_answers_alike()
    {
        var first = Path.Combine(_folder, "first");
        var second = Path.Combine(_folder, "second");
        Assert.Equal($"Wrote 239 nodes and 303 relationships to {first}.\n", (await Typed.RunAsync(["export", first])).Output);
        Assert.Equal(0, (await Typed.RunAsync(["export", second, "--graph", first, "--format", "CSV"])).ExitCode);
        Assert.Equal(Files(first), Files(second));
        foreach (var query in Questions)
        {
            var seed = await Typed.RunAsync(["query", query]);
            Assert.DoesNotContain("\"errors\"", seed.Output, StringComparison.Ordinal);
            Assert.Equal(seed, await Typed.RunAsync(["query", query, "--graph", first]));
        }
    }

    [Fact]
    public async Task A_query_selects_nodes_and_what_joins_them()
    {
        var file = Path.Combine(_folder, "ko.gexf");
        var query = "query Cast { films(where: { title: { search: \"ko\" } }) { nodes { ...F directors { edges { node { name } } } } } } fragment F on Work { cast(first: 1) { nodes { name } } }";
        Assert.Equal((0, ""), Said(await Typed.RunAsync(["export", file, "--query", query])));
        Golden.Match("Cli/ko.gexf", await File.ReadAllTextAsync(file));
        var selected = Path.Combine(_folder, "ko");
        await File.WriteAllTextAsync(Path.Combine(_folder, "q.graphql"), query);
        Assert.Equal((0, ""), Said(await Typed.RunAsync(["export", selected, "--query-file", Path.Combine(_folder, "q.graphql")])));
        Golden.Match("Cli/ko.csv.txt", string.Concat(Files(selected).Select(f => $"--- {f.Key}\n{f.Value}")));
        Assert.Equal(0, (await Typed.RunAsync(["validate", selected])).ExitCode);
    }

    [Fact]
    public async Task The_whole_seed_is_drawn()
    {
        var file = Path.Combine(_folder, "seed.graphml");
        Assert.Equal($"Wrote 239 nodes and 303 relationships to {file}.\n", (await Typed.RunAsync(["export", file])).Output);
        Assert.Equal(0, (await Typed.RunAsync(["export", Path.Combine(_folder, "seed.xml"), "--format", "gexf"])).ExitCode);
    }

    [Fact]
    public async Task What_is_there_is_replaced_only_by_force()
    {
        var folder = Path.Combine(_folder, "g");
        Directory.CreateDirectory(folder);
        Assert.Equal(0, (await Typed.RunAsync(["export", folder])).ExitCode);
        await File.WriteAllTextAsync(Path.Combine(folder, "old.csv"), "old");
        Assert.Equal((2, $"{folder} holds a graph already: name another folder, or add --force to replace its files.\n"), Said(await Typed.RunAsync(["export", folder])));
        Assert.Equal((0, ""), Said(await Typed.RunAsync(["export", folder, "--force"])));
        Assert.False(File.Exists(Path.Combine(folder, "old.csv")));
        await File.WriteAllTextAsync(Path.Combine(folder, "mine.txt"), "mine");
        Assert.Equal((2, $"{folder} holds mine.txt, which is no graph file: name an empty folder, or a new one.\n"), Said(await Typed.RunAsync(["export", folder, "--force"])));
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(folder, "mine.txt")));
        var file = Path.Combine(_folder, "g.gexf");
        await File.WriteAllTextAsync(file, "mine");
        Assert.Equal((2, $"{file} is there already: name another file, or add --force to replace it.\n"), Said(await Typed.RunAsync(["export", file])));
        Assert.Equal("mine", await File.ReadAllTextAsync(file));
        Assert.Equal((2, $"{folder} is a folder: name a file.\n"), Said(await Typed.RunAsync(["export", folder, "--format", "gexf"])));
        Assert.Equal((2, $"{file} is a file: name a folder.\n"), Said(await Typed.RunAsync(["export", file, "--format", "csv"])));
        Assert.Equal(0, (await Typed.RunAsync(["export", file, "--force"])).ExitCode);
        Assert.Equal(["g", "g.gexf"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("{ films { nodes { title } }", 2)]
    [InlineData("{ filmz { id } }", 2)]
    [InlineData("{ film(title: \"ko\") { title } }", 2)]
    [InlineData("{ works(first: 100000) { nodes { title } } }", 2)]
    [InlineData("{ statistics { nodes } }", 1)]
    [InlineData("{ person(name: \"nobody at all\") { name } }", 1)]
    public async Task A_query_that_selects_nothing_writes_nothing(string query, int exitCode)
    {
        var file = Path.Combine(_folder, "x.gexf");
        var said = await Typed.RunAsync(["export", file, "--query", query]);
        Assert.Equal((exitCode, ""), (said.ExitCode, said.Output));
        Golden.Match($"Cli/export-refused-{query.Length}.txt", $"{query}\n{said.Errors}");
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("x.foo", ".foo")]
    [InlineData("x.CSV", ".CSV")]
    [InlineData("x.gexf.gz", ".gz")]
    public async Task An_ending_that_is_not_known_is_refused(string name, string ending)
    {
        var target = Path.Combine(_folder, name);
        Assert.Equal(
            (2, $"No format is known by the ending {ending} of {target}: a file ends in .gexf or .graphml, the name of a folder has no ending. Or say it: --format csv, gexf or graphml.\n"),
            Said(await Typed.RunAsync(["export", target])));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
        Assert.Equal((0, ""), Said(await Typed.RunAsync(["export", target, "--format", "csv"])));
        Assert.Equal((0, ""), Said(await Typed.RunAsync(["export", target, "--force"])));
    }

    [Theory]
    [InlineData("g")]
    [InlineData("g.gexf")]
    public async Task A_folder_that_is_not_there_is_not_made(string name)
    {
        var parent = Path.Combine(_folder, "no", "such");
        var target = Path.Combine(parent, name);
        Assert.Equal(
            (2, $"{target} cannot be written: there is no folder {parent}. Make it first, or name another place.\n"), Said(await Typed.RunAsync(["export", target, "--force"])));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Flags_that_exclude_each_other_are_refused()
    {
        Assert.Equal((2, "--query and --query-file exclude each other: give one of them.\n"), Said(await Typed.RunAsync(["export", Path.Combine(_folder, "x"), "--query", "{ a }", "--query-file", "f"])));
        Assert.Equal((2, "--format is csv, gexf or graphml, but it is \"xml\". See --help.\n"), Said(await Typed.RunAsync(["export", "x", "--format", "xml"])));
        Assert.Equal(
            (2, "--graph films is a folder, but the store is neo4j: leave one of them out. To load the folder into the database: import films\n"),
            Said(await Typed.RunAsync(["export", Path.Combine(_folder, "x"), "--graph", "films", "--store", "neo4j"])));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static readonly string[] Questions =
    [
        "{ people { nodes { id name sortName aliases roles credits { totalCount edges { node { kind characters note billing work { id } sources { source { id } locator } } } } relationships { nodes { kind from { id } to { id } properties { name value } } } } } }",
        "{ works { nodes { id kind title aliases year years releases { date territory organization { id } } rankings { position date note territory } honours { kind year note by { id } person { id } } genres { name } places { name } sources { locator source { id } } } } }",
        "{ disputes { nodes { subject { id } property claims { value sources { locator source { id } } } } } statistics { nodes relationships people works credits } components { nodes { size sample { id } } } }",
        "{ sources { nodes { id name title published } } recurringTeams { nodes { members { id } works { id } } } shortestPath(from: \"k-o-2017\", to: \"k-o-2025\") { length nodes { id } } }",
    ];

    private static (int ExitCode, string Errors) Said(Typed typed) => (typed.ExitCode, typed.Errors);

    private static SortedDictionary<string, string> Files(string folder) => new(Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file), File.ReadAllText), StringComparer.Ordinal);
}
