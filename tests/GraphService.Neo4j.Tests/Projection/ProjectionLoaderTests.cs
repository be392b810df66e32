using System.Text;
using GraphService.Films;
using GraphService.Graph.Algorithms;
using GraphService.Neo4j.Projection;
using GraphService.Neo4j.Tests.TwoStores;

namespace GraphService.Neo4j.Tests.Projection;

public class ProjectionLoaderTests
{
    [Fact]
    public async Task Nodes_are_numbered_by_the_code_points_of_their_ids()
    {
        // By UTF-16 unit the last two would stand the other way round.
        var generation = await LoadAsync(new Rows(People: [[1L, "😀", "x"], [2L, "\uE000", "x"], [3L, "a", "x"], [4L, "é", null]], Films: [], Credits: []));

        var nodes = generation.Algorithms.Nodes;
        Assert.Equal(["a", "é", "\uE000", "😀"], Enumerable.Range(0, nodes.Count).Select(n => Encoding.UTF8.GetString(nodes.Id(n))));
        Assert.Equal(2, nodes.Find("\uE000"u8));
        Assert.Equal(-1, nodes.Find("b"u8));
        Assert.Equal(~2, nodes.PlaceOf("ê"u8));
    }

    [Fact]
    public async Task Ranks_follow_the_default_order_with_missing_years_last()
    {
        var generation = await LoadAsync(new Rows(
            People: [[9L, "p", "x"]],
            Films: [[1L, "w1", null, "A", null], [2L, "w2", 2001L, "B", null], [3L, "w3", 2001L, "A", null], [4L, "w4", -5L, "Z", null], [5L, "w0", 2001L, "A", null]],
            Credits: []));

        var nodes = generation.Algorithms.Nodes;
        var works = Enumerable.Range(0, nodes.Count).Where(n => nodes.Kind(n).Name == "FILM").OrderBy(nodes.Rank).Select(n => Encoding.UTF8.GetString(nodes.Id(n)));
        Assert.Equal(["w4", "w0", "w3", "w2", "w1"], works);
        var year = nodes.Kind(nodes.Find("w1"u8)).Table.Property("year")!;
        Assert.Null(nodes.Int(nodes.Find("w1"u8), year));
        Assert.Equal(-5, nodes.Int(nodes.Find("w4"u8), year));
    }

    [Fact]
    public async Task Credits_join_people_and_works_each_type_once()
    {
        var generation = await LoadAsync(new Rows(
            People: [[1L, "p", "x"], [2L, "q", "x"]],
            Films: [[3L, "w", 2000L, "A", FakeDatabase.Items(2001L, 2000L)]],
            Credits: [[1L, FakeDatabase.Items(FakeDatabase.Items(3L, "DIRECTED"), FakeDatabase.Items(3L, "ACTED_IN"), FakeDatabase.Items(3L, "UNKNOWN"), FakeDatabase.Items(77L, "ACTED_IN"))], [2L, FakeDatabase.Items()], [88L, FakeDatabase.Items(FakeDatabase.Items(3L, "WROTE"))]]));

        var (nodes, topology) = (generation.Algorithms.Nodes, generation.Algorithms.Topology);
        var work = nodes.Find("w"u8);
        Assert.Equal([(nodes.Find("p"u8), 0), (nodes.Find("p"u8), 1)], topology.Of(work).ToArray().Select(n => (n.Node, n.Type)));
        Assert.Equal([2000, 2001], topology.ValuesOf(work).ToArray());
        Assert.Equal(NodeSide.Near, topology.SideOf(nodes.Find("q"u8)));
        Assert.Equal(2, generation.Relationships);
    }

    [Fact]
    public async Task The_whole_has_every_served_relationship_parallels_and_loops_among_them()
    {
        var generation = await LoadAsync(new Rows(
            People: [[1L, "p", "x"], [2L, "q", "x"]],
            Films: [[3L, "w", 2000L, "A", null]],
            Credits:
            [
                [1L, FakeDatabase.Items(FakeDatabase.Items(3L, "DIRECTED"), FakeDatabase.Items(2L, "COLLABORATED_WITH"), FakeDatabase.Items(2L, "COLLABORATED_WITH"), FakeDatabase.Items(1L, "INTERVIEWED"), FakeDatabase.Items(3L, "ABOUT"))],
                [2L, FakeDatabase.Items(FakeDatabase.Items(1L, "COLLABORATED_WITH"))],
            ]));

        var (nodes, whole) = (generation.Algorithms.Nodes, generation.Algorithms.Whole);
        string Name(int type) => BothStores.Domain.Model.RelationshipTypes[type].Name;
        Assert.Equal(
            ["p INTERVIEWED True", "p INTERVIEWED False", "q COLLABORATED_WITH True", "q COLLABORATED_WITH True", "q COLLABORATED_WITH False", "w DIRECTED True"],
            whole.Of(nodes.Find("p"u8)).ToArray().Select(e => $"{Encoding.UTF8.GetString(nodes.Id(e.Node))} {Name(e.Type())} {e.IsAtStart()}"));
        Assert.Equal(2, generation.Algorithms.Topology.EntryCount);
        Assert.Equal(5, generation.Relationships);
    }

