namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>Passes statements on and writes them down, for each request apart.</summary>
internal sealed class RecordingClient(ICypherClient client) : ICypherClient
{
    private static readonly AsyncLocal<List<string>?> Current = new();

    /// <summary>Begins to write down what the caller's request sends.</summary>
    public static List<string> Record() => Current.Value = [];

    public ValueTask RunAsync(CypherStatement statement, ICypherParameters parameters, IRowSink rows, CypherRun run, CancellationToken cancel)
    {
        Current.Value?.Add(statement.Text);
        return client.RunAsync(statement, parameters, rows, run, cancel);
    }

    public void ForgetBookmarks() => client.ForgetBookmarks();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
