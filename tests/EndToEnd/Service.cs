using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace EndToEnd;

/// <summary>The program serving its seed on a free port, for all tests of a class.</summary>
public sealed class Service : IAsyncLifetime, IDisposable
{
    private readonly List<string> _lines = [];
    private Process _program = null!;

    /// <summary>Where it listens, as it said itself.</summary>
    public Uri Address { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>What it wrote until it was ready.</summary>
    public IReadOnlyList<string> Lines => _lines;

    public Uri GraphQL => new(Address, "/graphql");

    public async Task InitializeAsync()
    {
        _program = HostProgram.Start("serve", "--urls", "http://127.0.0.1:0");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await _program.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            _lines.Add(line);
            if (line == "ready")
            {
                break;
            }
        }

        if (_lines.Count == 0 || _lines[^1] != "ready")
        {
            Assert.Fail($"The program did not start: {string.Join('\n', _lines)} {await _program.StandardError.ReadToEndAsync(limit.Token)}");
        }

        // Read on, so that a full pipe never stops it.
        _ = _program.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _ = _program.StandardError.ReadToEndAsync(CancellationToken.None);
        var opened = _lines.Single(line => line.StartsWith("Open ", StringComparison.Ordinal))["Open ".Length..];
        Address = new Uri(new Uri(opened), "/");
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    /// <summary>The parsed answer to a query.</summary>
    public async Task<JsonElement> QueryAsync(string query, object? variables = null)
    {
        using var answer = await PostAsync(JsonSerializer.Serialize(new { query, variables }));
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    public async Task<HttpResponseMessage> PostAsync(string body, string contentType = "application/json", string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, GraphQL) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await Client.SendAsync(request);
    }

    public Task DisposeAsync()
    {
        if (!_program.HasExited)
        {
            _program.Kill();
        }

        return Task.CompletedTask;
    }

    public void Dispose()
    {
        Client?.Dispose();
        _program?.Dispose();
    }
}
