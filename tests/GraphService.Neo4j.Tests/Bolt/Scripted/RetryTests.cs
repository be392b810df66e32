namespace GraphService.Neo4j.Tests.Bolt.Scripted;

public sealed class RetryTests
{
    public static readonly TheoryData<string> Retriable =
    [
        "Neo.TransientError.Transaction.DeadlockDetected",
        "Neo.TransientError.Transaction.LockAcquisitionTimeout",
        "Neo.TransientError.General.DatabaseUnavailable",
        "Neo.TransientError.Transaction.Outdated",
    ];

    public static readonly TheoryData<string, CypherFailure> Final = new()
    {
        { "Neo.TransientError.General.MemoryPoolOutOfMemoryError", CypherFailure.OutOfMemory },
        { "Neo.TransientError.Transaction.Terminated", CypherFailure.Unavailable },
        { "Neo.TransientError.Transaction.LockClientStopped", CypherFailure.Unavailable },
        { "Neo.ClientError.Transaction.Terminated", CypherFailure.Unavailable },
        { "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", CypherFailure.Timeout },
        { "Neo.ClientError.Transaction.TransactionTimedOut", CypherFailure.Timeout },
        { "Neo.ClientError.Statement.SyntaxError", CypherFailure.Statement },
        { "Neo.ClientError.Statement.AccessMode", CypherFailure.Statement },
        { "Neo.ClientError.Database.DatabaseNotFound", CypherFailure.DatabaseNotFound },
        { "Neo.ClientError.Schema.ConstraintValidationFailed", CypherFailure.ConstraintViolation },
        { "Neo.DatabaseError.General.UnknownError", CypherFailure.Unavailable },
        { "Neo.Something.New", CypherFailure.Unavailable },
    };

    private readonly FakeTime _time = new() { Skip = wait => wait < TimeSpan.FromSeconds(1) };

    [Theory]
    [MemberData(nameof(Retriable))]
    public async Task A_read_is_run_again(string code)
    {
        await using var server = Failing(code, 2, script => script.Query(7));

        await Talk.With(server, async client =>
        {
            Rows rows = new();
            await client.Into(rows);
            Assert.Equal("restart restart (7)", rows.ToString());
        }, Timed);
        Assert.InRange(_time.Waits.Single(wait => wait < TimeSpan.FromMilliseconds(130)), TimeSpan.FromMilliseconds(80), TimeSpan.FromMilliseconds(120));
        Assert.Single(_time.Waits, wait => wait >= TimeSpan.FromMilliseconds(160) && wait <= TimeSpan.FromMilliseconds(240));
    }

    [Theory]
    [MemberData(nameof(Retriable))]
    public async Task A_read_is_not_run_again_for_ever(string code)
    {
        // 100, 200 and 400 milliseconds lie between the runs; 800 more would be too late.
        await using var server = Failing(code, 4);

        await Talk.With(server, async client => Assert.StartsWith($"Unavailable {code} after 5 s: SERVER: ", await server.ReadFails(client), StringComparison.Ordinal), options => Timed(options) with { RetryFor = TimeSpan.FromSeconds(1) });
    }

    [Theory]
    [MemberData(nameof(Final))]
    public async Task A_failure_that_would_come_again_is_final(string code, CypherFailure failure)
    {
        await using var server = ScriptedServer.Start(new Script().Login().QueryFails(code).Query(2));

        await Talk.With(server, async client =>
        {
            Assert.StartsWith($"{failure} {code}", await server.ReadFails(client), StringComparison.Ordinal);
            Assert.Equal("(2)", await client.Read());
        }, Timed);
        Assert.Equal("RUN PULL RESET RUN PULL", server.Names);
    }

    [Theory]
    [InlineData("Neo.TransientError.Transaction.LockAcquisitionTimeout")]
    [InlineData("Neo.TransientError.Transaction.Outdated")]
    public async Task A_write_is_not_run_again(string code)
    {
        await using var server = Failing(code, 1);

        await Talk.With(server, async client => Assert.StartsWith($"Unavailable {code} after 5 s: SERVER: ", await server.Fails(() => client.Write()), StringComparison.Ordinal), Timed);
    }

    [Fact]
    public async Task A_write_whose_result_had_begun_is_not_run_again()
    {
        await using var server = ScriptedServer.Start(new Script().Login().RunAndPull().Fields("x").Failure("Neo.TransientError.General.DatabaseUnavailable").ClientEnds());

        await Talk.With(server, async client => Assert.StartsWith("Unavailable Neo.TransientError.General.DatabaseUnavailable after 5 s: SERVER: ", await server.Fails(() => client.Write()), StringComparison.Ordinal), Timed);
    }

    [Theory]
    [InlineData("Neo.TransientError.Transaction.DeadlockDetected")]
    [InlineData("Neo.TransientError.General.DatabaseUnavailable")]
    [InlineData("Neo.TransientError.Transaction.BookmarkTimeout")]
    public async Task A_write_is_run_again_when_it_is_certain_that_nothing_was_done(string code)
    {
        await using var server = Failing(code, 1, script => script.Query(7));

        await Talk.With(server, client => client.Write(), Timed);
    }

