using static GraphService.Neo4j.Tests.Bolt.Scripted.ScriptExtensions;

namespace GraphService.Neo4j.Tests.Bolt.Scripted;

public sealed class RoutingTests : IAsyncLifetime
{
    private readonly FakeTime _time = new() { Skip = wait => wait < TimeSpan.FromSeconds(1) };
    private readonly ScriptedServer _a = ScriptedServer.Start();
    private readonly ScriptedServer _b = ScriptedServer.Start();
    private readonly ScriptedServer _c = ScriptedServer.Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _a.DisposeAsync();
        await _b.DisposeAsync();
        await _c.DisposeAsync();
    }

    [Fact]
    public async Task A_single_server_is_its_own_table()
    {
        _a.Add(Router(Table(300, [_a], [_a], [_a])).Query(1).Then(Write("A")).Query(2));

        await Talked(async client =>
        {
            Assert.Equal("(1)", await client.Read());
            await client.Write();
            Assert.Equal("(2)", await client.Read());
        });

        Assert.Equal($$"""{address: "{{_a.Address}}"}""", BoltMessage.Show(_a.Connections[0].Received[0].Map(0)["routing"]));
        Assert.Equal($$"""ROUTE {address: "{{_a.Address}}"} [] {}""", _a.Received[0].ToString());
        Assert.Equal("ROUTE RUN PULL RUN PULL RUN PULL", _a.Names);
    }

    [Fact]
    public async Task The_query_of_the_URI_and_the_database_are_part_of_the_question()
    {
        _a.Add(Router(Table(300, [_a], [_a], [_a])).Query(1));

        await Talked(client => client.Read(), options => options with { Uri = new Uri($"neo4j://{_a.Address}/?region=north&zone=x%20y"), Database = "films" });

        Assert.Equal($$"""ROUTE {address: "{{_a.Address}}", region: "north", zone: "x y"} [] {db: "films"}""", _a.Received[0].ToString());
    }

    [Fact]
    public async Task Reads_go_to_readers_and_writes_to_the_writer()
    {
        _a.Add(Router(Table(300, [_a], [_b], [_c])));
        _b.Add(new Script().Login().Query(1));
        _c.Add(new Script().Login().Then(Write("A")));

        await Talked(async client =>
        {
            Assert.Equal("(1)", await client.Read());
            await client.Write();
        });
    }

    [Fact]
    public async Task A_table_is_asked_for_again_when_its_time_is_over()
    {
        _a.Add(Router(Table(10, [_a], [_b], [_b])).Then(Route(Table(300, [_a], [_c], [_c]))));
        _b.Add(new Script().Login().Query(1).Query(2).Expect("GOODBYE").ClientEnds());
        _c.Add(new Script().Login().Query(3));

        await Talked(async client =>
        {
            Assert.Equal("(1)", await client.Read());
            _time.Advance(TimeSpan.FromSeconds(9.9));
            Assert.Equal("(2)", await client.Read());
            _time.Advance(TimeSpan.FromSeconds(0.2));
            Assert.Equal("(3)", await client.Read());
        });
    }

    [Fact]
    public async Task A_table_without_a_writer_is_good_for_reads_and_asked_for_again_by_writes()
    {
        _a.Add(Router(Table(300, [_a], [_b], [])).Then(Route(Table(300, [_a], [_b], []))).Then(Route(Table(300, [_a], [_b], [_c]))));
        _b.Add(new Script().Login().Query(1));
        _c.Add(new Script().Login().Then(Write("A")));

        await Talked(async client =>
        {
            Assert.Equal("(1)", await client.Read());
            await client.Write();
        });
    }

    [Fact]
    public async Task A_reader_that_is_lost_is_replaced_by_another()
    {
        _a.Add(Router(Table(300, [_a], [_b, _c], [_a])));
        TaskCompletionSource<ScriptedServer> first = new();
        foreach (var server in new[] { _b, _c })
        {
            // Whoever is asked first hangs up.
            server.Add(new Script().Login().RunAndPull().Step("an end or a row", async connection =>
            {
                if (first.TrySetResult(server))
                {
                    connection.End();
                    return;
                }

                await connection.Answer(new BoltMessage("SUCCESS", [Map(("fields", List("x")))]).Encode());
                await connection.Answer(new BoltMessage("RECORD", [List(7)]).Encode());
                await connection.Answer(new BoltMessage("SUCCESS", [Map()]).Encode());
            }).Step("another read", async connection =>
            {
                if (await first.Task != server)
                {
                    await new Script().Query(8).Steps.Aggregate(Task.CompletedTask, async (before, step) =>
                    {
                        await before;
                        await step.Play(connection);
                    });
                }
            }));
        }

        await Talked(async client =>
        {
            Assert.Equal("restart (7)", await client.Read());
            Assert.Equal("(8)", await client.Read());
        });
    }

    [Fact]
    public async Task Without_a_reader_the_table_is_asked_for_again()
    {
        _a.Add(Router(Table(300, [_a], [_b], [_a])).Then(Route(Table(300, [_a], [_c], [_a]))));
        _b.Add(new Script().Login().RunAndPull().End());
        _c.Add(new Script().Login().Query(7));

        await Talked(async client => Assert.Equal("restart (7)", await client.Read()));
    }

    [Fact]
    public async Task A_database_that_stops_on_one_server_is_read_on_another()
    {
        _a.Add(Router(Table(300, [_a], [_b], [_a])).Then(Route(Table(300, [_a], [_c], [_a]))));
        _b.Add(new Script().Login().RunAndPull().Failure("Neo.TransientError.General.DatabaseUnavailable").ClientEnds());
        _c.Add(new Script().Login().Query(7));

        await Talked(async client => Assert.Equal("restart (7)", await client.Read()));
    }

    [Theory]
    [InlineData("Neo.ClientError.Cluster.NotALeader")]
    [InlineData("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase")]
    public async Task After_a_change_of_the_leader_the_new_one_writes(string code)
    {
        _a.Add(Router(Table(300, [_a], [_a], [_b])).Then(Route(Table(300, [_a], [_a], [_c]))));
        _b.Add(new Script().Login().QueryFails(code));
        _c.Add(new Script().Login().Then(Write("A")).Then(Write("B")));

        await Talked(async client =>
        {
            await client.Write();
            await client.Write();
        });
    }

    [Fact]
    public async Task One_server_that_does_not_write_is_not_asked_twice()
    {
        _a.Add(new Script().Login().QueryFails("Neo.ClientError.Cluster.NotALeader"));

        await Talk.With(_a, async client => Assert.Equal("Unavailable Neo.ClientError.Cluster.NotALeader after 5 s: SERVER: This member of the cluster does not write. With neo4j:// the one that does is found. (Neo.ClientError.Cluster.NotALeader)", await _a.Fails(() => client.Write())), options => options with { RetryFor = TimeSpan.FromSeconds(5), TimeProvider = _time });
    }

    [Fact]
    public async Task A_router_that_is_lost_is_replaced_by_another_and_at_last_by_the_address_of_the_URI()
    {
        _a.Add(Router(Table(10, [_b], [_c], [_c])).Expect("GOODBYE").ClientEnds());
        _b.Add(Router(Table(10, [_b], [_c], [_c])).Expect("ROUTE").End());
        _a.Add(Router(Table(300, [_a], [_c], [_c])));
        _c.Add(new Script().Login().Query(1).Query(2).Query(3));

        await Talked(async client =>
        {
            Assert.Equal("(1)", await client.Read());
            _time.Advance(TimeSpan.FromSeconds(11));
            Assert.Equal("(2)", await client.Read());
            _time.Advance(TimeSpan.FromSeconds(11));
            Assert.Equal("(3)", await client.Read());
        });
        Assert.Equal("ROUTE ROUTE", _a.Names);
        Assert.Equal("ROUTE ROUTE", _b.Names);
    }

    [Theory]
    [InlineData("Neo.ClientError.Database.DatabaseNotFound", "DatabaseNotFound Neo.ClientError.Database.DatabaseNotFound: SERVER: There is no database of the configured name. (Neo.ClientError.Database.DatabaseNotFound)")]
    [InlineData("Neo.ClientError.Security.Forbidden", "Unauthorized Neo.ClientError.Security.Forbidden after 5 s: SERVER: The user may not do this. (Neo.ClientError.Security.Forbidden)")]
    [InlineData("Neo.ClientError.Statement.ArgumentError", "Statement Neo.ClientError.Statement.ArgumentError: SERVER: The server refuses the statement: an error of this program. (Neo.ClientError.Statement.ArgumentError)")]
    public async Task A_router_that_refuses_is_the_only_one_asked(string code, string fails)
    {
        _a.Add(Router(Table(10, [_b, _c], [_a], [_a])).Query(1));
        _b.Add(new Script().Login().Expect("ROUTE").Failure(code).Then(code.Contains("Security", StringComparison.Ordinal) ? new Script().ClientEnds() : new Script().Reset()));

        await Talked(async client =>
        {
            Assert.Equal("(1)", await client.Read());
            _time.Advance(TimeSpan.FromSeconds(11));
            Assert.Equal(fails, await _a.ReadFails(client));
        });
    }

    [Fact]
    public async Task A_router_whose_connections_are_all_in_use_is_passed_over()
    {
        TaskCompletionSource busy = new(), go = new();
        _a.Add(Router(Table(0, [_a, _b], [_a], [_a])).RunAndPull().Tell(busy).Await(go.Task).Fields("x").Record(1).Last());
        _b.Add(Router(Table(300, [_b], [_b], [_b])).Query(2));

        await Talked(async client =>
        {
            var first = client.Read();
            await busy.Task;
            Assert.Equal("(2)", await client.Read());
            go.SetResult();
            Assert.Equal("(1)", await first);
        }, options => options with { MaxConnections = 1, AcquisitionTimeout = TimeSpan.FromMilliseconds(20) });
    }

    [Fact]
    public async Task A_cluster_that_cannot_be_reached()
    {
        _a.Refuse();

        await Talked(async client => Assert.Equal("Unavailable after 5 s: SERVER cannot be reached (ConnectionRefused).", await _a.ReadFails(client)), options => options with { RetryFor = TimeSpan.FromSeconds(1) });
    }

    public static readonly TheoryData<string> Tables =
    [
        "{}", "rt null", "rt {}", "ttl text", "servers null", "no routers", "no readers", "address number", "address without port", "role missing",
    ];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_table_that_makes_no_sense(string how)
    {
        var good = Table(300, [_a], [_a], [_a]);
        var rt = (Dictionary<string, object?>)good["rt"]!;
        var servers = (List<object?>)rt["servers"]!;
        var first = (Dictionary<string, object?>)servers[0]!;
        switch (how)
        {
            case "{}":
                good.Clear();
                break;
            case "rt null":
                good["rt"] = null;
                break;
            case "rt {}":
                rt.Clear();
                break;
            case "ttl text":
                rt["ttl"] = "300";
                break;
            case "servers null":
                rt["servers"] = null;
                break;
            case "no routers":
                servers.RemoveAt(0);
                break;
            case "no readers":
                servers.RemoveAt(1);
                break;
            case "address number":
                first["addresses"] = List(7);
                break;
            case "address without port":
                first["addresses"] = List("127.0.0.1:");
                break;
            default:
                first.Remove("role");
                break;
        }

        _a.Add(Router(good).ClientEnds());

        await Talked(async client => Assert.StartsWith("Protocol: SERVER: The server gave a routing table", await _a.ReadFails(client), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calls_at_once_ask_for_one_table_and_go_to_the_server_with_the_fewest_in_use()
    {
        TaskCompletionSource asked = new(), go = new(), answer = new();
        _a.Add(new Script().Login().Expect("ROUTE").Tell(asked).Await(go.Task).Answer("SUCCESS", Table(300, [_a], [_a, _b, _c], [_a])).Then(Busy(answer.Task)));
        _b.Add(new Script().Login().Then(Busy(answer.Task)));
        _c.Add(new Script().Login().Then(Busy(answer.Task)));

        await Talked(async client =>
        {
            Task<string>[] reads = [client.Read(), client.Read(), client.Read()];
            await asked.Task;
            go.SetResult();
            while (_a.Names != "ROUTE RUN PULL" || _b.Names != "RUN PULL" || _c.Names != "RUN PULL")
            {
                await Task.Yield();
            }

            answer.SetResult();
            Assert.Equal(["(1)", "(1)", "(1)"], await Task.WhenAll(reads));
        });
    }

    [Fact]
    public async Task Bookmarks_are_part_of_the_question()
    {
        _a.Add(Router(Table(10, [_a], [_a], [_a])).Then(Write("A")).Then(Route(Table(300, [_a], [_a], [_a]))).Query(1));

        await Talked(async client =>
        {
            await client.Write();
            _time.Advance(TimeSpan.FromSeconds(11));
            await client.Read();
        });

        Assert.Equal($$"""ROUTE {address: "{{_a.Address}}"} ["A"] {}""", _a.Received[3].ToString());
    }

    [Fact]
    public async Task A_login_that_is_refused_is_tried_at_no_other_server()
    {
        _a.Add(Router(Table(10, [_b, _c], [_b], [_a])));
        _b.Add(new Script().Handshake().Send("00000404").Expect("HELLO").Failure("Neo.ClientError.Security.Unauthorized").End());

        await Talked(async client =>
        {
            var first = await _b.ReadFails(client);
            Assert.StartsWith("Unauthorized", first, StringComparison.Ordinal);
            Assert.StartsWith("Unauthorized", await _b.ReadFails(client), StringComparison.Ordinal);
        });
    }

    private static Script Busy(Task until) => new Script().RunAndPull().Await(until).Fields("x").Record(1).Last();

    private static Script Write(string bookmark) => new Script().RunAndPull("CREATE (:B)").Success(("fields", List())).Last(bookmark);

    private static Script Route(Dictionary<string, object?> table) => new Script().Expect("ROUTE").Answer("SUCCESS", table);

    private static Script Router(Dictionary<string, object?> table) => new Script().Login().Then(Route(table));

    private static Dictionary<string, object?> Table(int seconds, ScriptedServer[] routers, ScriptedServer[] readers, ScriptedServer[] writers)
    {
        Dictionary<string, object?> Role(string role, ScriptedServer[] servers) => Map(("role", role), ("addresses", new List<object?>(servers.Select(server => server.Address))));
        return Map(("rt", Map(("ttl", seconds), ("db", "neo4j"), ("servers", List(Role("ROUTE", routers), Role("READ", readers), Role("WRITE", writers))))));
    }

    private Task Talked(Func<Neo4j.Bolt.BoltClient, Task> talk, Func<CypherClientOptions, CypherClientOptions>? options = null) =>
        Talk.With([_a, _b, _c], (options ?? (o => o))(_a.Options("neo4j") with { RetryFor = TimeSpan.FromSeconds(5), TimeProvider = _time }), talk);
}
