namespace GraphService.Neo4j.Tests.Bolt.Scripted;

public sealed class PoolTests
{
    private readonly FakeTime _time = new();

    /// <summary>Short waits are over at once.</summary>
    private static FakeTime Hasty => new() { Skip = wait => wait < TimeSpan.FromSeconds(1) };

    [Fact]
    public async Task Calls_at_once_take_a_connection_each()
    {
        TaskCompletionSource first = new(), second = new(), go = new();
        await using var server = ScriptedServer.Start(
            new Script().Login().RunAndPull().Tell(first).Await(go.Task).Fields("x").Record(1).Last(),
            new Script().Login().RunAndPull().Tell(second).Await(go.Task).Fields("x").Record(1).Last());

        await Talk.With(server, async client =>
        {
            Task<string>[] calls = [client.Read(), client.Read()];
            await Task.WhenAll(first.Task, second.Task);
            go.SetResult();
            Assert.Equal(["(1)", "(1)"], await Task.WhenAll(calls));
        });
        Assert.Equal(2, server.Connections.Count);
    }

    [Fact]
    public async Task When_all_connections_are_in_use_a_call_waits_for_one()
    {
        TaskCompletionSource busy = new(), go = new();
        await using var server = ScriptedServer.Start(new Script().Login().RunAndPull().Tell(busy).Await(go.Task).Fields("x").Record(1).Last().Query(2));

        await Talk.With(server, async client =>
        {
            var first = client.Read();
            await busy.Task;
            var second = client.Read();
            Assert.False(second.IsCompleted);
            go.SetResult();
            Assert.Equal("(1)", await first);
            Assert.Equal("(2)", await second);
        }, One);
    }

