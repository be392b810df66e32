namespace GraphService.GraphQL;

/// <summary>Errors that several places make.</summary>
public static class GraphQLErrors
{
    /// <summary>A configured bound was met; <c>extensions.limit</c> names it.</summary>
    public static GraphQLError Limit(string name, long value, string message) => new(message, ErrorCodes.Limit(name))
    {
        Extensions = [new("limit", new KeyValuePair<string, object?>[] { new("name", name), new("value", value) })],
    };
}
