using GraphService.Cli;
using GraphService.Engine.Pipeline;
using GraphService.Engine.Schema;
using GraphService.Films;
using GraphService.Films.Derivations;
using GraphService.Graph.Files;
using GraphService.Graph.Store;
using GraphService.GraphQL.Transport;
using GraphService.Options;

namespace GraphService;

/// <summary>The service put together: the one place that knows the store, the schema and the engine.</summary>
/// <param name="Executor">What answers requests.</param>
/// <param name="Summary">What was loaded, in a few words.</param>
internal sealed record Composition(IRequestExecutor Executor, string Summary)
{
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
            throw new BadInputException(faulty.Message);
        }

        var graphs = new GraphHolder(FilmDomain.Topology(domain));
        graphs.Publish(snapshot);

        // A mistake in the domain shows now, not with the first request.
        _ = domain.Schema;
        return new Composition(new QueryEngine(domain, graphs, settings.Engine), Describe(snapshot.Summary));
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
}