    [Fact]
    public async Task A_write_that_was_not_sent_is_tried_again()
    {
        await using var server = ScriptedServer.Start(new Script().Handshake().Abort(), new Script().Login().Query(7));

        await Talk.With(server, client => client.Write(), Timed);
    }

    [Fact]
    public async Task When_the_server_wants_a_new_login_older_connections_are_not_used_again()
    {
        await using var server = ScriptedServer.Start(
            new Script().Login().RunAndPull().Failure("Neo.ClientError.Security.AuthorizationExpired").Ignored().ClientEnds(), new Script().Login().Query(7).Query(8));

        await Talk.With(server, async client =>
        {
            Assert.Equal("restart (7)", await client.Read());
            Assert.Equal("(8)", await client.Read());
        }, Timed);
    }

    [Fact]
    public async Task Rows_that_came_before_the_failure_are_void()
    {
        await using var server = ScriptedServer.Start(
            new Script().Login().RunAndPull().Fields("x").Record(1).Record(2).Failure("Neo.TransientError.Transaction.DeadlockDetected").Reset().RunAndPull().Fields("x").Record(3).Record(4).Last());
        Rows rows = new();

        await Talk.With(server, client => client.Into(rows), Timed);

        Assert.Equal("(1) (2) restart (3) (4)", rows.ToString());
        Assert.Equal(2, rows.Count);
    }

    [Fact]
    public async Task A_read_is_not_run_again_when_its_time_would_be_over()
    {
        TaskCompletionSource running = new(), fail = new();
        FakeTime time = new();
        await using var server = ScriptedServer.Start(
            new Script().Login().RunAndPull().Tell(running).Await(fail.Task).Failure("Neo.TransientError.Transaction.DeadlockDetected").Ignored().Reset());

        await Talk.With(server, async client =>
        {
            var fails = server.Fails(() => client.Into(new Rows(), timeout: TimeSpan.FromSeconds(2)));
            await running.Task;
            time.Advance(TimeSpan.FromSeconds(1.99));
            fail.SetResult();
            Assert.Equal("Unavailable Neo.TransientError.Transaction.DeadlockDetected after 5 s: SERVER: Other statements hold what this one needs to lock. (Neo.TransientError.Transaction.DeadlockDetected)", await fails);
        }, options => Timed(options) with { TimeProvider = time });
    }

    [Fact]
    public async Task What_is_run_again_has_the_time_that_is_left()
    {
        TaskCompletionSource running = new(), fail = new();
        await using var server = ScriptedServer.Start(
            new Script().Login().RunAndPull().Tell(running).Await(fail.Task).Failure("Neo.TransientError.Transaction.DeadlockDetected").Ignored().Reset()
                .RunAndPull(check: run => run.Map(2)["tx_timeout"] is > 3000L and <= 6000L ? null : "not the rest of the time").Fields("x").Record(1).Last());

        await Talk.With(server, async client =>
        {
            Rows rows = new();
            var read = client.Into(rows, timeout: TimeSpan.FromSeconds(10));
            await running.Task;
            _time.Advance(TimeSpan.FromSeconds(4));
            fail.SetResult();
            await read;
            Assert.Equal("restart (1)", rows.ToString());
        }, Timed);
    }

    [Fact]
    public async Task A_cancel_ends_the_wait_for_the_next_try()
    {
        FakeTime time = new();
        TaskCompletionSource failed = new();
        await using var server = ScriptedServer.Start(new Script().Login().QueryFails("Neo.TransientError.Transaction.DeadlockDetected").Tell(failed));
        using CancellationTokenSource cancel = new();

        await Talk.With(server, async client =>
        {
            var read = client.Read(cancel: cancel.Token);
            await failed.Task;
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        }, options => Timed(options) with { TimeProvider = time });
    }

    /// <summary>A server on which so many runs fail. A connection to a database that stops is not used again.</summary>
    private static ScriptedServer Failing(string code, int times, Func<Script, Script>? then = null)
    {
        List<Script> scripts = code == "Neo.TransientError.General.DatabaseUnavailable"
            ? [.. Enumerable.Range(0, times).Select(_ => new Script().Login().RunAndPull().Failure(code).Ignored().ClientEnds()), new Script().Login()]
            : [Enumerable.Range(0, times).Aggregate(new Script().Login(), (script, _) => script.QueryFails(code))];
        if (then is not null)
        {
            then(scripts[^1]);
        }
        else if (scripts.Count > 1)
        {
            scripts.RemoveAt(scripts.Count - 1);
        }

        return ScriptedServer.Start(scripts);
    }

    private CypherClientOptions Timed(CypherClientOptions options) => options with { RetryFor = TimeSpan.FromSeconds(5), TimeProvider = _time };
}