    [Fact]
    public async Task Rows_that_come_again_after_a_failure_count_once()
    {
        var rows = new Rows(
            People: [[1L, "p", "x"], [2L, "q", "y"]],
            Films: [[3L, "w", 2000L, "A", FakeDatabase.Items(2001L, 2000L)], [4L, "v", null, "B", FakeDatabase.Items(1999L)]],
            Credits: [[1L, FakeDatabase.Items(FakeDatabase.Items(3L, "DIRECTED"))], [2L, FakeDatabase.Items(FakeDatabase.Items(4L, "ACTED_IN"))]]);

        var once = await LoadAsync(rows);
        var again = await LoadAsync(rows with { BreakOff = true });

        Assert.Equal(Describe(once), Describe(again));
    }

    [Fact]
    public async Task Claims_are_grouped_and_everything_is_counted()
    {
        var rows = new Rows(People: [[1L, "p", "x"]], Films: [[3L, "w", 2000L, "A", null]], Credits: [])
        {
            Counts = [[5L, 7L]],
            Claims =
            [
                [3L, "c3", "year", "2001", FakeDatabase.Items("p", "w"), FakeDatabase.Items("", "line 2")],
                [3L, "c1", "year", "2001", FakeDatabase.Items("p", "gone"), FakeDatabase.Items("line 1", "line 1")],
                [3L, "c2", "year", "2000", null, null],
                [1L, "c2", "year", "2000", null, null],
                [9L, "c4", "year", "2002", null, null],
                [3L, "c5", "title", null, null, null],
            ],
        };

        foreach (var loaded in new[] { rows, rows with { BreakOff = true } })
        {
            var (nodes, facts) = (await LoadAsync(loaded)).Algorithms is var a ? (a.Nodes, a.Facts) : default;

            Assert.Equal((5L, 7L), (facts.StoredNodes, facts.StoredRelationships));
            var dispute = Assert.Single(facts.Disputes);
            Assert.Equal((nodes.Find("w"u8), "year"), (dispute.Subject, Encoding.UTF8.GetString(dispute.Property)));
            Assert.Equal(
                ["2000: ", "2001: 0 line 1, 0 , 1 line 2"],
                dispute.Values.Select(v => $"{Encoding.UTF8.GetString(v.Value)}: {string.Join(", ", v.Evidence.Select(e => $"{e.Source} {e.Locator}"))}"));
        }
    }

    [Fact]
    public async Task An_empty_graph_is_loaded()
    {
        var generation = await LoadAsync(new Rows([], [], []));

        Assert.Equal(0, generation.Algorithms.Nodes.Count);
        Assert.Equal(-1, generation.Algorithms.Nodes.Find("a"u8));
    }

    private static string Describe(Generation generation)
    {
        var (nodes, topology) = (generation.Algorithms.Nodes, generation.Algorithms.Topology);
        return string.Join('\n', Enumerable.Range(0, nodes.Count).Select(n =>
            $"{Encoding.UTF8.GetString(nodes.Id(n))} {nodes.Kind(n).Name} {nodes.Rank(n)} [{string.Join(' ', topology.ValuesOf(n).ToArray())}] {string.Join(' ', topology.Of(n).ToArray().Select(e => $"{e.Node}:{e.Type}"))} | {string.Join(' ', generation.Algorithms.Whole.Of(n).ToArray().Select(e => $"{e.Node}:{e.Type}"))}"));
    }

    private static Task<Generation> LoadAsync(Rows rows)
    {
        var domain = BothStores.Domain;
        return new ProjectionLoader(domain.Model, FilmDomain.Topology(domain), rows, TimeProvider.System).LoadAsync(new GraphVersion(GraphSlot.A, 1, false, "first"), CancellationToken.None);
    }

    /// <summary>Answers with rows, perhaps breaking off in the midst of them and beginning anew.</summary>
    private sealed record Rows(object?[][] People, object?[][] Films, object?[][] Credits) : ICypherClient
    {
        public bool BreakOff { get; init; }

        public object?[][] Counts { get; init; } = [];

        public object?[][] Claims { get; init; } = [];

        public ValueTask RunAsync(CypherStatement statement, ICypherParameters parameters, IRowSink rows, CypherRun run, CancellationToken cancel)
        {
            Assert.Equal(AccessMode.Read, run.Mode);
            var found = statement.Text.Contains("COLLECT", StringComparison.Ordinal) ? Credits
                : statement.Text.Contains("AS relationships", StringComparison.Ordinal) ? Counts
                : statement.Text.Contains(":ABOUT", StringComparison.Ordinal) ? Claims
                : statement.Text.Contains(":Person:", StringComparison.Ordinal) ? People
                : statement.Text.Contains(":Film:", StringComparison.Ordinal) ? Films : [];
            if (BreakOff && found.Length > 0)
            {
                FakeDatabase.Push(rows, found[..1]);
                rows.BeginRow(3);
                rows.Int(5);
                rows.Text("half"u8);
                rows.BeginList(2);
                rows.Restart();
            }

            FakeDatabase.Push(rows, found);
            return ValueTask.CompletedTask;
        }

        public void ForgetBookmarks()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
