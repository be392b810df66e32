using GraphService.Neo4j.Bolt;

namespace GraphService.Neo4j.Tests.Bolt.Scripted;

public sealed class CancelTests
{
    [Theory]
    [InlineData("reset-while-streaming-5.8")]
    [InlineData("reset-while-streaming-5.6")]
    public async Task A_stream_is_stopped_and_its_connection_used_again(string connection)
    {
        await using var server = ScriptedServer.Start(Recording.Of("resets", connection));
        using CancellationTokenSource cancel = new();
        Rows rows = new() { AfterRow = row => CancelAt(3, row, cancel) };

        await Talk.With(server, async client =>
        {
            await Canceled(client, rows, Recording.Statements("resets", connection)[0].Statement!, cancel.Token);
            Assert.Equal("(1)", await client.Read());
        });

        Assert.Equal("(1) (2) (3)", rows.ToString());
        Assert.Equal("RUN PULL RESET RUN PULL", server.Names);
    }

    [Theory]
    [InlineData("reset-while-computing-5.8")]
    [InlineData("reset-while-computing-5.6")]
    public async Task A_computation_is_stopped_and_its_connection_used_again(string connection)
    {
        TaskCompletionSource running = new();
        await using var server = ScriptedServer.Start(Recording.Of("resets", connection).TellAt("RESET", running));
        using CancellationTokenSource cancel = new();

        await Talk.With(server, async client =>
        {
            var canceled = Canceled(client, new Rows(), Recording.Statements("resets", connection)[0].Statement!, cancel.Token);
            await running.Task;
            await cancel.CancelAsync();
            await canceled;
            Assert.Equal("(1)", await client.Read());
        });
    }

    public static readonly TheoryData<string> Answers = ["FAILURE", "IGNORED", "records and FAILURE", "records and IGNORED", "the end of the result", "has_more"];

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_reset_is_answered_either_way(string answer)
    {
        var script = new Script().Login().RunAndPull().Fields("x").Record(1).Expect("RESET");
        if (answer.StartsWith("records", StringComparison.Ordinal))
        {
            script.Record(2).Record(3).Send("0000");
        }

        script = answer switch
        {
            "the end of the result" => script.Last(),
            "has_more" => script.Success(("has_more", true)),
            _ when answer.EndsWith("IGNORED", StringComparison.Ordinal) => script.Ignored(),
            _ => script.Failure("Neo.ClientError.Transaction.Terminated"),
        };
        await using var server = ScriptedServer.Start(script.Success().Query(7));
        using CancellationTokenSource cancel = new();
        Rows rows = new() { AfterRow = row => CancelAt(1, row, cancel) };

        await Talk.With(server, async client =>
        {
            await Canceled(client, rows, "RETURN 1 AS x", cancel.Token);
            Assert.Equal("(7)", await client.Read());
        });

        Assert.Equal("(1)", rows.ToString());
    }

    [Fact]
    public async Task Both_RUN_and_PULL_may_be_ignored()
    {
        TaskCompletionSource running = new();
        await using var server = ScriptedServer.Start(new Script().Login().RunAndPull().Tell(running).Expect("RESET").Ignored().Ignored().Success().Query(7));
        using CancellationTokenSource cancel = new();

        await Talk.With(server, async client =>
        {
            var canceled = Canceled(client, new Rows(), "RETURN 1 AS x", cancel.Token);
            await running.Task;
            await cancel.CancelAsync();
            await canceled;
            Assert.Equal("(7)", await client.Read());
        });
    }

    [Fact]
    public async Task Between_two_pages()
    {
        await using var server = ScriptedServer.Start(new Script().Login().RunAndPull().Fields("x").Record(1).Success(("has_more", true)).Reset().Query(7));
        using CancellationTokenSource cancel = new();
        Rows rows = new() { AfterRow = row => CancelAt(1, row, cancel) };

        await Talk.With(server, async client =>
        {
            await Canceled(client, rows, "RETURN 1 AS x", cancel.Token);
            Assert.Equal("(7)", await client.Read());
        }, options => options with { FetchSize = 1 });
    }

    [Fact]
    public async Task A_server_that_does_not_answer_the_reset_is_given_up()
    {
        FakeTime time = new();
        TaskCompletionSource reset = new();
        await using var server = ScriptedServer.Start(
            new Script().Login().RunAndPull().Fields("x").Record(1).Expect("RESET").Tell(reset).ClientEnds(), new Script().Login().Query(7));
        using CancellationTokenSource cancel = new();

        await Talk.With(server, async client =>
        {
            var canceled = Canceled(client, new Rows { AfterRow = row => CancelAt(1, row, cancel) }, "RETURN 1 AS x", cancel.Token);
            await reset.Task;
            time.Advance(TimeSpan.FromSeconds(60));
            await canceled;
            Assert.Equal("(7)", await client.Read());
        }, options => options with { TimeProvider = time });
    }

    [Fact]
    public async Task A_server_that_ends_the_connection_instead_of_answering()
    {
        await using var server = ScriptedServer.Start(new Script().Login().RunAndPull().Fields("x").Record(1).Expect("RESET").End(), new Script().Login().Query(7));
        using CancellationTokenSource cancel = new();

        await Talk.With(server, async client =>
        {
            await Canceled(client, new Rows { AfterRow = row => CancelAt(1, row, cancel) }, "RETURN 1 AS x", cancel.Token);
            Assert.Equal("(7)", await client.Read());
        });
    }

    [Fact]
    public async Task Before_anything_was_sent()
    {
        await using var server = ScriptedServer.Start();

        await Talk.With(server, client => Canceled(client, new Rows(), "RETURN 1 AS x", new CancellationToken(true)));
    }

    [Fact]
    public async Task While_it_connects()
    {
        TaskCompletionSource connected = new();
        await using var server = ScriptedServer.Start(new Script().Handshake().Tell(connected).ClientEnds());
        using CancellationTokenSource cancel = new();

        await Talk.With(server, async client =>
        {
            var canceled = Canceled(client, new Rows(), "RETURN 1 AS x", cancel.Token);
            await connected.Task;
            await cancel.CancelAsync();
            await canceled;
        });
    }

    [Fact]
    public async Task After_the_last_row_it_is_too_late()
    {
        await using var server = ScriptedServer.Start(new Script().Login().Query(1).Query(2));
        using CancellationTokenSource cancel = new();

        await Talk.With(server, async client =>
        {
            await client.Read(cancel: cancel.Token);
            await cancel.CancelAsync();
            Assert.Equal("(2)", await client.Read());
        });
    }

    private static void CancelAt(int last, int row, CancellationTokenSource cancel)
    {
        if (row == last)
        {
            cancel.Cancel();
        }
    }

    private static async Task Canceled(BoltClient client, Rows rows, string statement, CancellationToken cancel) =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.RunAsync(new CypherStatement(statement), NoParameters.Instance, rows, new CypherRun(AccessMode.Read, Timeout.InfiniteTimeSpan), cancel).AsTask());
}
