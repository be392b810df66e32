using GraphService.Neo4j.Bolt;
using Microsoft.Extensions.Logging;
using static GraphService.Neo4j.Tests.Bolt.Scripted.ScriptExtensions;

namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>Passwords, tokens and texts of the server come into nothing that is read by others. That no failure holds them is asserted with each failure of all tests.</summary>
public sealed class SecretTests
{
    [Theory]
    [InlineData("bolt://neo4j:synthetic-pw1@localhost")]
    [InlineData("neo4j+s://neo4j@localhost:7687")]
    public void A_URI_with_a_user_is_refused(string uri)
    {
        var e = Assert.Throws<ArgumentException>(() => new BoltClient(new CypherClientOptions { Uri = new Uri(uri) }));

        Assert.Equal("User and password do not belong into the URI, because URIs are logged and shown. Give them as settings of their own.", e.Message);
    }

    [Fact]
    public async Task Logs_hold_no_secret_no_value_and_no_text_of_the_server()
    {
        await using var server = ScriptedServer.Start();
        List<string> log = [];
        Dictionary<string, object?> role(string name) => Map(("role", name), ("addresses", List(server.Address)));
        server.Add(new Script().Login().Expect("ROUTE").Answer("SUCCESS", Map(("rt", Map(("ttl", 300), ("servers", List(role("ROUTE"), role("READ"), role("WRITE")))))))
            .QueryFails("Neo.TransientError.Transaction.DeadlockDetected").Query("value of a row")
            .RunAndPull().Failure("Neo.ClientError.Request.Invalid").ClientEnds());
        server.Add(new Script().Handshake().Send("00000805").Expect("HELLO").Success().Expect("LOGON").Failure("Neo.ClientError.Security.Unauthorized").End());
        CypherClientOptions options = server.Options("neo4j") with
        {
            User = "neo4j", Password = Talk.Secret, RetryFor = TimeSpan.FromSeconds(5), TimeProvider = new FakeTime { Skip = wait => wait < TimeSpan.FromSeconds(1) },
        };

        await using (BoltClient client = new(options, new ListLogger(log)))
        {
            await client.Read("RETURN 'value in a statement' AS x");
            await server.ReadFails(client);
            await server.ReadFails(client);
        }

        await server.Finished();
        var text = string.Join('\n', log);
        Assert.All(new[] { Talk.Secret, "value", "text of the server", "RETURN" }, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.Contains("DeadlockDetected", text, StringComparison.Ordinal);
        Assert.Contains("Unauthorized", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_show_no_secret()
    {
        CypherClientOptions options = new() { Uri = new Uri("bolt://localhost:7687"), User = "neo4j", Password = Talk.Secret };

        Assert.Equal("bolt://localhost:7687 as neo4j", options.ToString());
        Assert.Equal("bolt://localhost:7687 as the bearer of a token", (options with { User = null, Token = Talk.Secret }).ToString());
        Assert.Equal("bolt://localhost:7687 as nobody", (options with { User = null }).ToString());
    }

    private sealed class ListLogger(List<string> log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Add($"{logLevel} {formatter(state, exception)} {exception}");
    }
}
