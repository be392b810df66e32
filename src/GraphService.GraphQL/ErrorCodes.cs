namespace GraphService.GraphQL;

/// <summary>The machine-readable codes of the wire contract.</summary>
public static class ErrorCodes
{
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";
    public const string OperationResolutionFailure = "OPERATION_RESOLUTION_FAILURE";
    public const string BadRequest = "BAD_REQUEST";
    public const string BadUserInput = "BAD_USER_INPUT";
    public const string AmbiguousName = "AMBIGUOUS_NAME";
    public const string NodeNotFound = "NODE_NOT_FOUND";
    public const string Timeout = "TIMEOUT";
    public const string Unavailable = "UNAVAILABLE";
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";
    public const string InternalServerError = "INTERNAL_SERVER_ERROR";

    /// <summary>A configured bound was met: LIMIT_PAGE_SIZE, LIMIT_TOKENS, LIMIT_COST, ...</summary>
    public static string Limit(string name) => "LIMIT_" + name;
}
