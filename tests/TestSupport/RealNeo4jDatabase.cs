using System.Text;
using GraphService.Graph.Store;
using GraphService.Neo4j;
using GraphService.Neo4j.Bolt;
using GraphService.Neo4j.Loading;
using Xunit;

namespace GraphService.TestSupport;

/// <summary>
/// A class fixture: the real server's database, empty at first, for the tests of one class alone. Others, of other projects too, wait until they are
/// done. Where there is no server it does nothing.
/// </summary>
public sealed class RealNeo4jDatabase : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(20);
    private FileStream? _lock;
    private BoltClient? _client;

    /// <summary>A client of it.</summary>
    public ICypherClient Client => _client ?? throw new InvalidOperationException("There is no server: mark the test with RealNeo4jFact.");

    public async Task InitializeAsync()
    {
        if (RealNeo4j.Missing is null)
        {
            _lock = await LockAsync();
            _client = new BoltClient(RealNeo4j.Options);
            await WipeAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_client is not null)
        {
            await _client.DisposeAsync();
        }

        Dispose();
    }

    public void Dispose() => _lock?.Dispose();

    /// <summary>Removes every node and relationship; constraints and indexes stay.</summary>
    public async Task WipeAsync()
    {
        await RunAsync("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS");
        Client.ForgetBookmarks();
    }

    /// <summary>Loads a graph as import does, and serves it.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="source">Tells it from others.</param>
    public Task<ImportResult> LoadAsync(GraphSnapshot graph, string source) =>
        new GraphImporter(Client, new ImportOptions(TimeSpan.Zero, TimeSpan.Zero), new Progress<ImportProgress>(), TimeProvider.System)
            .ImportAsync(graph, source, CancellationToken.None);

    /// <summary>Runs a statement; a row is a line, its columns parted by bars, lists in brackets.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(string statement)
    {
        var rows = new RowLines();
        await Client.RunAsync(new CypherStatement(statement), NoParameters.Instance, rows, new CypherRun(AccessMode.Write, TimeSpan.FromMinutes(5)), CancellationToken.None);
        return rows.Lines;
    }

    // Community has one database, and projects are tested side by side.
    private static async Task<FileStream> LockAsync()
    {
        var name = string.Concat("neo4j-tests-", RealNeo4j.Options.Uri.Authority.Replace(':', '-'), ".lock");
        var path = Path.Combine(Path.GetTempPath(), name);
        var end = DateTime.UtcNow + s_patience;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < end)
            {
                await Task.Delay(50);
            }
        }
    }

    private sealed class RowLines : IRowSink
    {
        private readonly StringBuilder _line = new();
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines => _lines;

        public void Restart() => _lines.Clear();

        public void BeginRow(int columns) => _line.Clear();

        public void EndRow() => _lines.Add(_line.ToString());

        public void Null() => Add("null");

        public void Bool(bool value) => Add(value ? "true" : "false");

        public void Int(long value) => Add(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

        public void Double(double value) => Add(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

        public void Text(ReadOnlySpan<byte> utf8) => Add(utf8.IsEmpty ? "''" : Encoding.UTF8.GetString(utf8));

        public void BeginList(int count) => Add("[");

        public void EndList() => _line.Append(']');

        private void Add(string value)
        {
            if (_line.Length > 0 && _line[^1] != '[')
            {
                _line.Append(" | ");
            }

            _line.Append(value);
        }
    }
}
