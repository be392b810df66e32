using System.Collections.Concurrent;
using GraphService.Graph.Query;

namespace GraphService.Graph.Execution;

/// <summary>One request's execution of a plan on the embedded store.</summary>
public readonly struct EmbeddedExecution<TSink> : IDisposable
    where TSink : struct, IResultSink
{
    private static readonly ConcurrentQueue<ExecutionState> Pool = new();
    private readonly PlanExecutor<TSink> _executor;
    private readonly ExecutionState _state;

    /// <summary>Begins an execution; the caller holds a lease on the context's graph until it is disposed.</summary>
    public EmbeddedExecution(ComputeContext context, BoundSlot[] slots, bool[] conditions, TSink sink)
    {
        _state = Pool.TryDequeue(out var state) ? state : new ExecutionState();
        _executor = new PlanExecutor<TSink>(context, slots, conditions, _state, sink);
    }

    /// <summary>Writes the value of a root field; false when it is null and must not be.</summary>
    public bool WriteRoot(RootOutput root) => _executor.WriteRoot(root);

    /// <summary>Gives its room back; nothing for an execution that never began.</summary>
    public void Dispose()
    {
        if (_state is not null)
        {
            _state.Clear();
            Pool.Enqueue(_state);
        }
    }
}
