using GraphService.Graph.Algorithms;
using GraphService.Graph.Store;

namespace GraphService.Graph.Execution;

/// <summary>The graph that is served now. A request takes a lease on it, so that it sees one graph while another may take its place.</summary>
public sealed class GraphHolder(TopologyModel topology)
{
    private volatile LoadedGraph? _current;

    /// <summary>True when there is a graph to ask.</summary>
    public bool IsReady => _current is not null;

    /// <summary>Puts a graph in the place of the current one, whose memory goes when its last request ends.</summary>
    public void Publish(GraphSnapshot snapshot) =>
        Interlocked.Exchange(ref _current, new LoadedGraph(snapshot, topology))?.Retire();

    /// <summary>Makes the topologies of the current graph, so that no request has to wait for them.</summary>
    public void Prepare()
    {
        if (Acquire() is { } graph)
        {
            try
            {
                _ = graph.Algorithms().Whole;
                Garbage.CollectAfter(graph.Snapshot.NodeCount);
            }
            finally
            {
                graph.Snapshot.Release();
            }
        }
    }

    /// <summary>A lease on the current graph, to be released; null when there is none.</summary>
    internal LoadedGraph? Acquire()
    {
        while (_current is { } graph)
        {
            if (graph.Snapshot.TryAcquire())
            {
                return graph;
            }
        }

        return null;
    }
}

/// <summary>A graph, and the algorithms over its topology, which is projected when it is first needed.</summary>
internal sealed class LoadedGraph
{
    private readonly OnDemand<GraphAlgorithms> _algorithms;
    private volatile bool _isRetired;

    public LoadedGraph(GraphSnapshot snapshot, TopologyModel topology)
    {
        Snapshot = snapshot;
        _algorithms = new OnDemand<GraphAlgorithms>(() => new GraphAlgorithms(snapshot, topology));
        Algorithms = () =>
        {
            var algorithms = _algorithms.Value;
            if (_isRetired)
            {
                algorithms.Retire(); // a request that began before goes on
            }

            return algorithms;
        };
    }

    public GraphSnapshot Snapshot { get; }

    public Func<GraphAlgorithms> Algorithms { get; }

    /// <summary>Another graph has taken its place.</summary>
    public void Retire()
    {
        _isRetired = true;
        _algorithms.Made?.Retire();
        Snapshot.Retire();
    }
}
