using System.Text;
using GraphService.Films.Derivations;
using GraphService.Graph.Files;
using GraphService.Graph.Files.Csv;
using GraphService.Graph.Files.Export;
using GraphService.Graph.Files.Gexf;
using GraphService.Graph.Files.GraphMl;
using GraphService.Graph.Store;
using GraphService.Neo4j.Loading;
using GraphService.Neo4j.Tests.Loading;
using GraphService.TestSupport;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>What is exported from a database is what is exported from the files that it was loaded from.</summary>
public sealed class ExportTests(RealNeo4jDatabase database) : IClassFixture<RealNeo4jDatabase>, IAsyncLifetime
{
    public Task InitializeAsync() => RealNeo4j.Missing is null ? database.WipeAsync() : Task.CompletedTask;

    public Task DisposeAsync() => Task.CompletedTask;

    [RealNeo4jFact]
    public async Task The_seed_comes_back_as_it_was() => await ComesBackAsync(BothStores.Seed, "GraphA");

    [RealNeo4jTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_graphs_come_back_as_they_were_from_both_slots(int seed)
    {
        using var first = new RandomGraphFolder(seed, graphs: 3, nodes: 60);
        using var second = new RandomGraphFolder(seed + 100, graphs: 3, nodes: 60);
        await ComesBackAsync(first.Path, "GraphA");
        await ComesBackAsync(second.Path, "GraphB");
        await ComesBackAsync(first.Path, "GraphA");
    }

    [RealNeo4jFact]
    public async Task Unknown_labels_and_properties_come_back_as_the_database_has_them()
    {
        using var folder = FilmFolder.Everything();
        folder.Add(
            "more.csv",
            "id:ID,title,id,form,big:long,few:int[],flags:boolean[],parts:string[],rate:float,:LABEL",
            "odd,Odd,own id,a form,5000000000,1;2,true;false,;x;,1e+20,Series;Work;Z;B",
            "odder,Odd,,1,7,3,,,-2.5,Z");
        var embedded = Load(folder.Path);
        var read = await ImportAsync(embedded, Fingerprint.OfFolder(folder.Path));

        Golden.Match("Loading/exported.txt", Encoding.UTF8.GetString(Csv(GraphSelection.Whole(read))));
        Assert.Equal(Text(Gexf(Served(embedded))), Text(Gexf(Served(read))));
        Assert.Equal(Text(GraphMl(Served(embedded))), Text(GraphMl(Served(read))));
    }

    [RealNeo4jFact]
    public async Task A_database_without_a_graph_or_of_another_form_is_refused()
    {
        Assert.Equal(
            "The database holds no graph yet: load one with import --to URI DIR, or complete what neo4j-admin loaded with import --to URI --complete.",
            (await Assert.ThrowsAsync<CypherException>(() => Reader().OpenAsync(CancellationToken.None))).Message);
        await database.RunAsync("CREATE (:GraphVersion {id: 'main', slot: 'GraphA', n: 1, format: 1})");
        Assert.Equal(
            "The database holds a graph in the form 1, but this program reads the form 2: load it again with import.",
            (await Assert.ThrowsAsync<CypherException>(() => Reader().OpenAsync(CancellationToken.None))).Message);
    }

    [RealNeo4jFact]
    public async Task A_graph_that_changes_while_it_is_read_is_refused()
    {
        await ImportAsync(Load(BothStores.Seed), "seed");
        var reader = Reader();
        await reader.OpenAsync(CancellationToken.None);
        using var other = new RandomGraphFolder(1, graphs: 1, nodes: 20);
        await database.LoadAsync(Load(other.Path), "other");
        var changed = await Assert.ThrowsAsync<CypherException>(() => reader.ReadAsync("it", new Progress<ImportProgress>(), CancellationToken.None));
        Assert.Equal("The database changed over to another graph while this one was read: try again.", changed.Message);
    }

    [RealNeo4jFact]
    public async Task What_no_file_can_hold_is_refused()
    {
        await ImportAsync(Load(BothStores.Seed), "seed");
        await database.RunAsync("MATCH (n:Person) WITH n ORDER BY n.id LIMIT 1 SET n.id = 'p', n.tags = ['a;b']");
        var reader = Reader();
        await reader.OpenAsync(CancellationToken.None);
        var faulty = await Assert.ThrowsAsync<GraphLoadException>(() => reader.ReadAsync("it", new Progress<ImportProgress>(), CancellationToken.None));
        Assert.Contains("Person \"p\", tags: an item holds a semicolon, which parts items: replace it", faulty.Faults.Select(f => f.ToString()));
    }

    private GraphReader Reader() => new(database.Client, BothStores.Domain.Model, new FilmDerivation());

    private static GraphSnapshot Load(string folder) => GraphLoader.Load(folder, BothStores.Domain.Model, new FilmDerivation());

    private async Task<GraphSnapshot> ImportAsync(GraphSnapshot graph, string source)
    {
        await database.LoadAsync(graph, source);
        var reader = Reader();
        await reader.OpenAsync(CancellationToken.None);
        return await reader.ReadAsync("it", new Progress<ImportProgress>(), CancellationToken.None);
    }

    private async Task ComesBackAsync(string folder, string slot)
    {
        var embedded = Load(folder);
        var read = await ImportAsync(embedded, Fingerprint.OfFolder(folder));
        Assert.Equal([slot], await database.RunAsync("MATCH (v:GraphVersion) RETURN v.slot"));
        foreach (var select in new Func<GraphSnapshot, GraphSelection>[] { GraphSelection.Whole, Served, EverySecond })
        {
            Assert.Equal(Text(Csv(select(embedded))), Text(Csv(select(read))));
            Assert.Equal(Text(Gexf(select(embedded))), Text(Gexf(select(read))));
            Assert.Equal(Text(GraphMl(select(embedded))), Text(GraphMl(select(read))));
        }

        embedded.Retire();
        read.Retire();
    }

    private static GraphSelection EverySecond(GraphSnapshot graph) => GraphSelection.Of(graph, ServedNodes(graph).Where(node => node % 2 == 0));

    private static GraphSelection Served(GraphSnapshot graph) => GraphSelection.Of(graph, ServedNodes(graph));

    private static IEnumerable<int> ServedNodes(GraphSnapshot graph) => Enumerable.Range(0, graph.NodeCount).Where(node => graph.Kinds[node] != byte.MaxValue);

    private static byte[] Csv(GraphSelection selection)
    {
        var folder = Directory.CreateTempSubdirectory("exported-").FullName;
        try
        {
            CsvGraphWriter.Write(selection, folder, new FilmDerivation(), null, CancellationToken.None);
            return [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).SelectMany(f => Encoding.UTF8.GetBytes($"--- {Path.GetFileName(f)}\n").Concat(File.ReadAllBytes(f)))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Gexf(GraphSelection selection)
    {
        using var stream = new MemoryStream();
        GexfWriter.Write(selection, stream, null, CancellationToken.None);
        return stream.ToArray();
    }

    private static byte[] GraphMl(GraphSelection selection)
    {
        using var stream = new MemoryStream();
        GraphMlWriter.Write(selection, stream, null, CancellationToken.None);
        return stream.ToArray();
    }

    // As text of one char a byte: a difference is shown, and none is hidden.
    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
