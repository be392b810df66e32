namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>What is said about a statement besides its text.</summary>
public sealed class RequestTests
{
    [Theory]
    [InlineData(AccessMode.Read, null, -1, """{mode: "r"}""")]
    [InlineData(AccessMode.Write, null, -1, "{}")]
    [InlineData(AccessMode.Read, "films", -1, """{db: "films", mode: "r"}""")]
    [InlineData(AccessMode.Write, "films", 1500, """{db: "films", tx_timeout: 1500}""")]
    [InlineData(AccessMode.Read, null, 1, """{mode: "r", tx_timeout: 1}""")]
    public async Task Mode_database_and_time(AccessMode mode, string? database, int milliseconds, string extra)
    {
        await using var server = ScriptedServer.Start(new Script().Login().Query(1));

        await Talk.With(
            server,
            client => client.RunAsync(new CypherStatement("RETURN 1 AS x"), NoParameters.Instance, new Rows(), new CypherRun(mode, TimeSpan.FromMilliseconds(milliseconds)), default).AsTask(),
            options => options with { Database = database });

        Assert.Equal($$"""RUN "RETURN 1 AS x" {} {{extra}}""", server.Received[0].ToString());
        Assert.Equal("PULL {n: 1000}", server.Received[1].ToString());
    }

    [Fact]
    public async Task RUN_and_PULL_come_before_any_answer()
    {
        // The scripts of all tests expect this; here it is said.
        await using var server = ScriptedServer.Start(new Script().Login().Expect("RUN").Expect("PULL").Fields("x").Record(1).Last());

        await Talk.With(server, async client => Assert.Equal("(1)", await client.Read()));
    }

    [Fact]
    public async Task The_login_comes_before_any_answer()
    {
        var script = new Script().Handshake().Send("00000805").Expect("HELLO").Expect("LOGON").Answer("SUCCESS", ScriptExtensions.Hello()).Success().Query(1);
        await using var server = ScriptedServer.Start(script);

        await Talk.With(server, async client => Assert.Equal("(1)", await client.Read()));
    }
}
