using System.Text.Json;

namespace GraphService.GraphQL.Transport;

/// <summary>What is no GraphQL request, said so that its author can mend it.</summary>
internal static class RequestErrors
{
    public static GraphQLException EmptyBody() => BadRequest("The request has no body. Send a JSON object such as {\"query\": \"{ __typename }\"}.");

    public static GraphQLException NotJson(JsonException error) =>
        BadRequest($"The request is not valid JSON: see line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}. Send a JSON object such as {{\"query\": \"{{ __typename }}\"}}.");

    public static GraphQLException ParameterNotJson(string parameter, JsonException error) =>
        BadRequest($"\"{parameter}\" is not valid JSON: see line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}.");

    public static GraphQLException Batch() => BadRequest("The request is a list. Batches are not served: send one JSON object per request.");

    public static GraphQLException NotAnObject(JsonTokenType found) =>
        BadRequest($"The request is {NameOf(found)}. Send a JSON object such as {{\"query\": \"{{ __typename }}\"}}.");

    public static GraphQLException WrongType(string parameter, string expected, JsonTokenType found) =>
        BadRequest($"\"{parameter}\" must be {expected}, but it is {NameOf(found)}.");

    public static GraphQLException MissingQuery() => BadRequest("The request has no \"query\". Send the GraphQL document as a string named \"query\".");

    public static GraphQLException NotUnicode(string parameter) => BadRequest($"\"{parameter}\" is not valid Unicode text.");

    public static GraphQLException NameNotUnicode() => BadRequest("A name in the request is not valid Unicode text.");

    public static GraphQLException TooDeep(string? parameter) =>
        new(GraphQLErrors.Limit("INPUT_DEPTH", GraphQLRequest.MaxVariablesDepth,
            $"{(parameter is null ? "A value of the request" : $"\"{parameter}\"")} is nested deeper than {GraphQLRequest.MaxVariablesDepth} levels."));

    private static GraphQLException BadRequest(string message) => new(new GraphQLError(message, ErrorCodes.BadRequest));

    private static string NameOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a boolean",
    };
}
