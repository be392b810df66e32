using System.Net;
using System.Text;
using System.Text.Json;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Transport;
using GraphService.Http;
using GraphService.Neo4j;
using GraphService.Options;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace GraphService.Tests.Http;

/// <summary>The server on a free port, in this process, with an executor that a test chooses.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestService(WebApplication app, LogLines log)
    {
        _app = app;
        Log = log;
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    /// <summary>What was logged, from warnings on.</summary>
    public LogLines Log { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public delegate ValueTask Execute(GraphQLRequest request, ResponseWriter response, CancellationToken cancellationToken);

    /// <summary>Starts a server whose executor repeats the query, its operation name and its variables.</summary>
    public static Task<TestService> StartAsync(params string[] settings) => StartAsync(Echo, settings);

    public static async Task<TestService> StartAsync(Execute execute, params string[] settings)
    {
        var builder = Server.CreateBuilder(["--urls=http://127.0.0.1:0", .. settings]);
        var log = new LogLines();
        builder.Logging.AddProvider(log);
        var app = Server.Build(builder, () => new Executor(execute), _ => Task.FromResult(new Readiness(true, null)), Settings.Read(builder.Configuration));
        await app.StartAsync();
        return new TestService(app, log);
    }

    public Task<HttpResponseMessage> PostAsync(string body, string contentType = "application/json", string? accept = null) =>
        PostAsync(Encoding.UTF8.GetBytes(body), contentType, accept);

    public async Task<HttpResponseMessage> PostAsync(byte[] body, string? contentType, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) };
        if (contentType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return await SendAsync(request, accept);
    }

    public async Task<HttpResponseMessage> GetAsync(string path, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, accept);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? accept = null)
    {
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static ValueTask Echo(GraphQLRequest request, ResponseWriter response, CancellationToken cancellationToken)
    {
        response.Raw("{\"data\":{\"query\":"u8);
        response.Text(request.GetQuery());
        response.Raw(",\"operationName\":"u8);
        response.Text(request.OperationName ?? "");
        response.Raw(",\"variables\":"u8);
        response.Raw(request.Variables.IsEmpty ? "null"u8 : request.Variables.Span);
        response.Raw(",\"readOnly\":"u8);
        response.Bool(request.ReadOnly);
        response.Raw("}}"u8);
        return ValueTask.CompletedTask;
    }

    private sealed class Executor(Execute execute) : IRequestExecutor
    {
        public string Sdl => "type Query { título: String }\n";

        public ValueTask ExecuteAsync(GraphQLRequest request, ResponseWriter response, CancellationToken cancellationToken) =>
            execute(request, response, cancellationToken);
    }
}

/// <summary>Assertions on what came back.</summary>
internal static class Answers
{
    public static async Task IsAsync(this HttpResponseMessage answer, HttpStatusCode status, string contentType, string body)
    {
        Assert.Equal(body, await answer.Content.ReadAsStringAsync());
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(contentType, answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(Encoding.UTF8.GetByteCount(body), answer.Content.Headers.ContentLength);
    }

    /// <summary>A refusal: one error with this message and code, and nothing else.</summary>
    public static async Task IsErrorAsync(this HttpResponseMessage answer, HttpStatusCode status, string code, string message)
    {
        var body = await answer.Content.ReadAsStringAsync();
        using var json = JsonDocument.Parse(body);
        var error = json.RootElement.GetProperty("errors").EnumerateArray().Single();
        Assert.Equal(message, error.GetProperty("message").GetString());
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(status, answer.StatusCode);
    }
}
