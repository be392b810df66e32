using GraphService.Graph.Store;
using GraphService.Neo4j.Loading;
using GraphService.TestSupport;

namespace GraphService.Neo4j.Tests.Loading;

/// <summary>Imports into a real Neo4j.</summary>
public sealed class GraphImporterTests(RealNeo4jDatabase database) : IClassFixture<RealNeo4jDatabase>, IAsyncLifetime
{
    private const string Summary = "MATCH (v:GraphVersion) RETURN v.slot, v.n, v.kept, v['kind_PERSON_' + v.slot], v['relationships_' + v.slot]";
    private const string Slots = "RETURN COUNT { (:GraphA) }, COUNT { (:RestA) }, COUNT { (:GraphB) }, COUNT { (:RestB) }, COUNT { (:GraphImport) }";

    private readonly List<ImportProgress> _progress = [];

    public Task InitializeAsync() => RealNeo4j.Missing is null ? database.WipeAsync() : Task.CompletedTask;

    public Task DisposeAsync() => Task.CompletedTask;

    private GraphImporter Importer(ICypherClient client, int grace = 0) =>
        new(client, new ImportOptions(TimeSpan.FromMilliseconds(grace), TimeSpan.Zero), new Recorder(_progress), new HurriedTime());

    private Task<ImportResult> ImportAsync(GraphSnapshot graph, string source = "x", ICypherClient? client = null) =>
        Importer(client ?? database.Client).ImportAsync(graph, source, CancellationToken.None);

    private static GraphSnapshot People(int count)
    {
        using var folder = new FilmFolder().Add("n.csv", ["id:ID,name,:LABEL", .. Enumerable.Range(0, count).Select(i => $"p{i:00000},Person {i},Person")]);
        return folder.Load();
    }

    [RealNeo4jFact]
    public async Task Everything_arrives_and_nothing_else()
    {
        using var folder = FilmFolder.Everything();
        var result = await ImportAsync(folder.Load());
        Assert.Equal((false, 1L, 8L, 9L, 0L), (result.WasServed, result.Generation, result.Nodes, result.Relationships, result.Found));
        Assert.Equal(["GraphA | 1 | false | 2 | 4"], await database.RunAsync(Summary));
        Assert.Equal(["6 | 2 | 0 | 0 | 1"], await database.RunAsync(Slots));
        Golden.Match("Loading/stored.txt", string.Join('\n', [
            .. await database.RunAsync(StoredGraph.Nodes),
            .. await database.RunAsync(StoredGraph.Relationships),
            ""]));
    }

    [RealNeo4jFact]
    public async Task The_graph_that_is_served_is_not_written_again()
    {
        var graph = People(3);
        await ImportAsync(graph);
        var second = await ImportAsync(graph);
        Assert.Equal((true, 1L, 0L), (second.WasServed, second.Generation, second.Nodes));
        Assert.Equal(["3 | 0 | 0 | 0 | 1"], await database.RunAsync(Slots));
    }

    [RealNeo4jFact]
    public async Task Another_graph_goes_into_the_other_slot_and_the_old_one_is_removed()
    {
        await ImportAsync(People(3));
        var second = await ImportAsync(People(5), "y");
        Assert.Equal((false, 2L, 5L), (second.WasServed, second.Generation, second.Nodes));
        Assert.Equal(["GraphB | 2 | false | 5 | 0"], await database.RunAsync(Summary));
        Assert.Equal(["0 | 0 | 5 | 0 | 1"], await database.RunAsync(Slots));
        Assert.Contains(_progress, p => p is { Phase: ImportPhase.Emptying, Done: 3 });
    }

    [RealNeo4jFact]
    public async Task The_old_graph_is_whole_in_the_grace_period()
    {
        await ImportAsync(People(3));
        var during = new List<string>();
        var client = new WatchedClient(database.Client, async statement =>
        {
            if (statement.Contains("v.kept = false", StringComparison.Ordinal))
            {
                during.AddRange([.. await database.RunAsync(Summary), .. await database.RunAsync(Slots)]);
            }
        });
        await Importer(client, grace: 1).ImportAsync(People(5), "y", CancellationToken.None);
        Assert.Equal(["GraphB | 2 | true | 5 | 0", "3 | 0 | 5 | 0 | 1"], during);
    }

