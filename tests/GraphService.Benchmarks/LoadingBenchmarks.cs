using BenchmarkDotNet.Attributes;

namespace GraphService.Benchmarks;

/// <summary>From files to a graph that is served.</summary>
public class LoadingBenchmarks
{
    /// <summary>The graph folder into the store.</summary>
    [Benchmark]
    public int Csv()
    {
        var graph = Graphs.Load();
        var nodes = graph.NodeCount;
        graph.Retire();
        return nodes;
    }

    /// <summary>The store into the topology that algorithms walk.</summary>
    [Benchmark]
    public long Topology()
    {
        var graph = Graphs.Load();
        var bytes = Graphs.Algorithms(graph).Topology.Bytes;
        graph.Retire();
        return bytes;
    }
}
