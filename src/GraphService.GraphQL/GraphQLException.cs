namespace GraphService.GraphQL;

/// <summary>Ends a request before execution: syntax errors and refused requests.</summary>
public sealed class GraphQLException(GraphQLError error) : Exception(error.Message)
{
    public GraphQLError Error { get; } = error;
}
