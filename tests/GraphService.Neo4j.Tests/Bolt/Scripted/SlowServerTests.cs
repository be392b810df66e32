using static GraphService.Neo4j.Tests.Bolt.Scripted.ScriptExtensions;

namespace GraphService.Neo4j.Tests.Bolt.Scripted;

public sealed class SlowServerTests
{
    private static readonly Dictionary<string, object?> _sixSeconds = Map(("connection.recv_timeout_seconds", 6));

    private readonly FakeTime _time = new();

    [Fact]
    public async Task A_server_that_gives_no_sign_of_life_while_an_answer_is_outstanding_is_given_up()
    {
        TaskCompletionSource silent = new();
        await using var server = ScriptedServer.Start(new Script().Login(hints: _sixSeconds).RunAndPull().Tell(silent).ClientEnds());

        await Talk.With(server, async client =>
        {
            var fails = server.Fails(() => client.Write());
            await silent.Task;
            _time.Advance(TimeSpan.FromSeconds(5.9));
            Assert.False(fails.IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(0.2));
            Assert.Equal("OutcomeUnknown: It is not known whether a write was done: SERVER gave no sign of life for 6 seconds; the connection was cut. Look at the data before it is done again.", await fails);
        }, Timed);
    }

    [Fact]
    public async Task A_NOOP_is_a_sign_of_life()
    {
        TaskCompletionSource run = new(), more = new(), end = new();
        SemaphoreSlim received = new(0);
        await using var server = ScriptedServer.Start(
            new Script().Login(hints: _sixSeconds).RunAndPull().Fields("x").Record(0).Tell(run).Await(more.Task).Record(1).Await(end.Task).Send("0000").Record(2).Last());
        Rows rows = new() { AfterRow = _ => received.Release() };

        await Talk.With(server, async client =>
        {
            var read = client.Into(rows);
            await run.Task;
            await received.WaitAsync();
            _time.Advance(TimeSpan.FromSeconds(5));
            more.SetResult();
            await received.WaitAsync();
            _time.Advance(TimeSpan.FromSeconds(5));
            end.SetResult();
            await read;
        }, Timed);

        Assert.Equal("(0) (1) (2)", rows.ToString());
    }

    [Fact]
    public async Task No_sign_of_life_is_expected_while_nothing_is_asked_for()
    {
        await using var server = ScriptedServer.Start(
            new Script().Login(hints: _sixSeconds).RunAndPull().Fields("x").Record(1).Success(("has_more", true)).Expect("PULL").Record(2).Last().Query(3));

        await Talk.With(server, async client =>
        {
            // The caller takes its time over a row, while the server has nothing to say.
            await client.Into(new Rows { AfterRow = _ => _time.Advance(TimeSpan.FromSeconds(20)) });
            // And the connection is idle, but not for so long that it has to be tried.
            _time.Advance(TimeSpan.FromSeconds(25));
            Assert.Equal("(3)", await client.Read());
        }, options => Timed(options) with { FetchSize = 1 });
        Assert.Single(server.Connections);
    }

    [Fact]
    public async Task A_statement_that_the_server_does_not_stop_in_time_is_stopped_by_us()
    {
        TaskCompletionSource silent = new();
        await using var server = ScriptedServer.Start(
            new Script().Login().RunAndPull(check: run => run.Map(2)["tx_timeout"] is 2000L ? null : "not tx_timeout 2000").Tell(silent).ClientEnds());

        await Talk.With(server, async client =>
        {
            var fails = server.Fails(() => client.Into(new Rows(), timeout: TimeSpan.FromSeconds(2)));
            await silent.Task;
            _time.Advance(TimeSpan.FromSeconds(2));
            // The server has a little longer, to say itself that the time is over.
            Assert.False(fails.IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(30));
            Assert.Equal("Timeout: SERVER did not answer within the time of the statement; the connection was cut.", await fails);
        }, Timed);
    }

    [Fact]
    public async Task NOOPs_do_not_extend_the_time_of_a_statement()
    {
        TaskCompletionSource silent = new();
        TaskCompletionSource<bool> over = new();
        await using var server = ScriptedServer.Start(
            new Script().Login().RunAndPull().Fields("x").Tell(silent).Step("NOOPs", async connection =>
            {
                while (!over.Task.IsCompleted)
                {
                    await connection.Send([0, 0]);
                    await Task.Yield();
                }
            }).ClientEnds());

        await Talk.With(server, async client =>
        {
            var fails = server.Fails(() => client.Into(new Rows(), timeout: TimeSpan.FromSeconds(2)));
            await silent.Task;
            _time.Advance(TimeSpan.FromSeconds(40));
            Assert.Equal("Timeout: SERVER did not answer within the time of the statement; the connection was cut.", await fails);
            over.SetResult(true);
        }, Timed);
    }

    [Fact]
    public async Task The_time_of_a_statement_ends_with_it()
    {
        await using var server = ScriptedServer.Start(new Script().Login().Query(1).Query(2));

        await Talk.With(server, async client =>
        {
            await client.Into(new Rows(), timeout: TimeSpan.FromSeconds(2));
            _time.Advance(TimeSpan.FromSeconds(20));
            Assert.Equal("(2)", await client.Read());
        }, Timed);
    }

    private CypherClientOptions Timed(CypherClientOptions options) => options with { TimeProvider = _time };
}
