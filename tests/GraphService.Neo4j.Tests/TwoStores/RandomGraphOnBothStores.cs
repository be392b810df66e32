using GraphService.TestSupport;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>A random graph on both stores, for the tests of one class.</summary>
public sealed class RandomGraphOnBothStores : IAsyncLifetime, IDisposable
{
    private readonly RealNeo4jDatabase _database = new();
    private readonly RandomGraphFolder _folder = new(11, graphs: 2, nodes: 60);
    private BothStores? _stores;

    internal BothStores Stores => _stores!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        if (RealNeo4j.Missing is null)
        {
            _stores = await BothStores.LoadAsync(_database, _folder.Path);
        }
    }

    public async Task DisposeAsync()
    {
        if (_stores is not null)
        {
            await _stores.DisposeAsync();
        }

        await _database.DisposeAsync();
        Dispose();
    }

    public void Dispose()
    {
        _folder.Dispose();
        _database.Dispose();
    }
}