    [RealNeo4jFact]
    public async Task A_killed_import_goes_on_where_it_was()
    {
        await ImportAsync(People(3));
        var graph = People(12_000);
        var batches = 0;
        var killed = new WatchedClient(database.Client, statement =>
            statement.Contains("UNWIND $p.rows", StringComparison.Ordinal) && batches++ == 2 ? throw new InvalidOperationException("killed") : Task.CompletedTask);
        var importer = Importer(killed);
        await Assert.ThrowsAsync<InvalidOperationException>(() => importer.ImportAsync(graph, "y", CancellationToken.None));
        Assert.False(importer.IsServed);
        Assert.Equal(["GraphA | 1 | false | 3 | 0"], await database.RunAsync(Summary));
        Assert.Equal(["3 | 0 | 10000 | 0 | 2"], await database.RunAsync(Slots));

        var second = await ImportAsync(graph, "y");
        Assert.Equal((2_000L, 10_000L, 2L), (second.Nodes, second.Found, second.Generation));
        Assert.Equal(["0 | 0 | 12000 | 0 | 1"], await database.RunAsync(Slots));
    }

    [RealNeo4jFact]
    public async Task What_a_killed_import_of_another_graph_left_is_removed_first()
    {
        var killed = new WatchedClient(database.Client, statement =>
            statement.Contains("awaitIndexes", StringComparison.Ordinal) ? throw new InvalidOperationException("killed") : Task.CompletedTask);
        await Assert.ThrowsAsync<InvalidOperationException>(() => ImportAsync(People(7), "y", killed));
        await ImportAsync(People(2), "z");
        Assert.Equal(["2 | 0 | 0 | 0 | 1"], await database.RunAsync(Slots));
    }

    [RealNeo4jFact]
    public async Task A_lost_answer_is_not_written_twice()
    {
        using var folder = FilmFolder.Everything();
        var answers = 0;
        var forgetful = new WatchedClient(database.Client, after: _ => answers++ % 2 == 1
            ? throw new CypherException(CypherFailure.OutcomeUnknown, "The connection was lost.")
            : Task.CompletedTask);
        var result = await ImportAsync(folder.Load(), client: forgetful);
        Assert.Equal((8L, 9L), (result.Nodes, result.Relationships));
        Assert.Equal(["6 | 2 | 0 | 0 | 1"], await database.RunAsync(Slots));
        Assert.Equal(["9"], await database.RunAsync("MATCH ()-[r]->() RETURN count(r)"));
    }

    /// <summary>Two people, one of whom directed and wrote: a batch of nodes, then two of relationships.</summary>
    private static GraphSnapshot Directed()
    {
        using var folder = new FilmFolder()
            .Add("n.csv", "id:ID,name,title,:LABEL", "anna,Anna,,Person", "zoe,Zoe,,Person", "ko,,K.O.,Work;Film")
            .Add("d.csv", ":START_ID,:END_ID,:TYPE", "anna,ko,DIRECTED", "zoe,ko,DIRECTED", "zoe,ko,WROTE");
        return folder.Load();
    }

    [RealNeo4jTheory]
    [InlineData("anna", "CREATE (a)-[r:DIRECTED")] // one of two rows finds no node
    [InlineData("ko", "CREATE (a)-[r:DIRECTED")] // none does
    [InlineData("anna", "awaitIndexes")] // all are written
    public async Task A_graph_that_is_disturbed_while_it_is_loaded_is_not_served_but_loaded_anew(string removed, string before)
    {
        var disturbed = new WatchedClient(database.Client, async statement =>
        {
            if (statement.Contains(before, StringComparison.Ordinal))
            {
                await database.RunAsync($"MATCH (n:GraphA {{id: '{removed}'}}) DETACH DELETE n");
            }
        });
        var stopped = await Assert.ThrowsAsync<ImportException>(() => ImportAsync(Directed(), client: disturbed));
        Assert.Equal("Something else changes the graph in this database while it is imported. Let nothing else write to it, and run the import again.", stopped.Message);
        Assert.Empty(await database.RunAsync(Summary));

        var second = await ImportAsync(Directed());
        Assert.Equal((3L, 3L, 0L), (second.Nodes, second.Relationships, second.Found));
        Assert.Equal(["GraphA | 1 | false | 2 | 3"], await database.RunAsync(Summary));
        Assert.Equal(["3 | 0 | 0 | 0 | 1"], await database.RunAsync(Slots));
    }

