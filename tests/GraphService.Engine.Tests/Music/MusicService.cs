using System.Text.Json.Nodes;
using GraphService.Engine.Pipeline;
using GraphService.Graph.Execution;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Transport;
using GraphService.GraphQL.Validation;

namespace GraphService.Engine.Tests.Music;

/// <summary>The query engine over a graph of music.</summary>
internal sealed class MusicService
{
    public MusicService(MusicGraph? graph, EngineLimits? limits = null, ValidationOptions? validation = null)
    {
        Graphs = new GraphHolder(MusicDomain.Topology);
        if (graph is not null)
        {
            Graphs.Publish(graph.Load());
        }

        Engine = new QueryEngine(MusicDomain.Instance, new EmbeddedStore<ResponseSink>(Graphs), limits ?? new EngineLimits(), validation: validation);
    }

    public GraphHolder Graphs { get; }

    public QueryEngine Engine { get; }

    /// <summary>The answer as it would be sent.</summary>
    public string Text(string query, string? variables = null, string? operationName = null, CancellationToken cancel = default) =>
        Answer(query, variables, operationName, cancel).Text;

    public (string Text, ResponseKind Kind) Answer(string query, string? variables = null, string? operationName = null, CancellationToken cancel = default)
    {
        using var request = GraphQLRequest.Create(query, operationName, variables);
        using var response = ResponseWriter.Rent();
        Engine.ExecuteAsync(request, response, cancel).AsTask().GetAwaiter().GetResult();
        return (response.ToString(), response.Kind);
    }

    /// <summary>The data of an answer that has no errors.</summary>
    public JsonNode Data(string query, string? variables = null)
    {
        var answer = JsonNode.Parse(Text(query, variables))!;
        Assert.True(answer["errors"] is null, $"{query}\n{answer}");
        return answer["data"]!;
    }

    /// <summary>The only error of an answer.</summary>
    public JsonNode Error(string query, string? variables = null)
    {
        var text = Text(query, variables);
        var errors = JsonNode.Parse(text)!["errors"]?.AsArray();
        Assert.True(errors is { Count: 1 }, $"{query}\n{text}");
        return errors[0]!;
    }
}
