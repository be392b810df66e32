using System.Diagnostics;
using System.Globalization;
using GraphService.Cli;
using GraphService.Engine.Pipeline;
using GraphService.Engine.Schema;
using GraphService.Films;
using GraphService.Films.Derivations;
using GraphService.Graph.Execution;
using GraphService.Graph.Files;
using GraphService.Graph.Store;
using GraphService.Logging;
using GraphService.Neo4j;
using GraphService.Neo4j.Bolt;
using GraphService.Options;

namespace GraphService;

/// <summary>The service put together: the one place that knows the stores, the schema and the engine.</summary>
/// <param name="Engine">What answers requests.</param>
/// <param name="AskReadiness">Whether requests can be answered now.</param>
/// <param name="Greeting">What is served, in a few lines for the one who started the program.</param>
internal sealed record Composition(QueryEngine Engine, Func<CancellationToken, Task<Readiness>> AskReadiness, IReadOnlyList<string> Greeting) : IAsyncDisposable
{
    private const int MaxUnserved = 20;
    private const int SpareConnections = 8;
    private static readonly Readiness Ready = new(true, null);

    /// <summary>What the service is about.</summary>
    public required Domain Domain { get; init; }

    /// <summary>What is served, where it is in this process; else null.</summary>
    public GraphSnapshot? Graph { get; private init; }

    /// <summary>What holds the graph, where it is not in this process; else null.</summary>
    public ICypherClient? Database { get; private init; }

    private IReadOnlyList<IAsyncDisposable> Owned { get; init; } = [];

    /// <summary>Makes the store that the settings name ready to be asked.</summary>
    /// <param name="settings">Which store, and what else.</param>
    /// <param name="logging">Where a store says what an operator should know.</param>
    /// <param name="answersOnce">The program ends with the first answer: nothing is loaded before that needs it.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <exception cref="BadInputException">The graph cannot be served: every fault found.</exception>
    public static Composition Create(Settings settings, ILoggerFactory logging, bool answersOnce = false, IProgress<WorkProgress>? progress = null)
    {
        var domain = FilmDomain.Create();

        // A mistake in the domain shows now, not with the first request.
        _ = domain.Schema;
        return settings.Graph.Store == StoreKind.Neo4j ? OfNeo4j(settings, domain, logging.CreateLogger("GraphService.Neo4j"), answersOnce) : OfFolder(settings, domain, answersOnce, progress);
    }

    /// <summary>Reads a graph folder.</summary>
    /// <exception cref="GraphLoadException">It has faults.</exception>
    public static GraphSnapshot LoadGraph(string folder, Domain domain, IProgress<WorkProgress>? progress = null) =>
        GraphLoader.Load(folder, domain.Model, new FilmDerivation(), progress is null ? null : new LoadProgress(progress));

    /// <summary>How much a graph holds.</summary>
    public static string Describe(GraphSummary summary)
    {
        int Of(params string[] kinds) => summary.NodesByKind.Where(k => kinds.Contains(k.Key)).Sum(k => k.Value);
        return $"{summary.Nodes} nodes and {summary.Relationships} relationships ({Of("PERSON")} people, {Of("FILM", "SERIES")} works)";
    }

    /// <summary>What the domain does not know: said once, for it may be a misspelling.</summary>
    public static IReadOnlyList<string> DescribeUnserved(IReadOnlyList<string> unserved)
    {
        var shown = unserved.Take(MaxUnserved).Select(part => "Kept, but not served: " + part);
        return unserved.Count <= MaxUnserved ? [.. shown] : [.. shown, string.Create(CultureInfo.InvariantCulture, $"and {unserved.Count - MaxUnserved:N0} more")];
    }

    /// <summary>What is wrong with a folder, for a person.</summary>
    internal static string Describe(GraphLoadException faulty, string folder)
    {
        // The message ends with the last fault unless it leaves some out.
        var showsAll = faulty.Faults is [.., var last] && faulty.Message.EndsWith(last.ToString(), StringComparison.Ordinal);
        return showsAll ? faulty.Message : $"{faulty.Message}\nsee all: validate {folder}";
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var owned in Owned)
        {
            await owned.DisposeAsync();
        }
    }

    private static Composition OfFolder(Settings settings, Domain domain, bool answersOnce, IProgress<WorkProgress>? progress)
    {
        var (time, folder) = (Stopwatch.StartNew(), settings.Graph.FullPath);
        var graphs = new GraphHolder(FilmDomain.Topology(domain));
        try
        {
            var snapshot = LoadGraph(folder, domain, progress);
            graphs.Publish(snapshot);
            if (!answersOnce)
            {
                _ = Task.Run(graphs.Prepare);
            }

            var loaded = string.Create(CultureInfo.InvariantCulture, $"Loaded {Describe(snapshot.Summary)} from {folder} in {time.Elapsed.TotalSeconds:0.00} s.");
            var engine = new QueryEngine(domain, new EmbeddedStore<ResponseSink>(graphs), settings.Engine);
            return new Composition(engine, _ => Task.FromResult(Ready), [loaded, .. DescribeUnserved(snapshot.Summary.Unserved)]) { Domain = domain, Graph = snapshot };
        }
        catch (GraphLoadException faulty)
        {
            throw new BadInputException(Describe(faulty, folder));
        }
    }

    // The service starts whether the database answers or not: it says so when it is asked, and recovers by itself.
    private static Composition OfNeo4j(Settings settings, Domain domain, ILogger log, bool answersOnce)
    {
        // A connection for every request that runs at once, and some for the watch.
        var client = new BoltClient(settings.Graph.Neo4j.ToClientOptions() with { MaxConnections = settings.Limits.ConcurrentRequests + SpareConnections }, log);
        var store = new Neo4jStore<ResponseSink>(domain.Model, FilmDomain.Topology(domain), client, new Neo4jStoreOptions
        {
            // The database gives up before the request does.
            StatementTimeout = settings.Limits.RequestTimeout * 0.9,
            LoadsOnDemand = answersOnce,
            Log = message => StoreLog.State(log, message),
            Warn = message => StoreLog.Trouble(log, message),
            Trace = log.IsEnabled(LogLevel.Debug) ? statement => StoreLog.Statement(log, statement) : null,
        });
        if (!answersOnce)
        {
            store.Start();
        }

        var engine = new QueryEngine(domain, store, settings.Engine);
        return new Composition(engine, store.AskReadinessAsync, [$"Serving the graph of {settings.Graph.Neo4j.Uri}; /health/ready says whether it answers."]) { Domain = domain, Database = client, Owned = [store, client] };
    }

    private sealed class LoadProgress(IProgress<WorkProgress> progress) : IProgress<double?>
    {
        public void Report(double? value) => progress.Report(new WorkProgress(value is null ? "Indexing the graph" : "Loading the graph", value));
    }
}
