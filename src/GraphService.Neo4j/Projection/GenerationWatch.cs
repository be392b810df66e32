using GraphService.Graph.Algorithms;
using GraphService.Graph.Model;

namespace GraphService.Neo4j.Projection;

/// <summary>
/// Watches which generation the database serves, and loads what the algorithms run over when it is a new one; the old one answers meanwhile, for as
/// long as the database keeps it. When the database is gone it asks again until it is back.
/// </summary>
internal sealed class GenerationWatch : IAsyncDisposable
{
    // Short: whoever asks wants to know how things stand, not to wait until they are better.
    private static readonly CypherRun AskVersion = new(AccessMode.Read, TimeSpan.FromSeconds(2));

    private readonly ICypherClient _client;
    private readonly ProjectionLoader _loader;
    private readonly Neo4jStoreOptions _options;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly TaskCompletionSource _looked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Generation? _projection;
    private volatile GraphSlot _slot = GraphSlot.A;
    private volatile CypherException? _trouble;
    private volatile Seen? _seen;
    private GraphVersion? _unfit;
    private string? _unfitReason;
    private Task? _watching;

    public GenerationWatch(GraphModel model, TopologyModel topology, ICypherClient client, Neo4jStoreOptions options)
    {
        _client = client;
        _options = options;
        _loader = new ProjectionLoader(model, topology, client, options.Time);
    }

    /// <summary>The slot that was served when the database was last asked.</summary>
    public GraphSlot Slot => _slot;

    /// <summary>What the algorithms run over; null until the first is loaded.</summary>
    public Generation? Projection => _projection;

    /// <summary>Why the database did not answer when it was last asked; null when it did.</summary>
    public CypherException? Trouble => _trouble;

    public void Start() => _watching ??= Task.Run(WatchAsync);

    /// <summary>Begins to watch, and waits until what could be loaded is.</summary>
    public Task LookedAsync(CancellationToken cancel)
    {
        Start();
        return _looked.Task.WaitAsync(cancel);
    }

    /// <summary>A statement told the version: a new one is looked after at once.</summary>
    public void Notice(GraphVersion version)
    {
        _slot = version.Slot;
        _trouble = null;
        if (_seen is not { } seen || seen.Number != version.Number || seen.Fingerprint != version.Fingerprint)
        {
            _seen = new Seen(version.Number, version.Fingerprint);

            // What this client wrote before, if anything, is gone with the graph that it was written to.
            _client.ForgetBookmarks();
            Wake();
        }
    }

    /// <summary>Asks the database now.</summary>
    public async Task<Readiness> AskAsync(CancellationToken cancel)
    {
        try
        {
            var version = await ReadVersionAsync(cancel);
            return version is { } found
                ? new Readiness(true, null) { Generation = found.Number, Projection = Describe() }
                : new Readiness(false, NoGraph) { Projection = Describe() };
        }
        catch (CypherException failure)
        {
            return new Readiness(false, failure.Message) { Projection = Describe() };
        }
    }

    /// <summary>What an operator is told about a database without a graph.</summary>
    public const string NoGraph = "The database holds no graph yet: load one with import --to URI DIR, or complete what neo4j-admin loaded with import --to URI --complete.";

    /// <summary>What is said of a database that another version of this program loaded.</summary>
    public static CypherException OtherFormat(long format) =>
        new(CypherFailure.DatabaseNotFound, $"The database holds a graph in the form {format}, but this program reads the form {StoredNames.FormatVersion}: load it again with import.");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_watching is not null)
        {
            await _watching;
        }

        _projection?.Algorithms.Retire();
        _stop.Dispose();
        _wake.Dispose();
    }

    private ProjectionReadiness? Describe() => _projection is not { } projection ? null
        : new ProjectionReadiness(projection.Number, projection.Algorithms.Nodes.Count, projection.Relationships, projection.Bytes, projection.LoadedAt, _options.Time.GetUtcNow() - projection.LoadedAt, projection.LoadTime);

    private async Task<GraphVersion?> ReadVersionAsync(CancellationToken cancel)
    {
        var rows = new VersionRows();
        await _client.RunAsync(VersionRows.Statement, NoParameters.Instance, rows, AskVersion, cancel);
        if (rows.OtherFormat is { } format)
        {
            throw OtherFormat(format);
        }

        _trouble = null;
        if (rows.Version is { } version)
        {
            Notice(version);
        }

        return rows.Version;
    }

    private async Task WatchAsync()
    {
        string? told = null;
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var trouble = await LookAsync();
                Tell(ref told, trouble);
                _looked.TrySetResult();
                await _wake.WaitAsync(_options.WatchInterval, _stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Asks for the version, and loads a new generation if there is one; what is wrong, or null.</summary>
    private async Task<string?> LookAsync()
    {
        try
        {
            return await ReadVersionAsync(_stop.Token) is { } version ? await FollowAsync(version) : NoGraph;
        }
        catch (CypherException failure)
        {
            // A slow answer is an answer: requests may fare better.
            _trouble = failure.Failure == CypherFailure.Timeout ? null : failure;
            return failure.Message;
        }
    }

    /// <summary>Loads a generation unless it is loaded. Where that fails only what needs the algorithms does: everything else is answered.</summary>
    private async Task<string?> FollowAsync(GraphVersion version)
    {
        if (_projection is { } current && version.Is(current))
        {
            return null;
        }

        if (_unfit == version)
        {
            return _unfitReason;
        }

        try
        {
            var loaded = await _loader.LoadAsync(version, _stop.Token);

            // Read while it was emptied, it would be less than the whole.
            if (await ReadVersionAsync(_stop.Token) is { } now && now.Serves(loaded))
            {
                _projection?.Algorithms.Retire();
                _projection = loaded;
                _options.Log($"Serving generation {loaded.Number}: {loaded.Algorithms.Nodes.Count} nodes; {loaded.Relationships} relationships for paths, loaded in {loaded.LoadTime.TotalSeconds:0.0} s.");
            }
            else
            {
                Wake();
            }

            return null;
        }
        catch (CypherException failure) when (failure.Failure is CypherFailure.Unavailable or CypherFailure.Timeout)
        {
            return $"What paths are found in could not be loaded: {failure.Message}";
        }
        catch (Exception failure) when (!_stop.IsCancellationRequested)
        {
            // The same graph would fail again; the next one may not.
            (_unfit, _unfitReason) = (version, $"What paths are found in cannot be loaded from this graph: {failure.Message}");
            return _unfitReason;
        }
    }

    /// <summary>Each trouble once, and its end.</summary>
    private void Tell(ref string? told, string? trouble)
    {
        if (trouble != told)
        {
            if (trouble is null)
            {
                _options.Log("The database answers again.");
            }
            else
            {
                _options.Warn(trouble);
            }

            told = trouble;
        }
    }

    private void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
        catch (ObjectDisposedException)
        {
            // It has stopped.
        }
    }

    /// <summary>The version that was told last.</summary>
    private sealed record Seen(long Number, string? Fingerprint);
}
