using GraphService.Graph.Model;
using GraphService.Graph.Store.Building;

namespace GraphService.Neo4j.Loading;

/// <summary>
/// Makes a database servable that <c>neo4j-admin database import</c> filled: checks, merges and derives what it holds as an import of the files would, and writes back
/// what differs. Nothing is changed when there is a fault. Killed and run again, it begins again; what was done stays done.
/// </summary>
public sealed class GraphCompleter
{
    private const string Mark = "complete ";
    private readonly ICypherClient _client;
    private readonly IProgress<ImportProgress> _progress;
    private readonly Statements _statements;
    private readonly ImportState _state;
    private readonly SlotFiller _slots;

    /// <summary>Prepares the completion.</summary>
    /// <param name="client">The database.</param>
    /// <param name="progress">Is told how far it is, on the thread that works.</param>
    /// <param name="time">The clock.</param>
    public GraphCompleter(ICypherClient client, IProgress<ImportProgress> progress, TimeProvider time)
    {
        (_client, _progress) = (client, progress);
        _statements = new Statements(client, time);
        _state = new ImportState(_statements);
        _slots = new SlotFiller(_statements, _state, progress, time);
    }

    /// <summary>Completes what the database holds.</summary>
    /// <param name="source">How messages call it.</param>
    /// <param name="model">What the graph may hold.</param>
    /// <param name="derivation">What the domain derives and checks beyond the model.</param>
    /// <param name="cancel">Stops between two batches.</param>
    /// <exception cref="GraphService.Graph.Files.GraphLoadException">The graph has faults; they are told by id.</exception>
    /// <exception cref="UnfitGraphException">Its indexes could not hold it.</exception>
    /// <exception cref="CypherException">The server refused, or has gone away.</exception>
    /// <exception cref="ImportException">Something else writes there at the same time.</exception>
    public async Task<ImportResult> CompleteAsync(string source, GraphModel model, GraphDerivation derivation, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(derivation);
        await _slots.ConstrainStateAsync(cancel);
        await _state.TakeOverAsync(cancel);
        var slot = GraphSlot.A;
        var version = await _state.ReadVersionAsync(cancel);
        if (version.Slot is not null)
        {
            return new ImportResult(true, version.Number, 0, 0, 0, TimeSpan.Zero);
        }

        await RequireNoImportAsync(cancel);
        var read = await new DatabaseReader(_client, model, derivation, _progress).ReadAsync(source, cancel);
        if (read.Graph.NodeCount == 0)
        {
            throw new UnfitGraphException(["There is nothing to complete: the database holds no node of this domain. Fill it with neo4j-admin database import first, or load a folder with import DIR."]);
        }

        var faults = IndexLimits.Faults(read.Graph).ToList();
        if (faults.Count > 0)
        {
            throw new UnfitGraphException(faults);
        }

        // Each run has a mark of its own: its batches follow from what it has read.
        var of = Mark + Guid.NewGuid().ToString("N");
        await _state.DeleteMarkAsync(slot, cancel);
        await _state.CreateMarkAsync(slot, of, cancel);
        return await _slots.FillAsync(read.Graph, slot, of, Steps(read, slot), 0, cancel);
    }

    /// <summary>What an import of a folder left half-way would be read as if it had been there before.</summary>
    private async Task RequireNoImportAsync(CancellationToken cancel)
    {
        foreach (var slot in new[] { GraphSlot.A, GraphSlot.B })
        {
            if (await _state.ReadMarkAsync(slot, cancel) is { } mark && !mark.Of.StartsWith(Mark, StringComparison.Ordinal))
            {
                throw new UnfitGraphException(["An import of a folder into this database was begun and has not ended: run that import again to its end; there is nothing to complete then. Or begin with an empty database."]);
            }
        }
    }

    private static List<LoadStep> Steps(ReadGraph read, GraphSlot slot)
    {
        var graph = read.Graph;
        long RecordOf(int node) => read.NodeIds[read.Origins.OfNode(node)];
        return
        [
            .. LoadPlan.KnownNodes(graph, slot, RecordOf),
            new LabeledUnservedStep(read, slot),
            .. graph.Model.RelationshipTypes.Select(type => new MergedRelationshipStep(read, type)),
            new MergedUnservedStep(read),
        ];
    }
}
