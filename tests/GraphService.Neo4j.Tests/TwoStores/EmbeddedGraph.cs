using GraphService.Engine.Pipeline;
using GraphService.Films;
using GraphService.Films.Derivations;
using GraphService.Graph.Execution;
using GraphService.Graph.Files;
using GraphService.Graph.Store;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>A graph served from memory.</summary>
internal sealed class EmbeddedGraph
{
    private readonly QueryEngine _engine;

    public EmbeddedGraph(GraphSnapshot snapshot)
    {
        var graphs = new GraphHolder(FilmDomain.Topology(BothStores.Domain));
        graphs.Publish(snapshot);
        _engine = BothStores.Engine(new EmbeddedStore<ResponseSink>(graphs));
    }

    /// <summary>Reads the files of a folder, as the service does.</summary>
    public static GraphSnapshot Load(string folder) => GraphLoader.Load(folder, BothStores.Domain.Model, new FilmDerivation());

    /// <summary>The response, as text.</summary>
    public string Ask(string query, string? variables = null) => Answer(query, variables).Text;

    public Answer Answer(string query, string? variables = null) => BothStores.AnswerAsync(_engine, query, variables).GetAwaiter().GetResult();
}
