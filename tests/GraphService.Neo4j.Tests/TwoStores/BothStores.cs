using System.Text;
using System.Text.Json;
using GraphService.Engine.Pipeline;
using GraphService.Engine.Schema;
using GraphService.Films;
using GraphService.Graph;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Transport;
using GraphService.GraphQL.Validation;
using GraphService.Neo4j.Loading;
using GraphService.TestSupport;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>One graph folder served twice: from memory, and from a real Neo4j.</summary>
internal sealed class BothStores : IAsyncDisposable
{
    private readonly EmbeddedGraph _embedded;
    private readonly QueryEngine _neo4j;
    private readonly Neo4jStore<ResponseSink> _store;
    private readonly string _graph;

    private BothStores(string folder, EmbeddedGraph embedded, Neo4jStore<ResponseSink> store) =>
        (_graph, _embedded, _store, _neo4j) = (folder, embedded, store, Engine(store));

    // Queries that chance made up name every field apart.
    private static readonly ValidationOptions ManyAliases = new() { MaxAliases = 1000 };

    public static Domain Domain { get; } = FilmDomain.Create();

    /// <summary>The seed graph's folder.</summary>
    public static string Seed { get; } = Path.GetFullPath(Path.Combine(TestFolder.Path, "../../seed"));

    /// <summary>An engine over a store; the limits are the usual ones.</summary>
    public static QueryEngine Engine(IGraphStore<ResponseSink> store) => new(Domain, store, new EngineLimits(), null, ManyAliases);

    /// <summary>Loads a folder, imports it, and waits until both can answer everything.</summary>
    /// <param name="database">The server.</param>
    /// <param name="folder">The graph.</param>
    /// <param name="client">How the service reaches the server; null: as the test does.</param>
    public static async Task<BothStores> LoadAsync(RealNeo4jDatabase database, string folder, ICypherClient? client = null)
    {
        var snapshot = EmbeddedGraph.Load(folder);
        await database.LoadAsync(snapshot, Fingerprint.OfFolder(folder));
        var options = new Neo4jStoreOptions { StatementTimeout = TimeSpan.FromMinutes(1), WatchInterval = TimeSpan.FromMilliseconds(200) };
        var store = new Neo4jStore<ResponseSink>(Domain.Model, FilmDomain.Topology(Domain), new RecordingClient(client ?? database.Client), options);
        store.Start();
        await store.WaitForProjectionAsync();
        return new BothStores(folder, new EmbeddedGraph(snapshot), store);
    }

    /// <summary>Until the store can answer everything from what is served now.</summary>
    public Task WaitForProjectionAsync() => _store.WaitForProjectionAsync();

    /// <summary>Answers from memory.</summary>
    public string AskEmbedded(string query, string? variables = null) => _embedded.Ask(query, variables);

    /// <summary>Answers from Neo4j.</summary>
    public Task<Answer> AskNeo4jAsync(string query, string? variables = null) => AnswerAsync(_neo4j, query, variables);

    /// <summary>Asks both, which have to give the same bytes; the answer.</summary>
    public async Task<Answer> AskAsync(string query, string? variables = null)
    {
        var expected = _embedded.Answer(query, variables);
        Answer actual;
        try
        {
            actual = await AnswerAsync(_neo4j, query, variables);
        }
        catch (Exception failure) when (failure is not StoresDifferException)
        {
            throw new StoresDifferException(_graph, query, variables, expected.Text, failure.ToString());
        }

        return actual.Text == expected.Text && actual.Kind == expected.Kind ? actual : throw new StoresDifferException(_graph, query, variables, expected.Text, $"{actual.Text}\n{string.Join('\n', actual.Statements)}");
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    internal static async Task<Answer> AnswerAsync(QueryEngine engine, string query, string? variables)
    {
        using var request = GraphQLRequest.Create(query, null, variables);
        using var response = ResponseWriter.Rent();
        var statements = RecordingClient.Record();
        await engine.ExecuteAsync(request, response, CancellationToken.None);
        return new Answer(response.ToString(), response.Kind, response.RetryAfterSeconds, statements);
    }
}

/// <summary>A response, and the statements that it took.</summary>
internal sealed record Answer(string Text, ResponseKind Kind, int? RetryAfterSeconds, IReadOnlyList<string> Statements)
{
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(Text));
            return document.RootElement.Clone();
        }
    }
}
