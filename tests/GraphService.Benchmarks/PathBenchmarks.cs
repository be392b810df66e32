using BenchmarkDotNet.Attributes;
using GraphService.Graph.Algorithms;

namespace GraphService.Benchmarks;

/// <summary>Paths between people who are drawn at random; a time is that of one pair.</summary>
public class PathBenchmarks
{
    private const int Pairs = 300;

    private readonly (int From, int To)[] _pairs = Graphs.Pairs(Pairs);

    /// <summary>The first shortest path by ids.</summary>
    [Benchmark(OperationsPerInvoke = Pairs)]
    public int First() => _pairs.Sum(pair => PathReport.First(pair).Length);

    /// <summary>The number of all shortest paths.</summary>
    [Benchmark(OperationsPerInvoke = Pairs)]
    public long Count() => _pairs.Sum(PathReport.Count);

    /// <summary>How many stand at each distance from a person.</summary>
    [Benchmark]
    public int Distribution() => Graphs.Large.Chains.CountByDistance(_pairs[0].From, ulong.MaxValue, new SearchBudget(long.MaxValue)).Count;
}
