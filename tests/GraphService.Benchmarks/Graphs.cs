using GraphService.Engine.Schema;
using GraphService.Films;
using GraphService.Films.Derivations;
using GraphService.Graph.Algorithms;
using GraphService.Graph.Files;
using GraphService.Graph.Store;

namespace GraphService.Benchmarks;

/// <summary>The graphs that are measured: loaded once for all measurements.</summary>
internal static class Graphs
{
    /// <summary>Names the graph folder to measure; without it one of a tenth of the largest size is generated.</summary>
    public const string FolderVariable = "GRAPH_BENCHMARK_FOLDER";

    private const int LargePeople = 100_000;
    private const int SmallPeople = 20_000;

    private static readonly Domain s_domain = FilmDomain.Create();
    private static readonly Lazy<string> s_folder = new(() => Environment.GetEnvironmentVariable(FolderVariable) ?? Generate(LargePeople));
    private static readonly Lazy<GraphAlgorithms> s_large = new(() => Algorithms(Load()));
    private static readonly Lazy<GraphAlgorithms> s_small = new(() => Algorithms(Load(Generate(SmallPeople))));

    /// <summary>Where the large graph is.</summary>
    public static string Folder => s_folder.Value;

    /// <summary>The large graph.</summary>
    public static GraphAlgorithms Large => s_large.Value;

    /// <summary>The largest graph for which closeness and betweenness are offered.</summary>
    public static GraphAlgorithms Small => s_small.Value;

    public static GraphSnapshot Load() => Load(Folder);

    public static GraphAlgorithms Algorithms(GraphSnapshot graph) => new(graph, FilmDomain.Topology(s_domain));

    /// <summary>Pairs of people, always the same ones.</summary>
    public static (int From, int To)[] Pairs(int count)
    {
        var topology = Large.Topology;
        var people = Enumerable.Range(0, topology.NodeCount).Where(node => topology.SideOf(node) == NodeSide.Near && !topology.Of(node).IsEmpty).ToArray();
        var random = new Random(300);
        return [.. Enumerable.Range(0, count).Select(_ => (people[random.Next(people.Length)], people[random.Next(people.Length)]))];
    }

    /// <summary>The person with most credits.</summary>
    public static int Busiest()
    {
        var topology = Large.Topology;
        return Enumerable.Range(0, topology.NodeCount).Where(node => topology.SideOf(node) == NodeSide.Near).MaxBy(node => topology.Of(node).Length);
    }

    private static GraphSnapshot Load(string folder) => GraphLoader.Load(folder, s_domain.Model, new FilmDerivation());

    private static string Generate(int people)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"graph-benchmark-{people}");
        if (!Directory.Exists(folder))
        {
            var unfinished = folder + "-" + Path.GetRandomFileName();
            GeneratedGraph.Write(unfinished, people, people * 6 / 10, people * 5);
            Directory.Move(unfinished, folder);
        }

        return folder;
    }
}
