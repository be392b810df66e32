using GraphService.Graph;
using GraphService.Graph.Algorithms;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.Neo4j.Cypher;
using GraphService.Neo4j.Projection;

namespace GraphService.Neo4j;

/// <summary>The store that answers from a Neo4j server or cluster: one statement an operation, whose rows are written into the response as they stand.</summary>
public sealed class Neo4jStore<TSink> : IGraphStore<TSink>, IAsyncDisposable
    where TSink : struct, IResultSink
{
    private readonly GenerationWatch _watch;
    private readonly StageRunner _runner;

    /// <param name="model">What the graph holds.</param>
    /// <param name="topology">What the algorithms walk.</param>
    /// <param name="client">The way to the database; the caller disposes it.</param>
    /// <param name="options">How the store works.</param>
    public Neo4jStore(GraphModel model, TopologyModel topology, ICypherClient client, Neo4jStoreOptions options)
    {
        _watch = new GenerationWatch(model, topology, client, options);
        _runner = new StageRunner(model, client, _watch, options);
    }

    /// <summary>Begins to watch the database; until then requests are answered, but not those that need the algorithms.</summary>
    public void Start() => _watch.Start();

    /// <summary>Whether the database answers a query now, and holds a graph.</summary>
    public Task<Readiness> AskReadinessAsync(CancellationToken cancel) => _watch.AskAsync(cancel);

    /// <inheritdoc/>
    public async ValueTask<IGraphExecution<TSink>> BeginAsync(GraphRequest request, TSink sink, CancellationToken cancel)
    {
        try
        {
            var answers = await _runner.RunAsync(request, cancel);
            return new Execution(new RowExecutor<TSink>(request.Slots, answers, sink), answers);
        }
        catch (CypherException failure)
        {
            throw StoreFailures.Of(failure);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Explain(GraphRequest request) => _runner.Explain(request);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _watch.DisposeAsync();

    private sealed class Execution(RowExecutor<TSink> executor, RowAnswers answers) : IGraphExecution<TSink>
    {
        public bool WriteRoot(RootOutput root) => executor.WriteRoot(root);

        public void Dispose() => answers.Dispose();
    }
}
