using GraphService.Films;
using GraphService.Neo4j.Projection;
using GraphService.Neo4j.Tests.Bolt.Scripted;
using GraphService.Neo4j.Tests.TwoStores;

namespace GraphService.Neo4j.Tests.Projection;

public sealed class GenerationWatchTests : IAsyncDisposable
{
    private readonly FakeDatabase _database = new();
    private readonly List<string> _log = [];

    [Fact]
    public async Task The_first_generation_is_loaded_and_told()
    {
        await using var watch = Watch();

        await UntilAsync(() => watch.Projection?.Number == 1);

        Assert.Equal(GraphSlot.A, watch.Projection!.Slot);
        Assert.Equal(2, watch.Projection.Relationships);
        Assert.Equal(4, watch.Projection.Algorithms.Nodes.Count);
        var readiness = await watch.AskAsync(CancellationToken.None);
        Assert.True(readiness.IsReady);
        Assert.Equal((1L, 4, 2L), (readiness.Projection!.Generation, readiness.Projection.Nodes, readiness.Projection.Relationships));
        Assert.StartsWith("Serving generation 1: 4 nodes; 2 relationships for paths, loaded in ", Assert.Single(_log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_generation_that_an_answer_tells_of_is_loaded_at_once()
    {
        await using var watch = Watch();
        await UntilAsync(() => watch.Projection?.Number == 1);

        (_database.Slot, _database.Number, _database.IsPreviousKept) = ("GraphB", 2, true);
        watch.Notice(new GraphVersion(GraphSlot.B, 2, true, "first"));

        await UntilAsync(() => watch.Projection?.Number == 2);
        Assert.Equal(GraphSlot.B, watch.Projection!.Slot);
        Assert.Equal(4, watch.Projection.Relationships);
    }

    [Fact]
    public async Task A_generation_that_is_gone_before_it_is_loaded_is_not_used()
    {
        var gate = new TaskCompletionSource();
        _database.BeforeProjection = gate.Task;
        await using var watch = Watch();
        await UntilAsync(() => _database.Loads == 1);

        (_database.Slot, _database.Number) = ("GraphB", 2);
        gate.SetResult();

        await UntilAsync(() => watch.Projection is not null);
        Assert.Equal(2, watch.Projection!.Number);
        Assert.Equal(2, _database.Loads);
    }

    [Fact]
    public async Task A_graph_of_the_same_number_in_a_database_that_was_wiped_is_another()
    {
        await using var watch = Watch();
        await UntilAsync(() => watch.Projection is not null);
        var first = watch.Projection;

        _database.Fingerprint = "second";
        watch.Notice(new GraphVersion(GraphSlot.A, 7, false, "second"));

        await UntilAsync(() => watch.Projection != first);
        Assert.Equal("second", watch.Projection!.Fingerprint);
    }

    [Fact]
    public async Task A_database_without_a_graph_is_not_ready()
    {
        _database.Number = null;
        await using var watch = Watch();

        await UntilAsync(() => _log.Count > 0);

        Assert.Equal([GenerationWatch.NoGraph], _log);
        Assert.Equal(new Readiness(false, GenerationWatch.NoGraph), await watch.AskAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_database_that_is_gone_is_told_once_and_its_return_too()
    {
        _database.Failure = new CypherException(CypherFailure.Unavailable, "Nobody answers.");
        await using var watch = Watch(TimeSpan.FromMilliseconds(1));
        await UntilAsync(() => _log.Count > 0);
        Assert.Equal(new Readiness(false, "Nobody answers."), await watch.AskAsync(CancellationToken.None));
        Assert.NotNull(watch.Trouble);

        _database.Failure = null;

        await UntilAsync(() => _log.Contains("The database answers again."));
        Assert.Equal("Nobody answers.", _log[0]);
        Assert.Null(watch.Trouble);
        Assert.Equal(3, _log.Count);
    }

    [Fact]
    public async Task A_graph_that_cannot_be_projected_does_not_end_the_watch()
    {
        _database.BeforeProjection = Task.FromException(new InvalidOperationException("broken"));
        await using var watch = Watch(TimeSpan.FromMilliseconds(1));
        await UntilAsync(() => _log.Count > 0);
        Assert.Equal(["What paths are found in cannot be loaded from this graph: broken"], _log);

        Assert.Null(watch.Trouble);

        // The same graph is not tried again; the next one is.
        (_database.BeforeProjection, _database.Number) = (Task.CompletedTask, 2);

        await UntilAsync(() => watch.Projection is not null);
        Assert.Equal(2, watch.Projection!.Number);
    }

    [Fact]
    public async Task A_graph_in_another_form_is_not_served()
    {
        _database.Format = 1;
        await using var watch = Watch();
        await UntilAsync(() => _log.Count > 0);

        const string reason = "The database holds a graph in the form 1, but this program reads the form 2: load it again with import.";
        Assert.Equal([reason], _log);
        Assert.Equal(CypherFailure.DatabaseNotFound, watch.Trouble!.Failure);
        Assert.Equal(new Readiness(false, reason), await watch.AskAsync(CancellationToken.None));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private GenerationWatch Watch(TimeSpan? interval = null)
    {
        var domain = BothStores.Domain;
        var options = new Neo4jStoreOptions { WatchInterval = interval ?? Timeout.InfiniteTimeSpan, Log = _log.Add, Warn = _log.Add, Time = new FakeTime() };
        var watch = new GenerationWatch(domain.Model, FilmDomain.Topology(domain), _database, options);
        watch.Start();
        return watch;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds())
        {
            await Task.Delay(1, patience.Token);
        }
    }
}
