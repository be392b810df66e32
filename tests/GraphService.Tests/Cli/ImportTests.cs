using GraphService.Cli;
using GraphService.Films;
using GraphService.Graph.Store;
using GraphService.Neo4j.Loading;

namespace GraphService.Tests.Cli;

public class ImportTests
{
    private static string[] Lines(params ImportProgress[] progress)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var lines = new ImportProgressLines(output);
        foreach (var step in progress)
        {
            lines.Report(step);
        }

        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public void A_line_is_written_for_each_tenth() => Assert.Equal(
        ["Nodes: 20,000 of 100,000", "Nodes: 35,000 of 100,000", "Nodes: 100,000 of 100,000", "Relationships: 10 of 10"],
        Lines(new(ImportPhase.Nodes, 5_000, 100_000), new(ImportPhase.Nodes, 20_000, 100_000), new(ImportPhase.Nodes, 25_000, 100_000), new(ImportPhase.Nodes, 35_000, 100_000),
            new(ImportPhase.Nodes, 100_000, 100_000), new(ImportPhase.Relationships, 10, 10)));

    [Fact]
    public void What_has_no_known_end_is_one_line() => Assert.Equal(
        ["Removing what an import before left", "Indexes", "The new graph is served; services change over (30 s)", "Removing the graph before"],
        Lines(new(ImportPhase.Clearing, 5, 0), new(ImportPhase.Clearing, 9, 0), new(ImportPhase.Indexes, 0, 0), new(ImportPhase.Grace, 0, 30), new(ImportPhase.Grace, 29, 30),
            new(ImportPhase.Emptying, 2000, 0)));

    [Fact]
    public void An_import_that_stopped_says_which_graph_is_served()
    {
        Assert.Equal("What was served before still is; run the import again to go on where it was.", ImportCommand.Advice(false));
        Assert.Equal("The new graph is served; run the import again to remove what is left of the one before.", ImportCommand.Advice(true));
    }

    [Fact]
    public void Files_that_change_while_they_are_read_are_refused()
    {
        var folder = Directory.CreateTempSubdirectory("import-").FullName;
        try
        {
            var file = Path.Combine(folder, "n.csv");
            File.WriteAllText(file, "id:ID,name,:LABEL\na,A,Person\n");
            GraphSnapshot Load(string from) => Composition.LoadGraph(from, FilmDomain.Create());
            Assert.Equal(Fingerprint.OfFolder(folder), ImportCommand.Read(folder, Load).Source);
            var refused = Assert.Throws<BadInputException>(() => ImportCommand.Read(folder, from =>
            {
                var graph = Load(from);
                File.AppendAllText(file, "b,B,Person\n");
                return graph;
            }));
            Assert.Equal($"The files of {folder} have changed while they were read. Run the import again when nothing changes them.", refused.Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_result_is_one_line()
    {
        Assert.Equal(
            "bolt://db serves the graph of /films as generation 3: 1,600 nodes and 5,000 relationships written in 2.0 s (3,300 a second).",
            ImportCommand.Describe(new ImportResult(false, 3, 1_600, 5_000, 0, TimeSpan.FromSeconds(2)), "/films", "bolt://db"));
        Assert.Equal(
            "bolt://db serves the graph of /films as generation 3: 0 nodes and 1,000 relationships written in 0.5 s (2,000 a second), after 5,600 that an import before had written.",
            ImportCommand.Describe(new ImportResult(false, 3, 0, 1_000, 5_600, TimeSpan.FromSeconds(0.5)), "/films", "bolt://db"));
        Assert.Equal(
            "bolt://db serves the graph of /films already, as generation 2: nothing was written.",
            ImportCommand.Describe(new ImportResult(true, 2, 0, 0, 0, TimeSpan.Zero), "/films", "bolt://db"));
    }
}
