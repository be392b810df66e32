using GraphService.Neo4j.Bolt;

namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>Lets a client talk with a scripted server, and says of both what they did.</summary>
internal static class Talk
{
    /// <summary>Password and token of all tests; they may be in nothing that a reader of logs sees.</summary>
    public const string Secret = "synthetic-pw1";

    private static readonly CypherRun _read = new(AccessMode.Read, Timeout.InfiniteTimeSpan);
    private static readonly CypherRun _write = new(AccessMode.Write, Timeout.InfiniteTimeSpan);

    /// <summary>The options of a client of this server, for which time stands still, and which tries nothing again.</summary>
    public static CypherClientOptions Options(this ScriptedServer server, string scheme = "bolt") =>
        new() { Uri = new Uri($"{scheme}://{server.Address}"), RetryFor = TimeSpan.Zero, TimeProvider = new FakeTime() };

    /// <summary>Lets a client of this server do something, closes it, and checks that it did what the scripts say.</summary>
    public static Task With(ScriptedServer server, Func<BoltClient, Task> talk, Func<CypherClientOptions, CypherClientOptions>? options = null) =>
        With([server], (options ?? (o => o))(server.Options()), talk);

    /// <summary>The same of several servers; the options name the first.</summary>
    public static async Task With(ScriptedServer[] servers, CypherClientOptions options, Func<BoltClient, Task> talk)
    {
        try
        {
            await using BoltClient client = new(options);
            await talk(client).WaitAsync(ScriptedServer.Patience);
        }
        catch (Exception e) when (servers.Any(server => server.Faults.Length > 0))
        {
            throw new ScriptException(string.Join(Environment.NewLine, servers.Select(server => server.Faults).Append(e.ToString())));
        }

        foreach (var server in servers)
        {
            await server.Finished();
        }
    }

    /// <summary>Reads, and tells the rows.</summary>
    public static async Task<string> Read(this BoltClient client, string statement = "RETURN 1 AS x", CancellationToken cancel = default)
    {
        Rows rows = new();
        await client.RunAsync(new CypherStatement(statement), NoParameters.Instance, rows, _read, cancel);
        return rows.ToString();
    }

    /// <summary>Writes.</summary>
    public static Task Write(this BoltClient client, string statement = "CREATE (:B)") => client.RunAsync(new CypherStatement(statement), NoParameters.Instance, new Rows(), _write, default).AsTask();

    /// <summary>Reads into these rows.</summary>
    public static Task Into(this BoltClient client, IRowSink rows, TimeSpan? timeout = null) =>
        client.RunAsync(new CypherStatement("RETURN 1 AS x"), NoParameters.Instance, rows, _read with { Timeout = timeout ?? Timeout.InfiniteTimeSpan }, default).AsTask();

    /// <summary>How a call fails: kind, code, when to come again, and our text, where <c>SERVER</c> stands for the server's address.</summary>
    public static async Task<string> Fails(this ScriptedServer server, Func<Task> call)
    {
        var e = await Assert.ThrowsAsync<CypherException>(call);
        Assert.DoesNotContain(Secret, e.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("of the server", e.ToString(), StringComparison.Ordinal);
        return $"{e.Failure}{(e.Code is null ? "" : " " + e.Code)}{(e.RetryAfter is { } after ? $" after {after.TotalSeconds} s" : "")}: {e.Message.Replace(server.Address, "SERVER", StringComparison.Ordinal)}";
    }

    /// <summary>How a read fails.</summary>
    public static Task<string> ReadFails(this ScriptedServer server, BoltClient client, string statement = "RETURN 1 AS x") => server.Fails(() => client.Read(statement));
}
