using GraphService.Graph.Files;
using GraphService.Graph.Files.Records;
using GraphService.Graph.Model;
using GraphService.Graph.Store;
using GraphService.Graph.Store.Building;
using GraphService.Neo4j.Projection;

namespace GraphService.Neo4j.Loading;

/// <summary>
/// Reads the graph that a database serves as if its files were read, all of one generation. What is served, and claims, come back as they were loaded; properties
/// that the model does not know come back as the types that the database has, and their labels in an order of their own.
/// </summary>
/// <param name="client">The database.</param>
/// <param name="model">What the graph may hold.</param>
/// <param name="derivation">What the domain derives and checks beyond the model.</param>
public sealed class GraphReader(ICypherClient client, GraphModel model, GraphDerivation derivation)
{
    private const long ProgressEvery = 100_000;
    private static readonly CypherRun Run = new(AccessMode.Read, Statements.NoTimeout);
    private readonly HashSet<string> _reserved = ReservedNames.Of(model);
    private readonly LabelText _labels = new(model);
    private GraphVersion? _version;
    private long _records;

    /// <summary>Notes which generation is served: it is the one that is read.</summary>
    /// <exception cref="CypherException">The database failed, or holds no graph of this program's form.</exception>
    public async Task OpenAsync(CancellationToken cancel) =>
        _version = await ReadVersionAsync(cancel) ?? throw new CypherException(CypherFailure.DatabaseNotFound, GenerationWatch.NoGraph);

    /// <summary>Reads it.</summary>
    /// <param name="source">How messages call it.</param>
    /// <param name="progress">Is told how much is read, on the thread that works.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="GraphLoadException">Somebody else has changed what was loaded, and it has faults.</exception>
    /// <exception cref="CypherException">The database failed, or serves another generation by now.</exception>
    public async Task<GraphSnapshot> ReadAsync(string source, IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var version = _version ?? throw new InvalidOperationException("The reader is not open.");
        progress.Report(new ImportProgress(ImportPhase.Reading, 0, 0));
        using var loader = new RecordLoader(source, model, derivation);
        await ReadNodesAsync(loader, version.Slot, progress, cancel);
        await ReadRelationshipsAsync(loader, version.Slot, progress, cancel);

        // Read while it was emptied, it would be less than the whole.
        if (await ReadVersionAsync(cancel) is not { } now || (now.Slot, now.Number, now.Fingerprint) != (version.Slot, version.Number, version.Fingerprint))
        {
            throw new CypherException(CypherFailure.Unavailable, "The database changed over to another graph while this one was read: try again.");
        }

        return loader.Build(out _);
    }

    private async Task ReadNodesAsync(RecordLoader loader, GraphSlot slot, IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        foreach (var table in model.Tables)
        {
            var match = $"MATCH (n:{(table.IsHidden ? slot.Rest : slot.Served)}:{CypherText.Name(table.Label)})";
            await ReadAsync(match, SlotColumns.OfNodes(table.Properties), loader.Nodes, progress, cancel);
        }

        var hidden = string.Concat(model.Tables.Where(t => t.IsHidden).Select(t => $" AND NOT n:{CypherText.Name(t.Label)}"));
        await ReadAsync($"MATCH (n:{slot.Rest}) WHERE true{hidden}", SlotColumns.OfNodes([]), loader.Nodes, progress, cancel);
    }

    private async Task ReadRelationshipsAsync(RecordLoader loader, GraphSlot slot, IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        foreach (var label in new[] { slot.Served, slot.Rest })
        {
            foreach (var type in model.RelationshipTypes)
            {
                var match = $"MATCH (a:{label})-[r:{CypherText.Name(type.Name)}]->(b)";
                await ReadAsync(match, SlotColumns.OfRelationships(type.Properties), loader.Relationships, progress, cancel);
            }

            var known = string.Join(", ", model.RelationshipTypes.Select(t => $"'{CypherText.Name(t.Name)}'"));
            await ReadAsync($"MATCH (a:{label})-[r]->(b) WHERE NOT type(r) IN [{known}]", SlotColumns.OfRelationships([]), loader.Relationships, progress, cancel);
        }
    }

    private Task ReadAsync(string match, SlotColumns columns, Func<IReadOnlyList<string>, RecordTable> tableOf, IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        var rows = new SlotRows(columns.Columns, tableOf, _reserved, _labels, () =>
        {
            if (++_records % ProgressEvery == 0)
            {
                progress.Report(new ImportProgress(ImportPhase.Reading, _records, 0));
            }
        });
        return client.RunAsync(new CypherStatement($"{match} RETURN {columns.Expressions}"), NoParameters.Instance, rows, Run, cancel).AsTask();
    }

    private async Task<GraphVersion?> ReadVersionAsync(CancellationToken cancel)
    {
        var rows = new VersionRows();
        await client.RunAsync(VersionRows.Statement, NoParameters.Instance, rows, Run, cancel);
        return rows.OtherFormat is { } format ? throw GenerationWatch.OtherFormat(format) : rows.Version;
    }
}
