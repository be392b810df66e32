using System.Text;
using GraphService.GraphQL;
using GraphService.GraphQL.Execution;
using Microsoft.Extensions.Primitives;

namespace GraphService.Http;

/// <summary>Sends answers: status, length, one write.</summary>
internal static class Reply
{
    private static readonly StringValues Json = "application/json; charset=utf-8";
    private static readonly StringValues GraphQLResponse = "application/graphql-response+json; charset=utf-8";

    /// <summary>Sends what an executor wrote, with the status that says how far the request came.</summary>
    public static Task SendAsync(HttpContext context, ResponseFormat format, ResponseWriter answer)
    {
        var response = context.Response;
        if (answer.Kind != ResponseKind.Executed)
        {
            response.StatusCode = StatusOf(answer.Kind, format);
        }

        if (answer.RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (answer.Kind == ResponseKind.NotAllowed)
        {
            response.Headers.Allow = HttpMethods.Post;
        }

        return WriteAsync(context, format, answer);
    }

    /// <summary>Refuses a request with an error in GraphQL's form.</summary>
    public static Task RefuseAsync(HttpContext context, ResponseFormat format, int status, GraphQLError error)
    {
        using var answer = ResponseWriter.Rent();
        ErrorWriter.WriteRequestErrors(answer, [error]);
        context.Response.StatusCode = status;
        return WriteAsync(context, format, answer);
    }

    /// <summary>Refuses what is a GraphQL request, but cannot be executed, with the status of any other request error.</summary>
    public static Task RefuseAsync(HttpContext context, ResponseFormat format, GraphQLError error) =>
        RefuseAsync(context, format, StatusOf(ResponseKind.RequestError, format), error);

    public static Task TextAsync(HttpContext context, int status, string contentType, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        var bytes = Encoding.UTF8.GetBytes(text);
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    private static int StatusOf(ResponseKind kind, ResponseFormat format) => kind switch
    {
        ResponseKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        ResponseKind.NotAllowed => StatusCodes.Status405MethodNotAllowed,
        ResponseKind.RequestError when format == ResponseFormat.GraphQLResponse => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status200OK,
    };

    private static Task WriteAsync(HttpContext context, ResponseFormat format, ResponseWriter answer)
    {
        var response = context.Response;
        response.Headers.ContentType = format == ResponseFormat.Json ? Json : GraphQLResponse;
        response.ContentLength = answer.Position;
        var body = response.BodyWriter;
        answer.CopyTo(body);
        var flush = body.FlushAsync(context.RequestAborted);
        return flush.IsCompletedSuccessfully ? Task.CompletedTask : flush.AsTask();
    }
}
