using BenchmarkDotNet.Attributes;
using GraphService.Graph.Algorithms;
using GraphService.Graph.Algorithms.Centrality;
using GraphService.Graph.Algorithms.Groups;

namespace GraphService.Benchmarks;

/// <summary>What is computed once for a graph, at any size.</summary>
public class WholeGraphBenchmarks
{
    private readonly Topology _topology = Graphs.Large.Topology;
    private readonly int _busiest = Graphs.Busiest();
    private PageRank? _rank;

    [GlobalSetup(Target = nameof(PageRankRound))]
    public void BuildSharing() => _rank = new PageRank(SharingGraphBuilder.Build(_topology, ulong.MaxValue, CancellationToken.None));

    /// <summary>One round over everyone.</summary>
    [Benchmark]
    public double PageRankRound() => _rank!.RunRound(CancellationToken.None);

    /// <summary>All rounds, with what is made ready before and ranked after them.</summary>
    [Benchmark]
    public int PageRankFromScratch() => Rank(CentralityMeasure.PageRank);

    [Benchmark]
    public int Degrees() => Rank(CentralityMeasure.Degree);

    [Benchmark]
    public int ConnectedComponents() => Components.Find(_topology, CancellationToken.None).Count;

    /// <summary>All teams of the busiest person, of two members or more on two works or more.</summary>
    [Benchmark]
    public int TeamsOfTheBusiest() =>
        Graphs.Large.Groups.Find(new ClosedGroupQuery { MinMembers = 2, MinShared = 2, Including = [_busiest] }, new SearchBudget(long.MaxValue)).Count();

    /// <summary>Everyone who shares a work with the busiest person.</summary>
    [Benchmark]
    public int CollaboratorsOfTheBusiest() =>
        Graphs.Large.Collaborators.Find(_busiest, ulong.MaxValue, ulong.MaxValue, 1, Graphs.Large.Nodes.Ranks, new SearchBudget(long.MaxValue)).Length;

    private int Rank(CentralityMeasure measure) =>
        new Centralities(_topology, Graphs.Large.Nodes.Ranks).Rank(measure, ulong.MaxValue, CancellationToken.None).Count;
}
