using System.Collections.Concurrent;
using GraphService.Graph.Query;

namespace GraphService.Graph.Execution;

/// <summary>The store that answers from a snapshot in memory: at once, and without a word to anyone.</summary>
public sealed class EmbeddedStore<TSink>(GraphHolder graphs) : IGraphStore<TSink>
    where TSink : struct, IResultSink
{
    /// <inheritdoc/>
    public ValueTask<IGraphExecution<TSink>> BeginAsync(GraphRequest request, TSink sink, CancellationToken cancel)
    {
        var graph = graphs.Acquire() ?? throw new GraphStoreException(StoreFailure.Unavailable, "No graph is loaded yet: try again in a moment.");
        return new(new EmbeddedExecution<TSink>(graph, request, sink, cancel));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Explain(GraphRequest request) => [];
}

/// <summary>One request on a snapshot; it holds a lease on it until it is disposed.</summary>
internal sealed class EmbeddedExecution<TSink> : IGraphExecution<TSink>
    where TSink : struct, IResultSink
{
    private static readonly ConcurrentQueue<ExecutionState> Pool = new();
    private readonly LoadedGraph _graph;
    private readonly ExecutionState _state;
    private readonly PlanExecutor<TSink> _executor;

    public EmbeddedExecution(LoadedGraph graph, GraphRequest request, TSink sink, CancellationToken cancel)
    {
        _graph = graph;
        _state = Pool.TryDequeue(out var state) ? state : new ExecutionState();
        var context = new ComputeContext(graph.Snapshot.Model, graph.Algorithms, request.Limits, cancel);
        _executor = new PlanExecutor<TSink>(graph.Snapshot, context, request.Slots, request.Conditions, _state, sink);
    }

    /// <inheritdoc/>
    public bool WriteRoot(RootOutput root) => _executor.WriteRoot(root);

    /// <summary>Gives its lease and its room back.</summary>
    public void Dispose()
    {
        _state.Clear();
        Pool.Enqueue(_state);
        _graph.Snapshot.Release();
    }
}
