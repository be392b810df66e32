using GraphService.GraphQL.Execution;

namespace GraphService.GraphQL.Transport;

/// <summary>What answers requests: all that a transport knows of the engine behind it.</summary>
public interface IRequestExecutor
{
    /// <summary>The served schema in the schema definition language.</summary>
    string Sdl { get; }

    /// <summary>
    /// Writes the whole answer, errors included, and sets <see cref="ResponseWriter.Kind"/>. A mutation in a
    /// <see cref="GraphQLRequest.ReadOnly"/> request must not run: <see cref="ResponseKind.NotAllowed"/>.
    /// </summary>
    /// <exception cref="GraphQLException">BAD_REQUEST: what came is no GraphQL request after all, as a query that is no Unicode text.</exception>
    /// <exception cref="OperationCanceledException">The token asked to stop; what was written counts for nothing.</exception>
    ValueTask ExecuteAsync(GraphQLRequest request, ResponseWriter response, CancellationToken cancellationToken);
}
