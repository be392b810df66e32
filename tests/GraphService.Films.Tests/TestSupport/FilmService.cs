using System.Text.Json;
using GraphService.Engine.Pipeline;
using GraphService.Engine.Schema;
using GraphService.Films.Derivations;
using GraphService.Graph.Execution;
using GraphService.Graph.Files;
using GraphService.Graph.Store;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Transport;

namespace GraphService.Films.Tests.TestSupport;

/// <summary>The whole service without its host: a graph folder, and requests to it.</summary>
internal sealed class FilmService
{
    private static readonly Lazy<FilmService> LoadedSeed = new(() => Load(Folders.Seed));

    private readonly QueryEngine _engine;

    private FilmService(QueryEngine engine, GraphSummary summary) => (_engine, Summary) = (engine, summary);

    /// <summary>The domain that all tests share.</summary>
    public static Domain Domain { get; } = FilmDomain.Create();

    /// <summary>The seed graph, served.</summary>
    public static FilmService Seed => LoadedSeed.Value;

    /// <summary>What was loaded.</summary>
    public GraphSummary Summary { get; }

    public static FilmService Load(string folder, EngineLimits? limits = null)
    {
        var graphs = new GraphHolder(FilmDomain.Topology(Domain));
        var snapshot = GraphLoader.Load(folder, Domain.Model, new FilmDerivation());
        graphs.Publish(snapshot);
        return new FilmService(new QueryEngine(Domain, new EmbeddedStore<ResponseSink>(graphs), limits ?? new EngineLimits()), snapshot.Summary);
    }

    /// <summary>The response to a request, byte for byte.</summary>
    public string Respond(string query, string? variables = null, string? operationName = null)
    {
        using var request = GraphQLRequest.Create(query, operationName, variables);
        using var response = ResponseWriter.Rent();
        _engine.ExecuteAsync(request, response, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return response.ToString();
    }

    /// <summary>The plan of a valid query, as text.</summary>
    public string Explain(string query)
    {
        using var request = GraphQLRequest.Create(query);
        using var response = ResponseWriter.Rent();
        return _engine.Explain(request, response) ?? throw new ArgumentException(response.ToString(), nameof(query));
    }

    /// <summary>The response to a request, parsed.</summary>
    public JsonElement Ask(string query, string? variables = null, string? operationName = null)
    {
        using var document = JsonDocument.Parse(Respond(query, variables, operationName));
        return document.RootElement.Clone();
    }

    /// <summary>The data of a response that has no errors.</summary>
    public JsonElement Data(string query, string? variables = null)
    {
        var response = Ask(query, variables);
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        return response.GetProperty("data");
    }
}
