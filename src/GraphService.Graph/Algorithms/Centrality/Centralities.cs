using System.Runtime.CompilerServices;

namespace GraphService.Graph.Algorithms.Centrality;

/// <summary>Rankings of the near nodes, each computed once and kept. Safe to use from several threads.</summary>
public sealed class Centralities
{
    // A ranking of a million nodes takes 12 MB: those of all types, and of a few choices.
    private const int KeptAtAnySize = 6;
    private const int KeptOfSmallGraphs = 12;

    // Long enough to ask again after a request's time was over.
    private static readonly TimeSpan Forsaken = TimeSpan.FromSeconds(30);

    private readonly Topology _topology;
    private readonly ReadOnlyMemory<int> _order;
    private readonly Lazy<int> _count;

    // Two threads: what takes seconds does not wait for what takes minutes.
    private readonly KeptResults<(CentralityMeasure, ulong), Ranking> _quick = new(KeptAtAnySize, IsOfAllTypes, Forsaken);
    private readonly KeptResults<(CentralityMeasure, ulong), Ranking> _slow = new(KeptOfSmallGraphs, IsOfAllTypes, Forsaken);

    /// <param name="topology">What is ranked.</param>
    /// <param name="order">By node: the place in the default order, which decides among equal scores; empty: the numbers do.</param>
    public Centralities(Topology topology, ReadOnlyMemory<int> order)
    {
        _topology = topology;
        _order = order;
        _count = new Lazy<int>(() => CountNear(topology));
    }

    /// <summary>Near nodes with any neighbor: as many as each ranking holds.</summary>
    public int Count => _count.Value;

    /// <summary>True for measures that look from everyone at everyone: not to be asked of a large graph.</summary>
    public static bool IsQuadratic(CentralityMeasure measure) => measure is CentralityMeasure.Closeness or CentralityMeasure.Betweenness;

    /// <summary>The ranking by a measure. It may have to be waited for.</summary>
    /// <param name="measure">What is measured.</param>
    /// <param name="types">The types by which near nodes share, every bit for all; all near nodes are ranked whatever these are.</param>
    /// <param name="cancel">Ends the wait, but not the computation.</param>
    public Ranking Rank(CentralityMeasure measure, ulong types, CancellationToken cancel) =>
        (IsQuadratic(measure) ? _slow : _quick).Get((measure, types), ended => ComputeAndTidy(measure, types, ended), cancel);

    /// <summary>The graph has been replaced: nothing more is computed than what requests still wait for.</summary>
    internal void Retire()
    {
        _quick.Retire();
        _slow.Retire();
    }

    private Ranking ComputeAndTidy(CentralityMeasure measure, ulong types, CancellationToken cancel)
    {
        try
        {
            return Compute(measure, types, cancel);
        }
        finally
        {
            Garbage.CollectAfter(_topology.NodeCount);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // what it computes on is garbage when it returns
    private Ranking Compute(CentralityMeasure measure, ulong types, CancellationToken cancel)
    {
        var graph = SharingGraphBuilder.Build(_topology, types, cancel);
        var scores = measure switch
        {
            CentralityMeasure.Degree => Array.ConvertAll(graph.Degrees, degree => (double)degree),
            CentralityMeasure.Closeness => Closeness.Compute(graph, cancel),
            CentralityMeasure.Betweenness => Betweenness.Compute(graph, cancel),
            _ => PageRank.Compute(graph, cancel),
        };
        return Ranking.Of(graph.Numbers, scores, _order);
    }

    // Asked for most, and the same for everyone.
    private static bool IsOfAllTypes((CentralityMeasure Measure, ulong Types) key) => key.Types == ulong.MaxValue;

    private static int CountNear(Topology topology)
    {
        var count = 0;
        for (var node = 0; node < topology.NodeCount; node++)
        {
            count += topology.SideOf(node) == NodeSide.Near && !topology.Of(node).IsEmpty ? 1 : 0;
        }

        return count;
    }
}
