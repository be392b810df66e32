using System.Globalization;
using GraphService.Cli;
using GraphService.Engine.Pipeline;
using GraphService.Engine.Schema;
using GraphService.Films;
using GraphService.Films.Derivations;
using GraphService.Graph.Execution;
using GraphService.Graph.Files;
using GraphService.Graph.Store;
using GraphService.GraphQL.Transport;
using GraphService.Options;

namespace GraphService;

/// <summary>The service put together: the one place that knows the store, the schema and the engine.</summary>
/// <param name="Executor">What answers requests.</param>
/// <param name="Summary">What was loaded, in a few words.</param>
/// <param name="Unserved">What was loaded but is not served, one line each.</param>
internal sealed record Composition(IRequestExecutor Executor, string Summary, IReadOnlyList<string> Unserved)
{
    private const int MaxUnserved = 20;

    /// <summary>Reads the graph and makes it ready to be asked.</summary>
    /// <exception cref="BadInputException">The graph cannot be served: every fault found.</exception>
    public static Composition Load(Settings settings)
    {
        var domain = FilmDomain.Create();
        GraphSnapshot snapshot;
        try
        {
            snapshot = LoadGraph(settings.Graph.FullPath, domain);
        }
        catch (GraphLoadException faulty)
        {
            throw new BadInputException(Describe(faulty, settings.Graph.FullPath));
        }

        var graphs = new GraphHolder(FilmDomain.Topology(domain));
        graphs.Publish(snapshot);

        // A mistake in the domain shows now, not with the first request.
        _ = domain.Schema;
        return new Composition(new QueryEngine(domain, new EmbeddedStore<ResponseSink>(graphs), settings.Engine), Describe(snapshot.Summary), DescribeUnserved(snapshot.Summary.Unserved));
    }

    /// <summary>Reads a graph folder.</summary>
    /// <exception cref="GraphLoadException">It has faults.</exception>
    public static GraphSnapshot LoadGraph(string folder, Domain domain) => GraphLoader.Load(folder, domain.Model, new FilmDerivation());

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

    /// <summary>The faults of a graph folder.</summary>
    public static string Describe(GraphLoadException faulty, string folder)
    {
        // The message ends with the last fault unless it leaves some out.
        var showsAll = faulty.Faults is [.., var last] && faulty.Message.EndsWith(last.ToString(), StringComparison.Ordinal);
        return showsAll ? faulty.Message : $"{faulty.Message}\nsee all: validate {folder}";
    }
}
