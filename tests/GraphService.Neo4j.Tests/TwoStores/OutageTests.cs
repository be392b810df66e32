using System.Diagnostics;
using GraphService.GraphQL.Execution;
using GraphService.Neo4j.Bolt;
using GraphService.TestSupport;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>The database goes away in the midst of traffic and comes back: no answer is wrong, and the service needs no restart.</summary>
public class OutageTests(RealNeo4jDatabase database) : IClassFixture<RealNeo4jDatabase>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private static readonly string[] s_queries =
    [
        "{ films(first: 200) { totalCount nodes { title directors { nodes { name } } cast { nodes { name credits { totalCount } } } } } }",
        "{ person(name: \"Fabrice Gobert\") { name collaborators { edges { workCount node { name } } } } }",
        "{ collaborationPath(from: \"clotilde-hesme\", to: \"martin-bourboulon\") { degrees steps { work { title } } } }",
    ];

    [RealNeo4jFact]
    public async Task Connections_that_are_cut_again_and_again_make_no_wrong_answer()
    {
        await using var proxy = new CutConnections(RealNeo4j.Options.Uri);
        await using var client = new BoltClient(RealNeo4j.Options with { Uri = proxy.Uri, RetryFor = TimeSpan.FromSeconds(1) });
        await using var stores = await BothStores.LoadAsync(database, BothStores.Seed, client);

        await OutageAsync(stores, async () =>
        {
            foreach (var milliseconds in new[] { 200, 500, 3000 })
            {
                proxy.Cut();
                await Task.Delay(milliseconds);
                proxy.Restore();
                await Task.Delay(500);
            }
        });
    }

    [RestartableNeo4jFact]
    public async Task A_server_that_is_killed_makes_no_wrong_answer()
    {
        await using var client = new BoltClient(RealNeo4j.Options);
        await using var stores = await BothStores.LoadAsync(database, BothStores.Seed, client);

        await OutageAsync(stores, async () =>
        {
            await RestartableNeo4j.KillAsync();
            await Task.Delay(500);
            await RestartableNeo4j.StartAsync();
        });
    }

    private static async Task OutageAsync(BothStores stores, Func<Task> outage)
    {
        var expected = s_queries.Select(q => stores.AskEmbedded(q)).ToArray();
        var (answered, refused) = (0, 0);
        using var stop = new CancellationTokenSource();
        var askers = Enumerable.Range(0, 4).Select(asker => Task.Run(async () =>
        {
            for (var i = asker; !stop.IsCancellationRequested; i++)
            {
                var query = i % s_queries.Length;
                var answer = await stores.AskNeo4jAsync(s_queries[query]);
                if (answer.Kind == ResponseKind.Unavailable)
                {
                    Interlocked.Increment(ref refused);
                    Assert.True(answer.RetryAfterSeconds >= 1);
                    Assert.Contains("\"code\":\"UNAVAILABLE\"", answer.Text, StringComparison.Ordinal);
                    await Task.Delay(5);
                }
                else
                {
                    Interlocked.Increment(ref answered);
                    Assert.Equal(expected[query], answer.Text);
                }
            }
        })).ToList();

        await UntilAsync(() => Volatile.Read(ref answered) > 20, askers);
        await outage();
        var before = Volatile.Read(ref answered);
        await UntilAsync(() => Volatile.Read(ref answered) > before + 20, askers);
        await stop.CancelAsync();
        await Task.WhenAll(askers);

        Assert.True(refused > 0, "Nothing was asked while the database was gone.");
    }

    private static async Task UntilAsync(Func<bool> holds, List<Task> askers)
    {
        var clock = Stopwatch.StartNew();
        while (!holds())
        {
            if (askers.Find(a => a.IsFaulted) is { } broken)
            {
                await broken;
            }

            Assert.True(clock.Elapsed < s_patience, "It did not recover.");
            await Task.Delay(10);
        }
    }
}
