using System.Text;
using GraphService.Films;
using GraphService.Films.Derivations;
using GraphService.Graph.Files;
using GraphService.Neo4j.Loading;
using GraphService.Neo4j.Projection;
using GraphService.TestSupport;

namespace GraphService.Neo4j.Tests.Loading;

/// <summary>Completes what a bulk import would leave, in a real Neo4j.</summary>
public sealed class GraphCompleterTests(RealNeo4jDatabase database) : IClassFixture<RealNeo4jDatabase>, IAsyncLifetime
{
    /// <summary>As the files of <see cref="FilmFolder.Everything"/>: without a word of the slots, with empty texts and what was given twice.</summary>
    private static readonly string[] s_filled =
    [
        """CREATE (:Person:Other {id: 'zoe', name: "Zoé O'Brien", title: '', aliases: ["Z. O'Brien", '!!!'], sources: ['s1', 's1'], locators: ['line 1', ''], height: 1.7})""",
        "CREATE (:Person:GraphB {id: 'anna', name: 'Anna Alpha', aliases: '', sources: []})",
        "CREATE (:Work:Film {id: 'ko', title: 'K.O.', years: [2017, 2016], form: 'FEATURE', sources: ['s1']})",
        "CREATE (:Work:Series {id: 's', title: \"L'Ascension : le film\", aliases: ['L’Ascension'], year: '2020'})",
        "CREATE (:Award {id: 'oscar', name: 'Oscar'})",
        "CREATE (:Source {id: 's1', name: 'doc.txt', title: 'A page'})",
        "CREATE (:Claim:GraphA {id: 'c1', property: 'birthday', value: '1 May', sources: ['s1'], locators: ['line 3']})",
        "CREATE (:Studio {id: 'studio', name: 'Big Studio'})",
        "MATCH (a {id: 'zoe'}), (b {id: 'ko'}) CREATE (a)-[:ACTED_IN {characters: ['Él'], note: 'second half', billing: 1, sources: ['s1'], locators: ['line 8'], late: true}]->(b)",
        """MATCH (a {id: 'zoe'}), (b {id: 'ko'}) CREATE (a)-[:ACTED_IN {characters: ["Kay O'Hara", 'Él'], note: 'first half', billing: 2, sources: ['s1'], locators: ['line 7'], pay: 7}]->(b)""",
        "MATCH (a {id: 'anna'}), (b {id: 's'}) CREATE (a)-[:DIRECTED {note: '', characters: []}]->(b)",
        "MATCH (a {id: 'anna'}), (b {id: 'ko'}) CREATE (a)-[:DIRECTED {other: ''}]->(b)",
        "MATCH (a {id: 'zoe'}), (b {id: 'oscar'}) CREATE (a)-[:WON {work: 'ko', year: 2018, sources: ['s1']}]->(b)",
        "MATCH (a {id: 'zoe'}), (b {id: 'oscar'}) CREATE (a)-[:WON {work: 'ko', year: 2018, sources: ['s1'], locators: ['x']}]->(b)",
        "MATCH (a {id: 'zoe'}), (b {id: 'oscar'}) CREATE (a)-[:WON {work: 'ko', year: 2018, stage: ['a', 'b']}]->(b)",
        "MATCH (a {id: 'c1'}), (b {id: 'zoe'}) CREATE (a)-[:ABOUT]->(b)",
        "MATCH (a {id: 'studio'}), (b {id: 'ko'}) CREATE (a)-[:`MADE IT` {sources: ['s1'], locators: ['y']}]->(b), (a)-[:`MADE IT` {sources: ['s1']}]->(b)",
    ];

    public Task InitializeAsync() => RealNeo4j.Missing is null ? database.WipeAsync() : Task.CompletedTask;

    public Task DisposeAsync() => Task.CompletedTask;

    private Task<ImportResult> CompleteAsync(ICypherClient? client = null) =>
        new GraphCompleter(client ?? database.Client, new Progress<ImportProgress>(), TimeProvider.System)
            .CompleteAsync("the store", FilmDomain.Create().Model, new FilmDerivation(), CancellationToken.None);

    private async Task FillAsync(params string[] statements)
    {
        foreach (var statement in statements)
        {
            await database.RunAsync(statement);
        }
    }

