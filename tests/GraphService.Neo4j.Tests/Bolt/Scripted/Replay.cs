namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>Runs the statements of a recording as they were run, and tells what came of each: rows, then a failure if there was one.</summary>
internal static class Replay
{
    public static async Task<string> Of(string file, string connection, Delivery? delivery = null, int fetch = 1000)
    {
        List<string> results = [];
        await using var server = ScriptedServer.Start(delivery ?? Delivery.Plain, Recording.Of(file, connection));
        await Talk.With(
            server,
            async client =>
            {
                foreach (var statement in Recording.Statements(file, connection))
                {
                    Rows rows = new();
                    var extra = statement.Map(2);
                    var mode = extra.GetValueOrDefault("mode") is "r" ? AccessMode.Read : AccessMode.Write;
                    var timeout = extra.GetValueOrDefault("tx_timeout") is long milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : Timeout.InfiniteTimeSpan;
                    var call = client.RunAsync(new CypherStatement(statement.Statement!), new RecordedParameters(statement.Map(1)), rows, new CypherRun(mode, timeout), default);
                    var fails = await Record.ExceptionAsync(call.AsTask) is { } e ? await server.Fails(() => Task.FromException(e)) : "";
                    results.Add($"{rows} {fails}".Trim());
                }
            },
            options => options with { Database = "neo4j", FetchSize = fetch });
        return string.Join("; ", results);
    }
}
