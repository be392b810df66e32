using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using GraphService.Films;
using GraphService.Films.Derivations;
using GraphService.Graph.Files;
using GraphService.Graph.Store;
using GraphService.Http;
using GraphService.Neo4j;
using GraphService.Neo4j.Bolt;
using GraphService.Neo4j.Loading;
using GraphService.Options;

namespace GraphService.Cli;

/// <summary>import: loads a graph folder into Neo4j, beside the graph that is served there, and changes over.</summary>
internal sealed class ImportCommand(IReadOnlyList<string> settingFlags)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    private readonly Argument<string?> _folder = new("DIR")
    {
        Description = "The graph folder to read; without it the setting Graph:Path, else the seed beside the program.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _to = new("--to")
    {
        Description = "The database: bolt://host:7687 for one server, neo4j:// for a cluster, with +s or +ssc for TLS; without it the setting Graph:Neo4j:Uri. "
            + "User and password, or a token, are settings: Graph__Neo4j__User and so on in the environment.",
        HelpName = "URI",
    };

    private readonly Option<int> _grace = new("--grace")
    {
        Description = "How long the graph before stays beside the new one, so that services can change over without a pause. 0: not at all, for when none runs.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 30,
    };

    private readonly Option<bool> _complete = new("--complete")
    {
        Description = "Load nothing: make servable what neo4j-admin database import has put there.",
    };

    private GraphImporter? _importer;

    public Command Create()
    {
        var command = new Verb(
            "import", "Load a graph folder into Neo4j; the graph that is served there stays until the new one is whole.", null, "import --to bolt://localhost:7687");
        command.Arguments.Add(_folder);
        foreach (var option in new Option[] { _to, _grace, _complete })
        {
            command.Options.Add(option);
        }

        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = ReadSettings(parsed);
        var options = OptionsOf(parsed, settings);
        // It stops between two batches, with a word of what to do.
        using var stop = new Interruption(cancellationToken);
        try
        {
            return parsed.GetValue(_complete) ? await CompleteAsync(settings, stop.Token) : await ImportAsync(settings, options, stop.Token);
        }
        catch (UnfitGraphException unfit)
        {
            throw new BadInputException(unfit.Message);
        }
        catch (Exception failure) when (failure is CypherException or ImportException)
        {
            throw new FailureException($"The import into {settings.Graph.Neo4j.Uri} stopped: {failure.Message} {Advice(IsServed)}", failure);
        }
        catch (OperationCanceledException canceled) when (stop.Token.IsCancellationRequested)
        {
            throw new FailureException($"The import into {settings.Graph.Neo4j.Uri} was stopped. {Advice(IsServed)}", canceled);
        }
    }

    private bool IsServed => _importer is { IsServed: true };

    private async Task<int> ImportAsync(Settings settings, ImportOptions options, CancellationToken cancel)
    {
        var folder = settings.Graph.FullPath;
        var (graph, source) = Read(folder, Load);
        await using var client = new BoltClient(settings.Graph.Neo4j.ToClientOptions(), new WaitingLog(settings.Graph.Neo4j.Uri!, Console.Error, TimeProvider.System));
        var result = await ImportProgressView.ShowAsync(progress =>
        {
            _importer = new GraphImporter(client, options, progress, TimeProvider.System);
            return _importer.ImportAsync(graph, source, cancel);
        });
        Console.WriteLine(Describe(result, folder, settings.Graph.Neo4j.Uri!));
        return ExitCode.Done;
    }

    private static async Task<int> CompleteAsync(Settings settings, CancellationToken cancel)
    {
        var uri = settings.Graph.Neo4j.Uri!;
        await using var client = new BoltClient(settings.Graph.Neo4j.ToClientOptions(), new WaitingLog(settings.Graph.Neo4j.Uri!, Console.Error, TimeProvider.System));
        try
        {
            var result = await ImportProgressView.ShowAsync(progress =>
                new GraphCompleter(client, progress, TimeProvider.System).CompleteAsync(uri, FilmDomain.Create().Model, new FilmDerivation(), cancel));
            Console.WriteLine(result.WasServed
                ? $"{uri} serves a graph already, as generation {result.Generation}: nothing was changed. To load another one, give its folder instead of --complete."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{uri} serves the graph that was there as generation {result.Generation}: {result.Nodes:N0} nodes and {result.Relationships:N0} relationships completed in {result.Writing.TotalSeconds:0.0} s."));
            return ExitCode.Done;
        }
        catch (GraphLoadException faulty)
        {
            throw new BadInputException(faulty.Message);
        }
    }

    /// <summary>The graph of a folder, and what tells its files from others; of the same files both.</summary>
    internal static (GraphSnapshot Graph, string Source) Read(string folder, Func<string, GraphSnapshot> load)
    {
        string? source = null;
        try
        {
            source = Fingerprint.OfFolder(folder);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // Loading says what is wrong.
        }

        var graph = load(folder);
        try
        {
            return Fingerprint.OfFolder(folder) == source
                ? (graph, source)
                : throw new BadInputException($"The files of {folder} have changed while they were read. Run the import again when nothing changes them.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{folder} could not be read again: {unreadable.Message}");
        }
    }

    private static GraphSnapshot Load(string folder)
    {
        try
        {
            var time = Stopwatch.StartNew();
            var graph = Composition.LoadGraph(folder, FilmDomain.Create());
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Read {Composition.Describe(graph.Summary)} from {folder} in {time.Elapsed.TotalSeconds:0.00} s."));
            foreach (var line in Composition.DescribeUnserved(graph.Summary.Unserved))
            {
                Console.Error.WriteLine(line);
            }

            return graph;
        }
        catch (GraphLoadException faulty)
        {
            throw new BadInputException(Composition.Describe(faulty, folder));
        }
    }

    /// <summary>What an import that stopped has left, and what to do.</summary>
    internal static string Advice(bool isServed) => isServed
        ? "The new graph is served; run the import again to remove what is left of the one before."
        : "What was served before still is; run the import again to go on where it was.";

    /// <summary>What was done, in one line.</summary>
    internal static string Describe(ImportResult result, string folder, string uri)
    {
        if (result.WasServed)
        {
            return $"{uri} serves the graph of {folder} already, as generation {result.Generation}: nothing was written.";
        }

        var written = result.Nodes + result.Relationships;
        var seconds = Math.Max(0.01, result.Writing.TotalSeconds);
        var found = result.Found > 0 ? string.Create(CultureInfo.InvariantCulture, $", after {result.Found:N0} that an import before had written") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{uri} serves the graph of {folder} as generation {result.Generation}: {result.Nodes:N0} nodes and {result.Relationships:N0} relationships written in {seconds:0.0} s ({written / seconds:N0} a second){found}.");
    }

    private Settings ReadSettings(ParseResult parsed)
    {
        if (parsed.GetValue(_complete) && parsed.GetValue(_folder) is not null)
        {
            throw new BadInputException("--complete reads what the database holds: leave the folder out.");
        }

        var to = parsed.GetValue(_to);
        if (to is not null && Neo4jOptions.UriFault(to) is { } fault)
        {
            throw new BadInputException("--to: " + fault);
        }

        string[] flags =
        [
            .. settingFlags,
            .. parsed.GetValue(_folder) is { } folder ? [$"--{GraphOptions.Section}:{nameof(GraphOptions.Path)}={folder}"] : Array.Empty<string>(),
            .. to is not null ? [$"--{Neo4jOptions.Section}:{nameof(Neo4jOptions.Uri)}={to}"] : Array.Empty<string>(),
        ];
        var settings = Settings.Read(Server.CreateBuilder(flags).Configuration);
        return string.IsNullOrEmpty(settings.Graph.Neo4j.Uri)
            ? throw new BadInputException($"Where to? Give --to bolt://localhost:7687, or the setting {Neo4jOptions.Section}:{nameof(Neo4jOptions.Uri)}.")
            : settings;
    }

    private ImportOptions OptionsOf(ParseResult parsed, Settings settings)
    {
        var grace = parsed.GetValue(_grace);
        return grace switch
        {
            < 0 or > 86_400 => throw new BadInputException($"--grace is {grace}: give seconds, from 0 to 86400."),
            0 => new ImportOptions(TimeSpan.Zero, TimeSpan.Zero),
            _ => new ImportOptions(TimeSpan.FromSeconds(grace), settings.Limits.RequestTimeout + Margin),
        };
    }
}
