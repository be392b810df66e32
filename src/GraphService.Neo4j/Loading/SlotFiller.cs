using GraphService.Graph.Model;
using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>Writes the steps of a slot that its state says is begun, makes the indexes, and serves it.</summary>
internal sealed class SlotFiller(Statements statements, ImportState state, IProgress<ImportProgress> progress, TimeProvider time)
{
    // A day: the server fills indexes in the background, and there is nothing to do before it is done.
    private const long IndexSeconds = 86_400;

    /// <summary>Whether it has served what it filled.</summary>
    public bool HasServed { get; private set; }

    /// <summary>Makes sure that there is one state, before anything is known of the graph.</summary>
    public Task ConstrainStateAsync(CancellationToken cancel) => RunAllAsync(SchemaStatements.StateConstraints(), cancel);

    /// <summary>Makes sure that ids are unique, and found.</summary>
    public Task ConstrainAsync(CancellationToken cancel) => RunAllAsync(SchemaStatements.Constraints(), cancel);

    /// <summary>Writes, indexes, serves.</summary>
    public async Task<ImportResult> FillAsync(GraphSnapshot graph, GraphSlot slot, string of, IReadOnlyList<LoadStep> steps, long done, CancellationToken cancel)
    {
        var start = time.GetTimestamp();
        var written = new Counts(steps);
        var found = new Counts(steps);
        var batches = 0L;
        foreach (var batch in Batch.Of(steps))
        {
            batches++;
            if (batch.Number < done)
            {
                found.Add(batch);
                continue;
            }

            await state.WriteAsync(slot, of, batch, cancel);
            written.Add(batch);
            var isRelationships = batch.Step.IsRelationships;
            progress.Report(new ImportProgress(
                isRelationships ? ImportPhase.Relationships : ImportPhase.Nodes, written.Of(isRelationships) + found.Of(isRelationships), written.TotalOf(isRelationships)));
        }

        var writing = time.GetElapsedTime(start);
        progress.Report(new ImportProgress(ImportPhase.Indexes, 0, 0));
        await ConstrainAsync(cancel);
        await RunAllAsync(SchemaStatements.Indexes(graph.Model), cancel);
        await statements.AskAsync(ImportStatements.AwaitIndexes, new ImportParameters([new("seconds", IndexSeconds)]), cancel, Statements.NoTimeout);
        var (served, rest) = LoadPlan.CountNodes(graph);
        await state.CheckNodesAsync(slot, served, rest, cancel);
        await state.FlipAsync(slot, of, batches, VersionEntries(graph, slot, of), cancel);
        HasServed = true;
        var version = await state.ReadVersionAsync(cancel);
        return new ImportResult(false, version.Number, written.Of(false), written.Of(true), found.Of(false) + found.Of(true), writing);
    }

    private async Task RunAllAsync(IEnumerable<CypherStatement> all, CancellationToken cancel)
    {
        foreach (var statement in all)
        {
            await statements.AskAsync(statement, NoParameters.Instance, cancel, Statements.NoTimeout);
        }
    }

    private static List<KeyValuePair<string, object?>> VersionEntries(GraphSnapshot graph, GraphSlot slot, string of) =>
    [
        new("id", "main"),
        new("slot", slot.Served),
        new(StoredNames.Fingerprint, of),
        new(StoredNames.Format, StoredNames.FormatVersion),
        new(StoredNames.Relationships(slot.Served), graph.Model.RelationshipTypes.Where(t => !t.IsHidden).Sum(t => (long)CountOf(graph, t))),
        .. graph.Model.Kinds.Select(kind => new KeyValuePair<string, object?>(
            StoredNames.Total(kind, slot.Served), (long)graph.Summary.NodesByKind.First(k => k.Key == kind.Name).Value)),
    ];

    private static int CountOf(GraphSnapshot graph, RelationshipType type) => graph.FirstRelationships[type.Index + 1] - graph.FirstRelationships[type.Index];

    /// <summary>Nodes and relationships apart.</summary>
    private sealed class Counts(IReadOnlyList<LoadStep> steps)
    {
        private long _nodes;
        private long _relationships;

        public long Of(bool isRelationships) => isRelationships ? _relationships : _nodes;

        public long TotalOf(bool isRelationships) => steps.Where(step => step.IsRelationships == isRelationships && !step.IsAddition).Sum(step => (long)step.Count);

        public void Add(Batch batch)
        {
            if (batch.Step.IsRelationships)
            {
                _relationships += batch.Count;
            }
            else if (!batch.Step.IsAddition)
            {
                _nodes += batch.Count;
            }
        }
    }
}