    private async Task<string> StoredAsync() => string.Join('\n', [
        .. await database.RunAsync(StoredGraph.Nodes),
        .. await database.RunAsync(StoredGraph.Relationships),
        .. await database.RunAsync("MATCH (v:GraphVersion) RETURN v.slot, v.n, v.kept, v.format, v['kind_PERSON_' + v.slot], v['relationships_' + v.slot]"),
        ""]);

    [RealNeo4jFact]
    public async Task An_empty_database_is_not_completed()
    {
        var unfit = await Assert.ThrowsAsync<UnfitGraphException>(() => CompleteAsync());
        Assert.Contains("There is nothing to complete: the database holds no node of this domain.", unfit.Message, StringComparison.Ordinal);
        Assert.Empty(await database.RunAsync("MATCH (v:GraphVersion) RETURN v.slot"));
    }

    [RealNeo4jFact]
    public async Task What_an_import_left_half_way_is_not_completed()
    {
        await FillAsync("CREATE (:GraphImport {id: 'GraphA', of: 'f', done: 1}), (:Person:GraphA {id: 'anna', name: 'Anna Alpha'})");
        var unfit = await Assert.ThrowsAsync<UnfitGraphException>(() => CompleteAsync());
        Assert.Contains("An import of a folder into this database was begun and has not ended", unfit.Message, StringComparison.Ordinal);
    }

    [RealNeo4jFact]
    public async Task What_differs_is_written_back()
    {
        await FillAsync(s_filled);
        var result = await CompleteAsync();
        Assert.Equal((false, 1L), (result.WasServed, result.Generation));
        Golden.Match("Loading/completed.txt", await StoredAsync());
        Assert.True((await CompleteAsync()).WasServed);
    }

    [RealNeo4jFact]
    public async Task What_is_completed_is_counted_and_its_claims_are_read()
    {
        await FillAsync([.. s_filled, "MATCH (b {id: 'zoe'}) CREATE (:Claim {id: 'c2', property: 'birthday', value: '2 May'})-[:ABOUT]->(b)"]);
        await CompleteAsync();
        var domain = FilmDomain.Create();
        var loader = new ProjectionLoader(domain.Model, FilmDomain.Topology(domain), database.Client, TimeProvider.System);

        var facts = (await loader.LoadAsync(new GraphVersion(GraphSlot.A, 1, false, null), CancellationToken.None)).Algorithms.Facts;

        Assert.Equal(
            [
                .. await database.RunAsync("MATCH (n) WHERE NOT n:Claim AND NOT n:GraphVersion AND NOT n:GraphImport RETURN count(n)"),
                .. await database.RunAsync("MATCH ()-[r]->() WHERE type(r) <> 'ABOUT' RETURN count(r)"),
            ],
            [$"{facts.StoredNodes}", $"{facts.StoredRelationships}"]);
        Assert.Equal(["1 May", "2 May"], Assert.Single(facts.Disputes).Values.Select(v => Encoding.UTF8.GetString(v.Value)));
    }

    [RealNeo4jFact]
    public async Task A_killed_completion_ends_in_the_same_graph()
    {
        await FillAsync(s_filled);
        for (var kill = 1; kill < 12; kill++)
        {
            var batches = 0;
            var killed = new WatchedClient(database.Client, statement =>
                statement.Contains("UNWIND $p.rows", StringComparison.Ordinal) && ++batches == kill ? throw new InvalidOperationException("killed") : Task.CompletedTask);
            await Record.ExceptionAsync(() => CompleteAsync(killed));
        }

        await CompleteAsync();
        Golden.Match("Loading/completed.txt", await StoredAsync());
    }

    [RealNeo4jFact]
    public async Task A_statement_that_is_run_again_before_it_gave_rows_does_no_harm()
    {
        await FillAsync(s_filled);
        await CompleteAsync(new Restarting(database.Client, afterRows: false));
        Golden.Match("Loading/completed.txt", await StoredAsync());
    }

