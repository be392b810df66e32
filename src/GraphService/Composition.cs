using GraphService.Cli;
using GraphService.GraphQL;
using GraphService.GraphQL.Execution;
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
    public static Composition Load(GraphOptions graph)
    {
        if (!Directory.Exists(graph.FullPath))
        {
            throw new BadInputException($"There is no graph folder {graph.FullPath}. Name one with --graph DIR.");
        }

        return new Composition(new NoEngine(), "nothing");
    }

    private sealed class NoEngine : IRequestExecutor
    {
        public string Sdl => "type Query\n";

        public ValueTask ExecuteAsync(GraphQLRequest request, ResponseWriter response, CancellationToken cancellationToken)
        {
            ErrorWriter.WriteRequestErrors(response, [new GraphQLError("No engine is wired yet.", ErrorCodes.Unavailable)]);
            response.Kind = ResponseKind.Unavailable;
            return ValueTask.CompletedTask;
        }
    }
}
