namespace GraphService.Neo4j.Tests.Bolt.Scripted;

public sealed class BookmarkTests
{
    private readonly FakeTime _time = new() { Skip = wait => wait < TimeSpan.FromSeconds(1) };

    [Fact]
    public async Task What_was_written_is_read()
    {
        await using var server = ScriptedServer.Start(new Script().Login().Query(1).Then(Write("A")).Query(1).Then(Write("B")).Query(1));

        await Talk.With(server, async client =>
        {
            await client.Read();
            await client.Write();
            await client.Read();
            await client.Write();
            await client.Read();
        });

        Assert.Equal(["none", "none", """["A"]""", """["A"]""", """["B"]"""], Bookmarks(server));
    }

    [Fact]
    public async Task Recorded_writes() => Assert.Equal("; ", await Replay.Of("bookmarks", "writes"));

    [Fact]
    public async Task What_was_written_before_the_data_were_replaced_is_not_waited_for()
    {
        await using var server = ScriptedServer.Start(new Script().Login().Then(Write("A")).Query(1));

        await Talk.With(server, async client =>
        {
            await client.Write();
            client.ForgetBookmarks();
            await client.Read();
        });

        Assert.Equal(["none", "none"], Bookmarks(server));
    }

    [Fact]
    public async Task A_bookmark_that_no_server_reaches_is_dropped_and_the_read_run_without_it()
    {
        await using var server = ScriptedServer.Start(
            new Script().Login().Then(Write("A")).QueryFails("Neo.TransientError.Transaction.BookmarkTimeout").Query(1).Query(2));

        await Talk.With(server, async client =>
        {
            await client.Write();
            Assert.Equal("restart (1)", await client.Read());
            Assert.Equal("(2)", await client.Read());
        }, Timed);

        Assert.Equal(["none", """["A"]""", "none", "none"], Bookmarks(server));
    }

    [Fact]
    public async Task A_bookmark_that_the_server_does_not_take_is_dropped()
    {
        await using var server = ScriptedServer.Start(new Script().Login().Then(Write("A")).QueryFails("Neo.ClientError.Transaction.InvalidBookmark").Query(2));

        await Talk.With(server, async client =>
        {
            await client.Write();
            Assert.Equal("restart (2)", await client.Read());
        }, Timed);

        Assert.Equal(["none", """["A"]""", "none"], Bookmarks(server));
    }

    [Fact]
    public async Task The_wait_for_a_bookmark_ends_with_the_time_of_the_statement()
    {
        FakeTime time = new();
        TaskCompletionSource waiting = new();
        await using var server = ScriptedServer.Start(new Script().Login().Then(Write("A")).RunAndPull().Tell(waiting).ClientEnds());

        await Talk.With(server, async client =>
        {
            await client.Write();
            var fails = server.Fails(() => client.Into(new Rows(), timeout: TimeSpan.FromSeconds(2)));
            await waiting.Task;
            time.Advance(TimeSpan.FromSeconds(20));
            Assert.StartsWith("Timeout", await fails, StringComparison.Ordinal);
        }, options => options with { TimeProvider = time });
    }

    private static Script Write(string bookmark) => new Script().RunAndPull("CREATE (:B)").Success(("t_first", 0), ("fields", ScriptExtensions.List())).Last(bookmark);

    private static List<string> Bookmarks(ScriptedServer server) =>
        [.. server.Received.Where(message => message.Name == "RUN").Select(run => run.Map(2).TryGetValue("bookmarks", out var bookmarks) ? BoltMessage.Show(bookmarks) : "none")];

    private CypherClientOptions Timed(CypherClientOptions options) => options with { RetryFor = TimeSpan.FromSeconds(5), TimeProvider = _time };
}
