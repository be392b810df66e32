using GraphService.TestSupport;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>The seed graph on both stores, for the tests of one class.</summary>
public sealed class SeedOnBothStores : IAsyncLifetime, IDisposable
{
    private readonly RealNeo4jDatabase _database = new();
    private BothStores? _stores;

    internal BothStores Stores => _stores!;

    internal RealNeo4jDatabase Database => _database;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        if (RealNeo4j.Missing is null)
        {
            _stores = await BothStores.LoadAsync(_database, BothStores.Seed);
        }
    }

    public async Task DisposeAsync()
    {
        if (_stores is not null)
        {
            await _stores.DisposeAsync();
        }

        Dispose();
    }

    public void Dispose() => _database.Dispose();
}
