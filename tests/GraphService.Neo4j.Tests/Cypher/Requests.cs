using GraphService.Engine.Pipeline;
using GraphService.Films;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Transport;
using GraphService.Neo4j.Tests.Projection;
using GraphService.Neo4j.Tests.TwoStores;

namespace GraphService.Neo4j.Tests.Cypher;

/// <summary>The service over a database that a test makes up.</summary>
internal sealed class Requests : IAsyncDisposable
{
    private readonly Neo4jStore<ResponseSink> _store;
    private readonly QueryEngine _engine;

    public Requests(FakeDatabase database)
    {
        var options = new Neo4jStoreOptions { WatchInterval = Timeout.InfiniteTimeSpan };
        _store = new Neo4jStore<ResponseSink>(BothStores.Domain.Model, FilmDomain.Topology(BothStores.Domain), database, options);
        _engine = new QueryEngine(BothStores.Domain, _store, new EngineLimits { MaxFilterSize = 100_000 });
    }

    /// <summary>Loads what paths are found in.</summary>
    public async Task LoadProjectionAsync()
    {
        _store.Start();
        await _store.WaitForProjectionAsync();
    }

    public Task WaitForProjectionAsync() => _store.WaitForProjectionAsync();

    /// <summary>The response, or "503 (seconds)" and the response.</summary>
    public async Task<string> AskAsync(string query, string? variables = null)
    {
        using var request = GraphQLRequest.Create(query, null, variables);
        using var response = ResponseWriter.Rent();
        await _engine.ExecuteAsync(request, response, CancellationToken.None);
        return response.Kind == ResponseKind.Unavailable ? $"503 ({response.RetryAfterSeconds}) {response}" : response.ToString();
    }

    /// <summary>The statements of a valid query, as they would be sent.</summary>
    public IReadOnlyList<string> Explain(string query)
    {
        using var request = GraphQLRequest.Create(query);
        using var response = ResponseWriter.Rent();
        var text = _engine.Explain(request, response) ?? throw new ArgumentException(response.ToString(), nameof(query));
        return [.. text.Split('\n').Where(line => line.StartsWith("MATCH ", StringComparison.Ordinal))];
    }

    /// <summary>Bytes allocated on this thread by a request that does not wait.</summary>
    public long Allocated(string query)
    {
        using var request = GraphQLRequest.Create(query);
        using var response = ResponseWriter.Rent();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var asked = _engine.ExecuteAsync(request, response, CancellationToken.None);
        Assert.True(asked.IsCompletedSuccessfully);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();
}
