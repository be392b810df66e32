using System.Threading.RateLimiting;
using GraphService.GraphQL;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Transport;
using GraphService.Options;

namespace GraphService.Http;

/// <summary>
/// /graphql: GraphQL over HTTP. A terminal branch ahead of everything else: nothing runs before it for a request, and nothing
/// is allocated for one but what a client's headers and variables need.
/// </summary>
internal sealed partial class GraphQLEndpoint(IRequestExecutor executor, LimitsOptions limits, ILogger<GraphQLEndpoint> log) : IDisposable
{
    public const string Path = "/graphql";

    private readonly ConcurrencyLimiter _turns = new(new()
    {
        PermitLimit = limits.ConcurrentRequests,
        QueueLimit = limits.WaitingRequests,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Answers one HTTP request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var accepted = Negotiation.ChooseFormat(request.Headers.Accept);
        var format = accepted ?? ResponseFormat.Json;
        var isPost = HttpMethods.IsPost(request.Method);
        if (!isPost && !HttpMethods.IsGet(request.Method))
        {
            context.Response.Headers.Allow = "GET, POST";
            return Reply.RefuseAsync(context, format, StatusCodes.Status405MethodNotAllowed, HttpErrors.MethodNotAllowed(request.Method));
        }

        // A GET with an odd type could be a form of another site (cross-site request forgery): it is refused as well.
        if ((isPost || request.ContentType is not null) && !Negotiation.IsJson(request.ContentType))
        {
            return Reply.RefuseAsync(context, format, StatusCodes.Status415UnsupportedMediaType, HttpErrors.ContentType(request.ContentType));
        }

        if (!isPost && request.Query.ContainsKey("sdl"))
        {
            return Reply.TextAsync(context, StatusCodes.Status200OK, "text/plain; charset=utf-8", executor.Sdl);
        }

        if (accepted is null)
        {
            return Reply.RefuseAsync(context, format, StatusCodes.Status406NotAcceptable, HttpErrors.NotAcceptable());
        }

        return isPost ? PostAsync(context, format) : GetAsync(context, format);
    }

    private async Task GetAsync(HttpContext context, ResponseFormat format)
    {
        var query = context.Request.Query;
        string? Parameter(string name) => query[name] switch
        {
            { Count: > 1 } => throw new GraphQLException(HttpErrors.RepeatedParameter(name)),
            var value => value.ToString() is { Length: > 0 } text ? text : null,
        };

        try
        {
            if (Parameter("query") is not { } document)
            {
                throw new GraphQLException(HttpErrors.MissingQuery());
            }

            using var request = GraphQLRequest.Create(document, Parameter("operationName"), Parameter("variables"), Parameter("extensions"), readOnly: true);
            await AnswerAsync(context, format, request);
        }
        catch (Exception failure)
        {
            await FailAsync(context, format, failure);
        }
    }

    private async Task PostAsync(HttpContext context, ResponseFormat format)
    {
        try
        {
            if (context.Request.Headers.ContentEncoding is { Count: > 0 } encoding)
            {
                await Reply.RefuseAsync(context, format, StatusCodes.Status415UnsupportedMediaType, HttpErrors.ContentEncoding(encoding));
                return;
            }

            if (context.Request.ContentLength > limits.RequestBytes)
            {
                await Reply.RefuseAsync(context, format, StatusCodes.Status413PayloadTooLarge, HttpErrors.TooLarge(limits));
                return;
            }

            using var body = await RequestBody.ReadAsync(context.Request.BodyReader, limits.RequestBytes);
            if (body.IsTooLarge)
            {
                await Reply.RefuseAsync(context, format, StatusCodes.Status413PayloadTooLarge, HttpErrors.TooLarge(limits));
                return;
            }

            using var request = RequestParser.Parse(body.Memory);
            await AnswerAsync(context, format, request);
        }
        catch (Exception failure)
        {
            await FailAsync(context, format, failure);
        }
    }

    private async ValueTask AnswerAsync(HttpContext context, ResponseFormat format, GraphQLRequest request)
    {
        using var answer = ResponseWriter.Rent();
        answer.MaxBytes = limits.ResponseBytes;
        using (var deadline = Deadline.Start(limits.RequestTimeout, context.RequestAborted))
        {
            try
            {
                await ExecuteAsync(request, answer, deadline.Token);
                if (answer.Kind == ResponseKind.NotAllowed)
                {
                    ErrorWriter.WriteRequestErrors(answer, [HttpErrors.MutationByGet()]);
                    answer.Kind = ResponseKind.NotAllowed;
                }
            }
            catch (OperationCanceledException) when (deadline.IsOver)
            {
                if (deadline.IsClientGone)
                {
                    return;
                }

                Abandon(answer, HttpErrors.Timeout(limits));
            }
            catch (TimeoutException)
            {
                Abandon(answer, HttpErrors.Timeout(limits));
            }
            catch (ResponseTooLargeException tooLarge)
            {
                Abandon(answer, HttpErrors.ResponseTooLarge(tooLarge.MaxBytes));
            }
        }

        // The turn is over: a slow reader must not keep others waiting.
        await Reply.SendAsync(context, format, answer);
    }

    private async ValueTask ExecuteAsync(GraphQLRequest request, ResponseWriter answer, CancellationToken cancellationToken)
    {
        var turn = _turns.AttemptAcquire();
        if (!turn.IsAcquired)
        {
            turn = await _turns.AcquireAsync(1, cancellationToken);
        }

        using (turn)
        {
            if (turn.IsAcquired)
            {
                await executor.ExecuteAsync(request, answer, cancellationToken);
            }
            else
            {
                ErrorWriter.WriteRequestErrors(answer, [HttpErrors.Busy()]);
                answer.Kind = ResponseKind.Unavailable;
                answer.RetryAfterSeconds = 1;
            }
        }
    }

    /// <summary>An execution that began and could not end: data is null.</summary>
    private static void Abandon(ResponseWriter answer, GraphQLError error)
    {
        answer.Truncate(0);
        answer.MaxBytes = long.MaxValue;
        answer.Kind = ResponseKind.Executed;
        answer.Raw("{\"data\":null,\"errors\":"u8);
        ErrorWriter.WriteList(answer, [error]);
        answer.Raw("}"u8);
    }

    private Task FailAsync(HttpContext context, ResponseFormat format, Exception failure)
    {
        if (context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        switch (failure)
        {
            case GraphQLException { Error.Code: not ErrorCodes.BadRequest } limited:
                return Reply.RefuseAsync(context, format, limited.Error);
            case GraphQLException refused:
                return Reply.RefuseAsync(context, format, StatusCodes.Status400BadRequest, refused.Error);
            case BadHttpRequestException unreadable:
                return Reply.RefuseAsync(context, format, unreadable.StatusCode, HttpErrors.Unreadable(unreadable.StatusCode));
            case IOException: // the connection broke: no one is left to answer
                context.Abort();
                return Task.CompletedTask;
            default:
                LogFailure(log, context.TraceIdentifier, failure);
                return Reply.RefuseAsync(context, format, StatusCodes.Status500InternalServerError, HttpErrors.Internal(context.TraceIdentifier));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed ({CorrelationId}).")]
    private static partial void LogFailure(ILogger log, string correlationId, Exception failure);

    public void Dispose() => _turns.Dispose();
}
