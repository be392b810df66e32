namespace GraphService.Neo4j.Tests.Bolt.Scripted;

public sealed class LoginTests
{
    public static readonly TheoryData<string> Versions = ["4.4", "5.0", "5.4", "5.6", "5.7", "5.8"];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Without_credentials(string version)
    {
        await using var server = ScriptedServer.Start(Recording.Of("session-" + version, "noauth-scheme-none").Then(new Script().Query(1)));

        await Talk.With(server, async client => Assert.Equal("(1)", await client.Read()));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task With_a_password(string version)
    {
        // 5.6 and 5.7 end after the login.
        var script = Recording.Of("session-" + version, "auth-basic");
        await using var server = ScriptedServer.Start(Recording.Statements("session-" + version, "auth-basic").Count > 0 ? script : script.Then(new Script().Query(1)));

        await Talk.With(server, async client => Assert.Equal("(1)", await client.Read()), As("neo4j", Talk.Secret));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task With_a_wrong_password(string version)
    {
        await using var server = ScriptedServer.Start(Recording.Of("session-" + version, "wrong-password"));

        await Talk.With(
            server,
            async client => Assert.Equal(
                "Unauthorized Neo.ClientError.Security.Unauthorized after 5 s: SERVER: The server refuses the login: user and password, or the token, are wrong, or none are given. (Neo.ClientError.Security.Unauthorized)",
                await server.ReadFails(client)),
            As("neo4j", "wrong-password"));
    }

    [Theory]
    [InlineData("4.4")]
    [InlineData("5.8")]
    public async Task With_a_token_that_the_server_does_not_take(string version)
    {
        await using var server = ScriptedServer.Start(Recording.Of("session-" + version, "bearer-not-configured"));

        await Talk.With(
            server,
            async client => Assert.Equal(
                "Unauthorized Neo.ClientError.Security.Unauthorized after 5 s: SERVER: The server refuses the login: user and password, or the token, are wrong, or none are given. (Neo.ClientError.Security.Unauthorized)",
                await server.ReadFails(client)),
            options => options with { Token = "synthetic.token" });
    }

    [Fact]
    public async Task With_a_token_that_the_server_takes()
    {
        var script = new Script().Handshake().Send("00000805").Expect("HELLO").Success(("server", "Neo4j/5.26.28"))
            .Expect("LOGON", logon => logon.ToString() == """LOGON {credentials: "synthetic.token", scheme: "bearer"}""" ? null : "not the token").Success().Query(1);
        await using var server = ScriptedServer.Start(script);

        await Talk.With(server, async client => Assert.Equal("(1)", await client.Read()), options => options with { Token = "synthetic.token" });
    }

    [Theory]
    [InlineData("4.4")]
    [InlineData("5.8")]
    public async Task With_a_password_that_has_to_be_changed(string version)
    {
        await using var server = ScriptedServer.Start(Recording.Of("session-" + version, "password-change-required"));

        await Talk.With(
            server,
            async client => Assert.Equal(
                "Unauthorized Neo.ClientError.Security.CredentialsExpired after 5 s: SERVER: The password has expired: it must be changed (ALTER CURRENT USER SET PASSWORD) before the user can do anything. (Neo.ClientError.Security.CredentialsExpired)",
                await server.ReadFails(client)),
            As("newcomer", "synthetic-1"));
    }

    [Fact]
    public async Task After_a_refusal_nobody_logs_in_for_a_while()
    {
        FakeTime time = new();
        await using var server = ScriptedServer.Start(
            Recording.Of("session-4.4", "rate-limit-right-password-at-once"),
            Recording.Of("session-4.4", "rate-limit-right-password-after-5-s").Then(new Script().Query(1)));

        await Talk.With(
            server,
            async client =>
            {
                var first = await server.ReadFails(client);
                Assert.Equal("Unauthorized Neo.ClientError.Security.AuthenticationRateLimit after 5 s: SERVER: The server locks the user for some seconds because of wrong passwords before, here or elsewhere. (Neo.ClientError.Security.AuthenticationRateLimit)", first);
                Assert.Equal(first, await server.ReadFails(client));
                time.Advance(TimeSpan.FromSeconds(4.9));
                await server.ReadFails(client);
                Assert.Single(server.Connections);
                time.Advance(TimeSpan.FromSeconds(0.2));
                Assert.Equal("(1)", await client.Read());
            },
            options => As("limited", "synthetic-2")(options) with { TimeProvider = time });
    }

    [Fact]
    public async Task With_a_token_that_is_too_long_for_the_server()
    {
        await using var server = ScriptedServer.Start(new Script().Handshake().Send("00000805").Expect("HELLO").Success().Expect("LOGON").Failure("Neo.ClientError.Request.Invalid").End());

        await Talk.With(
            server,
            async client => Assert.Equal(
                "Protocol Neo.ClientError.Request.Invalid: SERVER: The server could not read a message: an error of this client, or of something between it and the server. (Neo.ClientError.Request.Invalid)",
                await server.ReadFails(client)),
            options => options with { Token = new string('t', 9000) });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_hangs_up_in_the_login(bool said)
    {
        var hello = new Script().Handshake().Send("00000805").Expect("HELLO");
        await using var server = ScriptedServer.Start((said ? hello.Success() : hello).End());

        await Talk.With(server, async client => Assert.Equal("Unavailable after 5 s: SERVER closed the connection.", await server.ReadFails(client)));
    }

    [Fact]
    public async Task Logins_that_wait_for_one_that_is_refused_are_not_tried()
    {
        TaskCompletionSource all = new();
        var script = new Script().Handshake().Await(all.Task).Send("00000404").Expect("HELLO").Failure("Neo.ClientError.Security.Unauthorized").End();
        await using var server = ScriptedServer.Start(script);

        await Talk.With(
            server,
            async client =>
            {
                var calls = Enumerable.Range(0, 8).Select(_ => server.ReadFails(client)).ToList();
                all.SetResult();
                Assert.Single((await Task.WhenAll(calls)).Distinct());
            },
            As("neo4j", "wrong-password"));
    }

    [Fact]
    public async Task Says_who_it_is_and_that_notifications_are_not_wanted()
    {
        await using var server = ScriptedServer.Start(new Script().Login().Query(1));

        await Talk.With(server, client => client.Read());

        var hello = server.Connections[0].Received[0].Map(0);
        Assert.StartsWith("GraphService/", (string)hello["user_agent"]!, StringComparison.Ordinal);
        Assert.Equal(hello["user_agent"], ((Dictionary<string, object?>)hello["bolt_agent"]!)["product"]);
        Assert.Equal("OFF", hello["notifications_minimum_severity"]);
        Assert.Null(hello["routing"]);
        Assert.Equal("""LOGON {scheme: "none"}""", server.Connections[0].Received[1].ToString());
    }

    [Theory]
    [InlineData("5.1")]
    [InlineData("5.2")]
    [InlineData("5.3")]
    public async Task With_versions_between_those_that_were_recorded(string version)
    {
        await using var server = ScriptedServer.Start(new Script().Login(version).Query(1));

        await Talk.With(server, async client => Assert.Equal("(1)", await client.Read()));
    }

    private static Func<CypherClientOptions, CypherClientOptions> As(string user, string password) => options => options with { User = user, Password = password };
}
