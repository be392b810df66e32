namespace GraphService.Http;

/// <summary>The media types in which an answer is sent. They carry the same bytes; they differ in the status of a refused request.</summary>
internal enum ResponseFormat
{
    /// <summary>application/json: 200 for every well-formed request.</summary>
    Json,

    /// <summary>application/graphql-response+json: 400 for what never ran.</summary>
    GraphQLResponse,
}
