using System.Net;
using System.Text.Json;

namespace GraphService.Tests.Http;

public class FailureTests
{
    private const string Query = """{"query":"{ a }"}""";

    private static async ValueTask WaitForEver(CancellationToken cancellationToken) => await Task.Delay(Timeout.Infinite, cancellationToken);

    [Fact]
    public async Task A_request_that_takes_too_long_is_stopped()
    {
        await using var service = await TestService.StartAsync((_, _, cancel) => WaitForEver(cancel), "--Limits:RequestTimeout=00:00:00.050");
        using var answer = await service.PostAsync(Query, accept: "application/graphql-response+json");
        await answer.IsAsync(HttpStatusCode.OK, "application/graphql-response+json; charset=utf-8",
            """{"data":null,"errors":[{"message":"The request took longer than 0.05 seconds and was stopped (setting Limits:RequestTimeout). Ask for less at once; what is computed once for everyone goes on, and is there when you ask again.","extensions":{"code":"TIMEOUT","limit":{"name":"REQUEST_TIMEOUT","value":0.05}}}]}""");
    }

    [Fact]
    public async Task What_was_written_before_the_deadline_is_not_sent()
    {
        await using var service = await TestService.StartAsync(
            async (_, response, cancel) =>
            {
                response.Raw("{\"data\":{\"half\":"u8);
                await WaitForEver(cancel);
            },
            "--Limits:RequestTimeout=00:00:00.050");
        using var answer = await service.PostAsync(Query);
        Assert.StartsWith("{\"data\":null,\"errors\":[", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_unexpected_exception_is_a_number_to_look_up()
    {
        await using var service = await TestService.StartAsync((_, _, _) => throw new InvalidDataException("secret /etc/passwd"));
        using var answer = await service.PostAsync(Query);
        var body = await answer.Content.ReadAsStringAsync();
        using var json = JsonDocument.Parse(body);
        var extensions = json.RootElement.GetProperty("errors")[0].GetProperty("extensions");
        var id = extensions.GetProperty("correlationId").GetString();
        Assert.Equal(
            """{"errors":[{"message":"Something failed in the server; the request is not at fault. The log says more under ID.","extensions":{"code":"INTERNAL_SERVER_ERROR","correlationId":"ID"}}]}""",
            body.Replace(id!, "ID", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task The_server_goes_on_after_an_exception()
    {
        var calls = 0;
        await using var service = await TestService.StartAsync((_, response, _) =>
        {
            if (calls++ == 0)
            {
                response.Raw("{\"data\":{"u8);
                throw new InvalidDataException();
            }

            response.Raw("{\"data\":{}}"u8);
            return ValueTask.CompletedTask;
        });
        using var first = await service.PostAsync(Query);
        using var second = await service.PostAsync(Query);
        Assert.Equal("{\"data\":{}}", await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_refusal_by_the_executor_is_a_bad_request()
    {
        await using var service = await TestService.StartAsync((request, _, _) =>
        {
            request.GetQuery();
            return ValueTask.CompletedTask;
        });
        using var answer = await service.PostAsync("""{"query":"\ud800"}""");
        await answer.IsErrorAsync(HttpStatusCode.BadRequest, "BAD_REQUEST", "\"query\" is not valid Unicode text.");
    }

    [Fact]
    public async Task An_answer_that_is_too_large_is_an_error()
    {
        await using var service = await TestService.StartAsync(
            (_, response, _) =>
            {
                for (var i = 0; i < 1000; i++)
                {
                    response.Raw(new byte[1024]);
                }

                return ValueTask.CompletedTask;
            },
            "--Limits:ResponseBytes=100000");
        using var answer = await service.PostAsync(Query);
        await answer.IsErrorAsync(HttpStatusCode.OK, "LIMIT_RESPONSE_BYTES",
            "The answer is larger than 100,000 bytes (setting Limits:ResponseBytes). Ask for fewer fields or smaller pages.");
    }

    [Fact]
    public async Task Requests_wait_for_their_turn_and_beyond_that_are_turned_away()
    {
        var started = new SemaphoreSlim(0);
        var release = new TaskCompletionSource();
        await using var service = await TestService.StartAsync(
            async (_, response, _) =>
            {
                started.Release();
                await release.Task;
                response.Raw("{\"data\":{}}"u8);
            },
            "--Limits:ConcurrentRequests=1", "--Limits:WaitingRequests=1");

        var running = service.PostAsync(Query);
        await started.WaitAsync();
        // One of these two waits, the other is turned away: whichever comes first waits.
        var others = new[] { service.PostAsync(Query), service.PostAsync(Query) };
        using var refused = await await Task.WhenAny(others);
        Assert.Equal("1", refused.Headers.GetValues("Retry-After").Single());
        await refused.IsErrorAsync(HttpStatusCode.ServiceUnavailable, "UNAVAILABLE", "Too many requests are waiting. Try again in a moment.");

        release.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await running).StatusCode);
        var statuses = (await Task.WhenAll(others)).Select(answer => (int)answer.StatusCode).Order();
        Assert.Equal([200, 503], statuses);
    }

    [Fact]
    public async Task Work_stops_when_the_client_is_gone()
    {
        var started = new TaskCompletionSource();
        var stopped = new TaskCompletionSource();
        await using var service = await TestService.StartAsync(async (_, _, cancel) =>
        {
            started.SetResult();
            await using var registration = cancel.Register(stopped.SetResult);
            await WaitForEver(cancel);
        });
        using var giveUp = new CancellationTokenSource();
        using var content = new StringContent(Query, System.Text.Encoding.UTF8, "application/json");
        var request = service.Client.PostAsync(new Uri("/graphql", UriKind.Relative), content, giveUp.Token);
        await started.Task;
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Failures_look_the_same_in_every_environment(string environment)
    {
        await using var service = await TestService.StartAsync((_, _, _) => throw new InvalidDataException("secret"), "--environment=" + environment);
        using var answer = await service.PostAsync(Query);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("secret", body);
        Assert.DoesNotContain("Exception", body);
    }
}