    [RealNeo4jFact]
    public async Task A_statement_that_is_run_again_after_rows_stops_the_completion()
    {
        await FillAsync(s_filled);
        var stopped = await Assert.ThrowsAsync<ImportException>(() => CompleteAsync(new Restarting(database.Client, afterRows: true)));
        Assert.Equal("The connection was lost while the graph was read. Run the import again.", stopped.Message);
    }

    [RealNeo4jFact]
    public async Task Of_parallels_only_those_behind_the_first_are_touched()
    {
        await FillAsync(
            "CREATE (a:Person {id: 'a', name: 'A'}), (b:Person {id: 'b', name: 'B'}), (w:Work:Film {id: 'w', title: 'W'}) "
            + "CREATE (a)-[:COLLABORATED_WITH {note: 'y'}]->(b), (a)-[:COLLABORATED_WITH]->(b), (a)-[:COLLABORATED_WITH {note: 'x'}]->(b), (a)-[:COLLABORATED_WITH {note: 'x'}]->(a), "
            + "(b)-[:COLLABORATED_WITH]->(a), (a)-[:ACTED_IN {note: ''}]->(w), (w)-[:SEQUEL_OF]->(w)"
            + ", (b)-[:WROTE {_nth: 7}]->(w), (w)-[:SEQUEL_OF {_nth: 1, why: 'x'}]->(w)");

        var result = await CompleteAsync();

        Assert.Equal(
            [
                "a | COLLABORATED_WITH | a | x | null", "a | COLLABORATED_WITH | b | x | null", "a | COLLABORATED_WITH | b | y | 1", "a | COLLABORATED_WITH | b | null | 2",
                "b | COLLABORATED_WITH | a | null | null", "b | WROTE | w | null | null", "w | SEQUEL_OF | w | null | null", "w | SEQUEL_OF | w | null | 1",
            ],
            await database.RunAsync("MATCH (a)-[r]->(b) WHERE type(r) <> 'ACTED_IN' RETURN a.id, type(r), b.id, r.note, r._nth ORDER BY a.id, type(r), b.id, coalesce(r._nth, 0)"));

        // Three notes are given their folded twins, one collaboration and one sequel a place; an empty text goes, and two places that somebody else wrote.
        Assert.Equal(8, result.Relationships);
    }

    [RealNeo4jFact]
    public async Task Faults_are_told_by_id_and_nothing_is_changed()
    {
        await FillAsync(
            "CREATE (:Person {id: 'a'})-[:ACTED_IN {billing: 'many', note: ['x']}]->(:Person {id: 'b', name: 'B', aliases: ['x;y']}), (:Film {id: 'f', title: 'F'}), (:Genre {name: 'G'}), (:Work:Film {id: 'w', title: 'W', year: 2000, years: [2001]})");
        var before = await database.RunAsync(StoredGraph.Nodes);
        var faulty = await Assert.ThrowsAsync<GraphLoadException>(() => CompleteAsync());
        Assert.Equal(
            [
                "ACTED_IN from \"a\" to \"b\", billing: \"many\" is not a whole number",
                "ACTED_IN from \"a\" to \"b\", note: it is a list: store one value",
                "ACTED_IN from \"a\" to \"b\": ACTED_IN cannot end at \"b\", which is a Person: it ends at a Work",
                "Film \"f\": a Film must also be a Work: write Work;Film",
                "Person \"a\", name: the name is missing: every Person needs one",
                "Person \"b\", aliases: an item holds a semicolon, which parts items: replace it",
                "Work;Film \"w\", year: 2000 is not among the years 2001: add it, or leave it out",
                "record 4: the id is empty: give every node one",
            ],
            faulty.Faults.Select(f => f.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(before, await database.RunAsync(StoredGraph.Nodes));
    }

    /// <summary>As when the connection is lost before, or after, the rows of a statement.</summary>
    private sealed class Restarting(ICypherClient client, bool afterRows) : ICypherClient
    {
        public async ValueTask RunAsync(CypherStatement statement, ICypherParameters parameters, IRowSink rows, CypherRun run, CancellationToken cancel)
        {
            if (afterRows)
            {
                await client.RunAsync(statement, parameters, rows, run, cancel);
            }

            rows.Restart();
            await client.RunAsync(statement, parameters, rows, run, cancel);
        }

        public void ForgetBookmarks() => client.ForgetBookmarks();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
