namespace GraphService.Neo4j.Loading;

/// <summary>What the version node says.</summary>
internal sealed record StoredVersion(GraphSlot? Slot, long Number, bool IsKept, string? Fingerprint);

/// <summary>How far a slot is loaded: whose fingerprint it has, and how many batches are in.</summary>
internal sealed record ImportMark(string Of, long Done);

/// <summary>What the database knows of its imports, read and changed by one of them: the run.</summary>
internal sealed class ImportState(Statements statements)
{
    private const long EmptyLimit = 2000;
    private readonly string _run = Guid.NewGuid().ToString("N");

    /// <summary>Stops every other run, as soon as it wants to change anything.</summary>
    public Task TakeOverAsync(CancellationToken cancel) => statements.AskAsync(ImportStatements.TakeOver, Parameters(), cancel);

    public async Task<StoredVersion> ReadVersionAsync(CancellationToken cancel)
    {
        var answer = await statements.AskAsync(ImportStatements.ReadVersion, NoParameters.Instance, cancel);
        return answer.Rows is [[var slot, var number, var kept, var of], ..]
            ? new StoredVersion(GraphSlot.Of(slot as string), number as long? ?? 0, kept is true, of as string)
            : new StoredVersion(null, 0, false, null);
    }

    public async Task<ImportMark?> ReadMarkAsync(GraphSlot slot, CancellationToken cancel)
    {
        var answer = await statements.AskAsync(ImportStatements.ReadMark, Parameters(("slot", slot.Served)), cancel);
        return answer.Rows is [[string of, long done], ..] ? new ImportMark(of, done) : null;
    }

    /// <summary>Begins the loading of a slot that is empty.</summary>
    public Task CreateMarkAsync(GraphSlot slot, string of, CancellationToken cancel) =>
        ChangeAsync(ImportStatements.CreateMark, Parameters(("slot", slot.Served), ("of", of)), cancel);

    /// <summary>Says that what is in a slot is nobody's.</summary>
    public Task DeleteMarkAsync(GraphSlot slot, CancellationToken cancel) =>
        ChangeAsync(ImportStatements.DeleteMark, Parameters(("slot", slot.Served)), cancel);

    /// <summary>Writes a batch, exactly once however often its statement has to be sent.</summary>
    public async Task WriteAsync(GraphSlot slot, string of, Batch batch, CancellationToken cancel)
    {
        var answer = await statements.AskAsync(batch.Step.Statement, new BatchParameters(_run, slot, of, batch), cancel);
        switch (answer.Value)
        {
            case long written when written == batch.Count:
                break;
            case null:
                // It was not this batch's turn: it is in already when an answer was lost, or another run has taken over.
                await CheckRunAsync(cancel);
                if (await ReadMarkAsync(slot, cancel) is not { } mark || mark != new ImportMark(of, batch.Number + 1))
                {
                    throw Disturbed();
                }

                break;
            default:
                throw Disturbed();
        }
    }

    /// <summary>Makes sure that a slot holds the nodes that were written into it. If not, the next run begins it anew.</summary>
    public async Task CheckNodesAsync(GraphSlot slot, long served, long rest, CancellationToken cancel)
    {
        var answer = await statements.AskAsync(ImportStatements.CountNodes(slot), NoParameters.Instance, cancel);
        if (answer.Rows is not [[long servedNow, long restNow]] || (servedNow, restNow) != (served, rest))
        {
            await DeleteMarkAsync(slot, cancel);
            throw Disturbed();
        }
    }

    /// <summary>Serves a slot that is complete.</summary>
    public async Task FlipAsync(GraphSlot slot, string of, long batches, IReadOnlyList<KeyValuePair<string, object?>> version, CancellationToken cancel)
    {
        var answer = await statements.AskAsync(ImportStatements.Flip, Parameters(("slot", slot.Served), ("of", of), ("at", batches), ("version", version)), cancel);
        if (answer.Value is not 1L)
        {
            await CheckRunAsync(cancel);
            var now = await ReadVersionAsync(cancel);
            if (now.Slot != slot || now.Fingerprint != of)
            {
                throw Disturbed();
            }
        }
    }

    /// <summary>Tells services that the slot that is not served is no longer whole.</summary>
    public Task ForgetKeptAsync(CancellationToken cancel) => ChangeAsync(ImportStatements.ForgetKept, Parameters(), cancel);

    public async Task<bool> IsEmptyAsync(GraphSlot slot, CancellationToken cancel)
    {
        foreach (var label in new[] { slot.Served, slot.Rest })
        {
            if ((await statements.AskAsync(ImportStatements.Any(label), NoParameters.Instance, cancel)).Value is true)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Removes all nodes of a slot, telling how many are gone.</summary>
    public async Task EmptyAsync(GraphSlot slot, Action<long> gone, CancellationToken cancel)
    {
        var total = 0L;
        foreach (var label in new[] { slot.Served, slot.Rest })
        {
            var statement = ImportStatements.Empty(label);
            while ((await statements.AskAsync(statement, Parameters(("limit", EmptyLimit)), cancel)).Value is long and > 0 and var count)
            {
                gone(total += count);
            }
        }

        await CheckRunAsync(cancel);
    }

    private async Task ChangeAsync(CypherStatement statement, ICypherParameters parameters, CancellationToken cancel)
    {
        if ((await statements.AskAsync(statement, parameters, cancel)).Value is not > 0L)
        {
            await CheckRunAsync(cancel);
            throw Disturbed();
        }
    }

    private async Task CheckRunAsync(CancellationToken cancel)
    {
        if ((await statements.AskAsync(ImportStatements.ReadRun, NoParameters.Instance, cancel)).Value as string != _run)
        {
            throw new ImportException("Another import into this database has begun and goes on alone; this one has stopped.");
        }
    }

    private static ImportException Disturbed() =>
        new("Something else changes the graph in this database while it is imported. Let nothing else write to it, and run the import again.");

    private ImportParameters Parameters(params IEnumerable<(string Key, object? Value)> entries) =>
        new([new("run", _run), .. entries.Select(e => new KeyValuePair<string, object?>(e.Key, e.Value))]);
}
