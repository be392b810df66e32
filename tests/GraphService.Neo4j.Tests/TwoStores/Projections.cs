using GraphService.Graph.Query;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>Waits for what a store does in the background.</summary>
internal static class Projections
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Until what paths are found in is that of the served generation.</summary>
    public static async Task WaitForProjectionAsync<TSink>(this Neo4jStore<TSink> store)
        where TSink : struct, IResultSink
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var readiness = await store.AskReadinessAsync(patience.Token);
            if (readiness.Generation is { } generation && readiness.Projection?.Generation == generation)
            {
                return;
            }

            await Task.Delay(20, patience.Token);
        }
    }
}
