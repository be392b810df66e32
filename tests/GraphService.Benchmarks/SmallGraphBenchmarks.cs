using BenchmarkDotNet.Attributes;
using GraphService.Graph.Algorithms.Centrality;

namespace GraphService.Benchmarks;

/// <summary>What looks from everyone at everyone, at 20,000 people, up to whom it is offered.</summary>
public class SmallGraphBenchmarks
{
    [Benchmark]
    public int Closeness() => Rank(CentralityMeasure.Closeness);

    [Benchmark]
    public int Betweenness() => Rank(CentralityMeasure.Betweenness);

    private static int Rank(CentralityMeasure measure) =>
        new Centralities(Graphs.Small.Topology, Graphs.Small.Nodes.Ranks).Rank(measure, ulong.MaxValue, CancellationToken.None).Count;
}