    [RealNeo4jFact]
    public async Task Of_two_imports_the_one_begun_last_goes_on()
    {
        var graph = People(30_000);
        TaskCompletionSource begun = new(), takenOver = new();
        var batches = 0;
        var slow = new WatchedClient(database.Client, async statement =>
        {
            if (statement.Contains("UNWIND $p.rows", StringComparison.Ordinal) && ++batches == 2)
            {
                begun.SetResult();
                await takenOver.Task;
            }
        });
        var first = ImportAsync(graph, "y", slow);
        await begun.Task;
        var other = new WatchedClient(database.Client, after: statement =>
        {
            if (statement == ImportStatements.TakeOver.Text)
            {
                takenOver.SetResult();
            }

            return Task.CompletedTask;
        });
        var second = ImportAsync(graph, "y", other);
        var stopped = await Assert.ThrowsAsync<ImportException>(() => first);
        Assert.Equal("Another import into this database has begun and goes on alone; this one has stopped.", stopped.Message);
        await second;
        Assert.Equal(["30000 | 0 | 0 | 0 | 1"], await database.RunAsync(Slots));
    }

    [RealNeo4jFact]
    public async Task An_import_that_was_killed_while_it_removed_the_old_graph_is_finished()
    {
        await ImportAsync(People(3));
        var killed = new WatchedClient(database.Client, statement =>
            statement.Contains("DETACH DELETE", StringComparison.Ordinal) ? throw new InvalidOperationException("killed") : Task.CompletedTask);
        var importer = Importer(killed);
        await Assert.ThrowsAsync<InvalidOperationException>(() => importer.ImportAsync(People(5), "y", CancellationToken.None));
        Assert.True(importer.IsServed);
        Assert.Equal(["3 | 0 | 5 | 0 | 1"], await database.RunAsync(Slots));
        Assert.True((await ImportAsync(People(5), "y")).WasServed);
        Assert.Equal(["0 | 0 | 5 | 0 | 1"], await database.RunAsync(Slots));
    }

    [RealNeo4jFact]
    public async Task An_import_after_one_that_was_killed_in_the_pause_waits_before_it_removes_the_old_graph()
    {
        await ImportAsync(People(3));
        var killed = new WatchedClient(database.Client, after: statement =>
            statement == ImportStatements.ForgetKept.Text ? throw new InvalidOperationException("killed") : Task.CompletedTask);
        await Assert.ThrowsAsync<InvalidOperationException>(() => ImportAsync(People(5), "y", killed));
        var time = new HurriedTime();
        var waits = new List<TimeSpan>();
        var second = new WatchedClient(database.Client, statement =>
        {
            if (statement.Contains("DETACH DELETE", StringComparison.Ordinal) && waits.Count == 0)
            {
                waits.AddRange(time.Waits);
            }

            return Task.CompletedTask;
        });
        var pause = TimeSpan.FromSeconds(35);
        await new GraphImporter(second, new ImportOptions(TimeSpan.Zero, pause), new Recorder(_progress), time).ImportAsync(People(5), "y", CancellationToken.None);
        Assert.Equal([pause], waits);
        Assert.Equal(["0 | 0 | 5 | 0 | 1"], await database.RunAsync(Slots));
    }

    [RealNeo4jFact]
    public async Task A_graph_that_the_database_cannot_hold_changes_nothing()
    {
        using var folder = new FilmFolder().Add("n.csv", "id:ID,name,:LABEL", "a,A,GraphB");
        await Assert.ThrowsAsync<UnfitGraphException>(() => ImportAsync(folder.Load()));
        Assert.Equal(["0 | 0 | 0 | 0 | 0"], await database.RunAsync(Slots));
    }

    /// <summary>Waits are over at once.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            return base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
        }
    }

    private sealed class Recorder(List<ImportProgress> seen) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => seen.Add(value);
    }
}
