using System.CommandLine;
using System.Globalization;
using System.Text;
using GraphService.Films.Derivations;
using GraphService.Graph.Files.Csv;
using GraphService.Graph.Files.Export;
using GraphService.Graph.Files.Gexf;
using GraphService.Graph.Files.GraphMl;
using GraphService.Graph.Store;

namespace GraphService.Cli;

/// <summary>export: writes the graph, or what a query selects, as a folder that can be loaded again or as a file for Gephi.</summary>
internal sealed class ExportCommand(IReadOnlyList<string> settingFlags)
{
    private readonly Argument<string> _target = new("DIR|FILE") { Description = "The folder (csv) or file (gexf, graphml) to write. It is put in its place when it is whole." };

    private readonly Option<ExportFormat?> _format = new("--format")
    {
        Description = "csv: a graph folder, which loads again without loss. gexf, graphml: one file for Gephi and others, with every node, relationship and served property. "
            + "Without it the ending of the name tells; csv when it has none.",
        HelpName = "csv|gexf|graphml",
        CustomParser = ParseFormat,
    };

    private readonly Option<string?> _query = new("--query")
    {
        Description = "Export only the nodes that the answer to this query holds, and every relationship among them; the query's pages and limits hold. "
            + "In csv the sources that these name, claims about them and works of their honours come with them.",
        HelpName = "TEXT",
    };

    private readonly Option<FileInfo?> _queryFile = new("--query-file") { Description = "Read the query from a file instead.", HelpName = "F" };

    private readonly Option<bool> _force = new("--force") { Description = "Replace the file, or the graph files of the folder." };

    public Command Create()
    {
        var command = new Verb(
            "export", "Write the graph, or what a query selects, as a graph folder or as a file for Gephi.",
            "Of a database (--store neo4j) one generation is read, and written as the folder that it was loaded from would be.",
            "export /tmp/films --format csv --force",
            "export /tmp/ko.gexf --force --query '{ films(where: { title: { search: \"ko\" } }) { nodes { cast { nodes { name } } } } }'");
        command.Arguments.Add(_target);
        foreach (var option in new Option[] { _format, _query, _queryFile, _force, GraphOption.Instance, StoreOption.Instance })
        {
            command.Options.Add(option);
        }

        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var target = parsed.GetRequiredValue(_target);
        var format = parsed.GetValue(_format) ?? FormatOf(target);
        var query = ReadQuery(parsed);
        var replaces = parsed.GetValue(_force);
        try
        {
            ExportTarget.Check(target, format == ExportFormat.Csv, replaces);
            await using var session = GraphSession.Open(parsed, settingFlags);
            using var interruption = new Interruption(cancellationToken);
            var source = await ExportSource.OpenAsync(session, interruption.Token);
            var ids = query is null ? null : await QuerySelection.IdsAsync(session, query, interruption.Token);
            if (ids is { Count: 0 })
            {
                parsed.InvocationConfiguration.Error.WriteLine("The answer to the query holds no node: nothing was written.");
                return ExitCode.NotFound;
            }

            var graph = await source.ReadAsync(interruption.Token);
            var selection = ids is null ? GraphSelection.Whole(graph) : GraphSelection.Of(graph, Find(graph, ids));
            var result = ProgressView.Show(progress => Write(selection, format, target, replaces, progress is null ? null : new Shares(progress, target), interruption.Token));
            parsed.InvocationConfiguration.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Wrote {result.Nodes:N0} nodes and {result.Relationships:N0} relationships to {target}."));
            foreach (var note in source.Notes(graph, format))
            {
                parsed.InvocationConfiguration.Error.WriteLine(note);
            }

            return ExitCode.Done;
        }
        catch (ExportException refused)
        {
            throw new BadInputException(refused.Message);
        }
        catch (OperationCanceledException stopped)
        {
            throw new FailureException($"The export was stopped; {target} is as it was.", stopped);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"{target} could not be written: {unwritable.Message}", unwritable);
        }
    }

    private static ExportResult Write(GraphSelection selection, ExportFormat format, string target, bool replaces, IProgress<double>? progress, CancellationToken cancel) => format switch
    {
        ExportFormat.Gexf => ExportTarget.WriteFile(target, replaces, stream => GexfWriter.Write(selection, stream, progress, cancel)),
        ExportFormat.GraphMl => ExportTarget.WriteFile(target, replaces, stream => GraphMlWriter.Write(selection, stream, progress, cancel)),
        _ => ExportTarget.WriteFolder(target, replaces, folder => CsvGraphWriter.Write(selection, folder, new FilmDerivation(), progress, cancel)),
    };

    private static IEnumerable<int> Find(GraphSnapshot graph, IEnumerable<string> ids) =>
        ids.Select(id => graph.FindNode(Encoding.UTF8.GetBytes(id))).Where(node => node >= 0);

    private string? ReadQuery(ParseResult parsed)
    {
        var (text, file) = (parsed.GetValue(_query), parsed.GetValue(_queryFile));
        if (text is not null && file is not null)
        {
            throw new BadInputException("--query and --query-file exclude each other: give one of them.");
        }

        try
        {
            return file is null ? text : File.ReadAllText(file.FullName);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(unreadable.Message);
        }
    }

    private static ExportFormat FormatOf(string target) => Path.GetExtension(target).ToLowerInvariant() switch
    {
        ".gexf" => ExportFormat.Gexf,
        ".graphml" => ExportFormat.GraphMl,
        "" => ExportFormat.Csv,
        _ when Directory.Exists(target) => ExportFormat.Csv,
        _ => throw new BadInputException(
            $"No format is known by the ending {Path.GetExtension(target)} of {target}: a file ends in .gexf or .graphml, the name of a folder has no ending. Or say it: --format csv, gexf or graphml."),
    };

    private static ExportFormat? ParseFormat(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        switch (text.ToLowerInvariant())
        {
            case "csv":
                return ExportFormat.Csv;
            case "gexf":
                return ExportFormat.Gexf;
            case "graphml":
                return ExportFormat.GraphMl;
            default:
                result.AddError($"--format is csv, gexf or graphml, but it is \"{text}\".");
                return null;
        }
    }

    private sealed class Shares(IProgress<WorkProgress> progress, string target) : IProgress<double>
    {
        public void Report(double value) => progress.Report(new WorkProgress("Writing " + target, value));
    }
}

/// <summary>In which form a graph is exported.</summary>
internal enum ExportFormat
{
    Csv,
    Gexf,
    GraphMl,
}
