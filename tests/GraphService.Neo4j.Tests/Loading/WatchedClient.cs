namespace GraphService.Neo4j.Tests.Loading;

/// <summary>A client whose statements something happens to before they are sent, or before their answer is taken.</summary>
internal sealed class WatchedClient(ICypherClient client, Func<string, Task>? before = null, Func<string, Task>? after = null) : ICypherClient
{
    public async ValueTask RunAsync(CypherStatement statement, ICypherParameters parameters, IRowSink rows, CypherRun run, CancellationToken cancel)
    {
        await (before?.Invoke(statement.Text) ?? Task.CompletedTask);
        await client.RunAsync(statement, parameters, rows, run, cancel);
        await (after?.Invoke(statement.Text) ?? Task.CompletedTask);
    }

    public void ForgetBookmarks() => client.ForgetBookmarks();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
