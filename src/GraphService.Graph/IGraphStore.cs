using GraphService.Graph.Query;

namespace GraphService.Graph;

/// <summary>Holds a graph and answers plans from it. Every store gives the same answers, to the byte.</summary>
/// <typeparam name="TSink">Where the values go; a struct, so that stores are compiled for it.</typeparam>
public interface IGraphStore<TSink>
    where TSink : struct, IResultSink
{
    /// <summary>Makes the answer of an operation ready to be written. A request sees one graph, whatever takes its place meanwhile.</summary>
    /// <exception cref="GraphStoreException">The store cannot answer now.</exception>
    ValueTask<IGraphExecution<TSink>> BeginAsync(GraphRequest request, TSink sink, CancellationToken cancel);

    /// <summary>What the store would send elsewhere to answer an operation, as text; empty for a store that sends nothing.</summary>
    IReadOnlyList<string> Explain(GraphRequest request);
}

/// <summary>One request's answer, ready to be written. To be disposed.</summary>
public interface IGraphExecution<TSink> : IDisposable
    where TSink : struct, IResultSink
{
    /// <summary>Writes the value of a root field; false when it is null and must not be.</summary>
    bool WriteRoot(RootOutput root);
}

/// <summary>A plan with everything that one request fills into it.</summary>
/// <param name="Operation">The plan.</param>
/// <param name="Slots">By the places that outputs name.</param>
/// <param name="Conditions">By the places that outputs name: which hold.</param>
/// <param name="Limits">What algorithms may do for it.</param>
public readonly record struct GraphRequest(GraphOperation Operation, BoundSlot[] Slots, bool[] Conditions, SearchLimits Limits);

/// <summary>The root fields of an operation that read the graph, in order.</summary>
public sealed class GraphOperation(IReadOnlyList<RootOutput> roots)
{
    /// <summary>The root fields, in the order of the response.</summary>
    public IReadOnlyList<RootOutput> Roots { get; } = roots;

    /// <summary>What a store keeps beside the plan, for as long as the plan is kept.</summary>
    public object? Prepared { get; set; }
}

/// <summary>Why a store cannot answer.</summary>
public enum StoreFailure
{
    /// <summary>Nothing to answer from, now: later there may be.</summary>
    Unavailable,

    /// <summary>It took longer than a request may.</summary>
    Timeout,

    /// <summary>The request needs more than the store has for one: a smaller one may do.</summary>
    TooLarge,

    /// <summary>A mistake of this program or of its configuration.</summary>
    Internal,
}

/// <summary>A store cannot answer. The message is for the client; what an operator needs besides is the inner exception.</summary>
public sealed class GraphStoreException(StoreFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What kind of failure it is: it decides about the status and whether to try again.</summary>
    public StoreFailure Failure { get; } = failure;

    /// <summary>When to try again, in seconds.</summary>
    public int RetryAfterSeconds { get; init; } = 1;
}
