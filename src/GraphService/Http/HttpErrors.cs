using System.Globalization;
using GraphService.GraphQL;
using GraphService.Options;

namespace GraphService.Http;

/// <summary>What the endpoint itself refuses, before or instead of the executor.</summary>
internal static class HttpErrors
{
    public static GraphQLError Host(string host) =>
        BadRequest($"This server does not answer for the host \"{host}\". Its names are the setting AllowedHosts.");

    public static GraphQLError MethodNotAllowed(string method) =>
        BadRequest($"{method} is not served here. Send a GraphQL request by POST, or a query by GET.");

    public static GraphQLError ContentType(string? found) =>
        BadRequest($"The Content-Type must be application/json in UTF-8, but it is {(string.IsNullOrEmpty(found) ? "missing" : $"\"{found}\"")}.");

    public static GraphQLError ContentEncoding(string? found) => BadRequest($"The Content-Encoding \"{found}\" is not read. Send the body as plain JSON.");

    public static GraphQLError NotAcceptable() =>
        BadRequest($"The Accept header allows none of what is sent here: {Negotiation.Json}, {Negotiation.GraphQLResponse}.");

    public static GraphQLError RepeatedParameter(string name) => new($"The URL has the parameter \"{name}\" more than once: give it once.", ErrorCodes.BadRequest);

    public static GraphQLError MissingQuery() =>
        BadRequest("The URL has no \"query\" parameter. Add ?query={__typename} (percent-encoded), or send the request by POST. /graphql?sdl is the schema.");

    public static GraphQLError MutationByGet() => BadRequest("A GET may only run a query. Send a mutation by POST.");

    public static GraphQLError TooLarge(LimitsOptions limits) => GraphQLErrors.Limit(
        "REQUEST_BYTES", limits.RequestBytes, $"The request is larger than {Number(limits.RequestBytes)} bytes (setting Limits:RequestBytes).");

    public static GraphQLError ResponseTooLarge(long maxBytes) => GraphQLErrors.Limit(
        "RESPONSE_BYTES", maxBytes, $"The answer is larger than {Number(maxBytes)} bytes (setting Limits:ResponseBytes). Ask for fewer fields or smaller pages.");

    public static GraphQLError Unreadable(int status) => BadRequest(status == StatusCodes.Status408RequestTimeout
        ? "The body of the request came too slowly."
        : "The body of the request could not be read to its end.");

    public static GraphQLError Timeout(LimitsOptions limits) => new(
        $"The request took longer than {limits.RequestTimeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds and was stopped (setting Limits:RequestTimeout). Ask for less at once; what is computed once for everyone goes on, and is there when you ask again.",
        ErrorCodes.Timeout)
    {
        // In seconds.
        Extensions = [new("limit", new KeyValuePair<string, object?>[] { new("name", "REQUEST_TIMEOUT"), new("value", limits.RequestTimeout.TotalSeconds) })],
    };

    public static GraphQLError Busy() => new("Too many requests are waiting. Try again in a moment.", ErrorCodes.Unavailable);

    public static GraphQLError Internal(string correlationId) => new(
        $"Something failed in the server; the request is not at fault. The log says more under {correlationId}.", ErrorCodes.InternalServerError)
    {
        Extensions = [new("correlationId", correlationId)],
    };

    private static GraphQLError BadRequest(string message) => new(message, ErrorCodes.BadRequest);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
