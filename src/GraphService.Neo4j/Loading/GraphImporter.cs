using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>
/// Loads a graph into the slot that is not served, serves it, and removes the old one after a grace period. Nothing that is served changes before the
/// new graph is whole. Killed at any point and run again, it goes on where it was.
/// </summary>
public sealed class GraphImporter
{
    private const int MaxFaults = 1000;
    private readonly ImportOptions _options;
    private readonly IProgress<ImportProgress> _progress;
    private readonly TimeProvider _time;
    private readonly ImportState _state;
    private readonly SlotFiller _slots;
    private bool _wasServed;

    /// <summary>Prepares an import.</summary>
    /// <param name="client">The database.</param>
    /// <param name="options">How long to wait before the old graph is removed.</param>
    /// <param name="progress">Is told how far it is, on the thread that works.</param>
    /// <param name="time">The clock.</param>
    public GraphImporter(ICypherClient client, ImportOptions options, IProgress<ImportProgress> progress, TimeProvider time)
    {
        (_options, _progress, _time) = (options, progress, time);
        var statements = new Statements(client, time);
        _state = new ImportState(statements);
        _slots = new SlotFiller(statements, _state, progress, time);
    }

    /// <summary>Whether the graph of this import is served by now, whatever else is to be done.</summary>
    public bool IsServed => _wasServed || _slots.HasServed;

    /// <summary>Loads a graph.</summary>
    /// <param name="graph">The graph; nothing else reads it meanwhile.</param>
    /// <param name="source">Tells its files from others: <see cref="Fingerprint.OfFolder"/>.</param>
    /// <param name="cancel">Stops between two batches; the next run goes on there.</param>
    /// <exception cref="UnfitGraphException">The database cannot hold it.</exception>
    /// <exception cref="CypherException">The server refused, or has gone away.</exception>
    /// <exception cref="ImportException">Something else writes there at the same time.</exception>
    public async Task<ImportResult> ImportAsync(GraphSnapshot graph, string source, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var faults = ReservedNames.Faults(graph).Concat(IndexLimits.Faults(graph)).Take(MaxFaults).ToList();
        if (faults.Count > 0)
        {
            throw new UnfitGraphException(faults);
        }

        await _slots.ConstrainAsync(cancel);
        await _state.TakeOverAsync(cancel);
        var version = await _state.ReadVersionAsync(cancel);
        var slot = version.Slot?.Other ?? GraphSlot.A;
        var plan = new LoadPlan(graph, slot);
        var of = Fingerprint.Of(source, plan, slot);
        _wasServed = version.Fingerprint == of;
        var result = new ImportResult(_wasServed, version.Number, 0, 0, 0, TimeSpan.Zero);
        if (!_wasServed)
        {
            await RetireAsync(version, cancel);
            result = await LoadAsync(graph, slot, plan, of, cancel);
            version = await _state.ReadVersionAsync(cancel);
            result = result with { Generation = version.Number };
        }

        await RetireAsync(version, cancel);
        return result;
    }

    private async Task<ImportResult> LoadAsync(GraphSnapshot graph, GraphSlot slot, LoadPlan plan, string of, CancellationToken cancel)
    {
        var done = await PrepareAsync(slot, of, cancel);
        return await _slots.FillAsync(graph, slot, of, plan.Steps, done, cancel);
    }

    /// <summary>How many batches are in the slot already; it is emptied where it holds anything else.</summary>
    private async Task<long> PrepareAsync(GraphSlot slot, string of, CancellationToken cancel)
    {
        var mark = await _state.ReadMarkAsync(slot, cancel);
        if (mark?.Of == of)
        {
            return mark.Done;
        }

        if (mark is not null)
        {
            await _state.DeleteMarkAsync(slot, cancel);
        }

        if (!await _state.IsEmptyAsync(slot, cancel))
        {
            await _state.EmptyAsync(slot, gone => _progress.Report(new ImportProgress(ImportPhase.Clearing, gone, 0)), cancel);
        }

        await _state.CreateMarkAsync(slot, of, cancel);
        return 0;
    }

    /// <summary>Removes what the slot that is not served still holds of the graph before, once nobody reads it.</summary>
    private async Task RetireAsync(StoredVersion version, CancellationToken cancel)
    {
        if (version.Slot is not { } served)
        {
            return;
        }

        if (version.IsKept)
        {
            await WaitAsync(_options.Grace, cancel);
            await _state.ForgetKeptAsync(cancel);
        }

        // A mark: another import was killed while it filled the slot.
        if (await _state.ReadMarkAsync(served.Other, cancel) is null && !await _state.IsEmptyAsync(served.Other, cancel))
        {
            // Also in a run after a killed one: services may have been told of it only just now.
            await Task.Delay(_options.Pause, _time, cancel);
            await _state.EmptyAsync(served.Other, gone => _progress.Report(new ImportProgress(ImportPhase.Emptying, gone, 0)), cancel);
        }
    }

    private async Task WaitAsync(TimeSpan grace, CancellationToken cancel)
    {
        var second = TimeSpan.FromSeconds(1);
        for (var waited = TimeSpan.Zero; waited < grace; waited += second)
        {
            _progress.Report(new ImportProgress(ImportPhase.Grace, (long)waited.TotalSeconds, (long)grace.TotalSeconds));
            await Task.Delay(grace - waited < second ? grace - waited : second, _time, cancel);
        }
    }
}
