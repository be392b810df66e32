namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>Connections that end: never the end of a result.</summary>
public sealed class EndTests
{
    public static readonly TheoryData<string> States = ["RUN", "PULL", "records", "has_more", "in a record", "in a header", "before the end marker"];

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_read_is_tried_again_on_another_connection(string state)
    {
        await using var server = ScriptedServer.Start(Until(state).End(), new Script().Login().Query(7));

        await Talk.With(server, async client => Assert.Equal(Before(state) + "(7)", await client.Read()), WithoutDelay);
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_read_is_tried_again_after_a_reset(string state)
    {
        await using var server = ScriptedServer.Start(Until(state).Abort(), new Script().Login().Query(7));

        // What was sent before a reset may or may not arrive.
        await Talk.With(server, async client => Assert.EndsWith("(7)", await client.Read(), StringComparison.Ordinal), WithoutDelay);
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_read_that_ends_again_and_again_fails(string state)
    {
        // 100, 200 and 400 milliseconds lie between them; 800 more would be too late.
        await using var server = ScriptedServer.Start(Until(state).End(), Until(state).End(), Until(state).End(), Until(state).End());

        await Talk.With(server, async client => Assert.Equal("Unavailable after 5 s: SERVER closed the connection.", await server.ReadFails(client)), options => WithoutDelay(options) with { RetryFor = TimeSpan.FromSeconds(1) });
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_write_is_not_tried_again_and_its_outcome_is_unknown(string state)
    {
        await using var server = ScriptedServer.Start(Until(state).End());

        await Talk.With(server, async client => Assert.Equal("OutcomeUnknown: It is not known whether a write was done: SERVER closed the connection. Look at the data before it is done again.", await server.Fails(() => client.Write())), WithoutDelay);
    }

    [Theory]
    [InlineData("killed-while-computing")]
    [InlineData("killed-while-streaming")]
    public async Task A_server_that_is_killed(string connection)
    {
        await using var server = ScriptedServer.Start(Recording.Of("stops", connection), new Script().Login().Query(7));

        await Talk.With(server, async client =>
        {
            Rows rows = new();
            var statement = Recording.Statements("stops", connection)[0].Statement!;
            await client.RunAsync(new CypherStatement(statement), NoParameters.Instance, rows, new CypherRun(AccessMode.Read, Timeout.InfiniteTimeSpan), default);
            Assert.EndsWith("(7)", rows.ToString(), StringComparison.Ordinal);
        }, WithoutDelay);
    }

    [Theory]
    [InlineData("graceful-while-computing")]
    [InlineData("graceful-while-streaming")]
    public async Task A_server_that_is_stopped_says_so_then_something_that_nobody_asked_for_and_hangs_up(string connection)
    {
        await using var server = ScriptedServer.Start(Recording.Of("stops", connection));

        await Talk.With(server, async client =>
        {
            var statement = Recording.Statements("stops", connection)[0].Statement!;
            Assert.Equal("Unavailable Neo.TransientError.General.DatabaseUnavailable after 5 s: SERVER: The database is not available: it is starting or stopping, or cannot be opened (see the server's log). (Neo.TransientError.General.DatabaseUnavailable)", await server.Fails(() => client.RunAsync(new CypherStatement(statement), NoParameters.Instance, new Rows(), new CypherRun(AccessMode.Read, Timeout.InfiniteTimeSpan), default).AsTask()));
        });
    }

    [Fact]
    public async Task An_unsolicited_SUCCESS_is_no_answer_to_the_next_statement()
    {
        TaskCompletionSource ended = new();
        await using var server = ScriptedServer.Start(new Script().Login().Query(1).Success().Tell(ended).End(), new Script().Login().Query(2));

        await Talk.With(server, async client =>
        {
            Assert.Equal("(1)", await client.Read());
            await ended.Task;
            Assert.Equal("(2)", await client.Read());
        }, WithoutDelay);
    }

    [Fact]
    public async Task An_idle_connection_that_was_closed_is_not_used()
    {
        TaskCompletionSource close = new(), closed = new();
        await using var server = ScriptedServer.Start(
            new Script().Login().Query(1).Await(close.Task).Step("the end", connection =>
            {
                connection.End();
                closed.SetResult();
                return Task.CompletedTask;
            }),
            new Script().Login().Query(2));

        await Talk.With(server, async client =>
        {
            Assert.Equal("(1)", await client.Read());
            close.SetResult();
            await closed.Task;
            Assert.Equal("(2)", await client.Read());
        });
    }

    private static CypherClientOptions WithoutDelay(CypherClientOptions options) => options with { RetryFor = TimeSpan.FromSeconds(5), TimeProvider = new FakeTime { Skip = wait => wait < TimeSpan.FromSeconds(1) } };

    private static Script Until(string state)
    {
        var script = new Script().Login().RunAndPull();
        return state switch
        {
            "RUN" => script,
            "PULL" => script.Fields("x"),
            "records" => script.Fields("x").Record(1),
            "has_more" => script.Fields("x").Record(1).Success(("has_more", true)).Expect("PULL"),
            "in a record" => script.Fields("x").Record(1).Send("0004b171"),
            "in a header" => script.Fields("x").Record(1).Send("00"),
            _ => script.Fields("x").Record(1).Send("0004b1719102"),
        };
    }

    private static string Before(string state) => state is "RUN" or "PULL" ? "restart " : "(1) restart ";
}