    [Fact]
    public async Task A_call_that_waited_too_long_fails()
    {
        TaskCompletionSource busy = new(), go = new();
        await using var server = ScriptedServer.Start(new Script().Login().RunAndPull().Tell(busy).Await(go.Task).Fields("x").Record(1).Last().Query(2));

        await Talk.With(server, async client =>
        {
            var first = client.Read();
            await busy.Task;
            Assert.Equal("Unavailable: All 1 connections to SERVER are in use, and none became free in time. Allow more connections, or fewer requests at once.", await server.ReadFails(client));
            go.SetResult();
            Assert.Equal("(1)", await first);
            Assert.Equal("(2)", await client.Read());
        }, options => One(options) with { AcquisitionTimeout = TimeSpan.FromMilliseconds(20), TimeProvider = Hasty });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_call_whose_own_time_is_shorter_times_out(int early)
    {
        TaskCompletionSource busy = new(), go = new();
        await using var server = ScriptedServer.Start(new Script().Login().RunAndPull().Tell(busy).Await(go.Task).Fields("x").Record(1).Last());

        await Talk.With(server, async client =>
        {
            var first = client.Read();
            await busy.Task;
            Assert.Equal(
                "Timeout: All 1 connections to SERVER are in use, and none became free in time. Allow more connections, or fewer requests at once.",
                await server.Fails(() => client.Into(new Rows(), timeout: TimeSpan.FromMilliseconds(20))));
            go.SetResult();
            Assert.Equal("(1)", await first);
        }, options => One(options) with { TimeProvider = new FakeTime { Skip = Hasty.Skip, Early = TimeSpan.FromMilliseconds(early) } });
    }

    [Fact]
    public async Task When_one_connection_does_not_pass_the_trial_those_that_were_idle_for_longer_are_not_tried()
    {
        TaskCompletionSource first = new(), second = new(), go = new(), tried = new();
        // Whoever is given back last is tried first; the other then ends without a word.
        Script Busy(TaskCompletionSource here) => new Script().Login().RunAndPull().Tell(here).Await(go.Task).Fields("x").Record(1).Last().Step("a trial or the end", async connection =>
        {
            if (await connection.Receive() is { } message)
            {
                Assert.Equal("RESET", message.Name);
                Assert.True(tried.TrySetResult());
                await connection.Take(1);
            }
        });
        await using var server = ScriptedServer.Start(Busy(first), Busy(second), new Script().Login().Query(2));

        await Talk.With(server, async client =>
        {
            Task<string>[] calls = [client.Read(), client.Read()];
            await Task.WhenAll(first.Task, second.Task);
            go.SetResult();
            await Task.WhenAll(calls);
            _time.Advance(TimeSpan.FromSeconds(31));
            var third = client.Read();
            await tried.Task;
            _time.Advance(TimeSpan.FromSeconds(3));
            Assert.Equal("(2)", await third);
        }, Timed);
    }

    [Fact]
    public async Task A_call_that_waits_can_be_canceled()
    {
        TaskCompletionSource busy = new(), go = new();
        using CancellationTokenSource cancel = new();
        await using var server = ScriptedServer.Start(new Script().Login().RunAndPull().Tell(busy).Await(go.Task).Fields("x").Record(1).Last().Query(2));

        await Talk.With(server, async client =>
        {
            var first = client.Read();
            await busy.Task;
            var second = client.Read(cancel: cancel.Token);
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
            go.SetResult();
            Assert.Equal("(1)", await first);
            Assert.Equal("(2)", await client.Read());
        }, One);
    }

    [Fact]
    public async Task Connections_that_fail_make_room_for_others()
    {
        await using var server = ScriptedServer.Start(
            new Script().Handshake().Send("00000000").ClientEnds(),
            new Script().Login().RunAndPull().Failure("Neo.ClientError.Request.Invalid").ClientEnds(),
            new Script().Login().Query(2));

        await Talk.With(server, async client =>
        {
            await server.ReadFails(client);
            await server.ReadFails(client);
            Assert.Equal("(2)", await client.Read());
        }, One);
    }

    [Fact]
    public async Task A_connection_that_is_too_old_is_not_used_again()
    {
        await using var server = ScriptedServer.Start(new Script().Login().Query(1).ClientEnds(), new Script().Login().Query(2));

        await Talk.With(server, async client =>
        {
            Assert.Equal("(1)", await client.Read());
            _time.Advance(TimeSpan.FromMinutes(61));
            Assert.Equal("(2)", await client.Read());
        }, Timed);
        Assert.Equal("RUN PULL RUN PULL", server.Names);
    }

    [Fact]
    public async Task An_idle_connection_on_which_the_server_begins_a_message_that_is_too_large_is_replaced()
    {
        TaskCompletionSource idle = new(), sent = new();
        await using var server = ScriptedServer.Start(new Script().Login().Query(1).Await(idle.Task).Send("0800").Tell(sent).ClientEnds(), new Script().Login().Query(2));

        await Talk.With(server, async client =>
        {
            Assert.Equal("(1)", await client.Read());
            idle.SetResult();
            await sent.Task;
            Assert.Equal("(2)", await client.Read());
        }, options => Timed(options) with { MaxMessageBytes = 1024 });
    }

    [Fact]
    public async Task A_connection_that_was_idle_for_long_is_tried_before_it_is_used()
    {
        await using var server = ScriptedServer.Start(new Script().Login().Query(1).Reset().Query(2));

        await Talk.With(server, async client =>
        {
            Assert.Equal("(1)", await client.Read());
            _time.Advance(TimeSpan.FromSeconds(31));
            Assert.Equal("(2)", await client.Read());
        }, Timed);
        Assert.Equal("RUN PULL RESET RUN PULL", server.Names);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_does_not_pass_the_trial_is_replaced(bool says)
    {
        var trial = new Script().Login().Query(1).Expect("RESET");
        await using var server = ScriptedServer.Start((says ? trial.Failure("Neo.ClientError.Request.Invalid") : trial).End(), new Script().Login().Query(2));

        await Talk.With(server, async client =>
        {
            Assert.Equal("(1)", await client.Read());
            _time.Advance(TimeSpan.FromSeconds(31));
            Assert.Equal("(2)", await client.Read());
        }, Timed);
    }

    [Fact]
    public async Task A_connection_that_does_not_answer_the_trial_is_replaced()
    {
        TaskCompletionSource tried = new();
        await using var server = ScriptedServer.Start(new Script().Login().Query(1).Expect("RESET").Tell(tried).ClientEnds(), new Script().Login().Query(2));

        await Talk.With(server, async client =>
        {
            Assert.Equal("(1)", await client.Read());
            _time.Advance(TimeSpan.FromSeconds(31));
            var second = client.Read();
            await tried.Task;
            _time.Advance(TimeSpan.FromSeconds(10));
            Assert.Equal("(2)", await second);
        }, Timed);
    }

    [Fact]
    public async Task A_client_that_is_closed_says_GOODBYE_and_takes_no_calls()
    {
        await using var server = ScriptedServer.Start(new Script().Login().Query(1).Expect("GOODBYE").ClientEnds());
        Neo4j.Bolt.BoltClient? closed = null;

        await Talk.With(server, async client =>
        {
            closed = client;
            await client.Read();
        });

        await Assert.ThrowsAsync<ObjectDisposedException>(() => closed!.Read());
    }

    private CypherClientOptions Timed(CypherClientOptions options) => options with { TimeProvider = _time };

    private CypherClientOptions One(CypherClientOptions options) => Timed(options) with { MaxConnections = 1 };
}
