using System.Text;
using GraphService.Graph;
using GraphService.Graph.Model;
using GraphService.Neo4j.Projection;

namespace GraphService.Neo4j.Cypher;

/// <summary>Runs the statements of an operation, and what code computes between them. All of them see one generation of the graph.</summary>
internal sealed class StageRunner(GraphModel model, ICypherClient client, GenerationWatch watch, Neo4jStoreOptions options)
{
    // A generation may take the place of another between two statements, and once more.
    private const int MaxAttempts = 3;
    private readonly StatementCache _statements = new();

    /// <exception cref="CypherException">The database failed.</exception>
    /// <exception cref="GraphStoreException">There is no graph, or it changed all the time.</exception>
    public async ValueTask<RowAnswers> RunAsync(GraphRequest request, CancellationToken cancel)
    {
        ThrowIfTroubled();
        var stages = OperationStages.Of(request.Operation);
        if (stages.NeedsAlgorithms && options.LoadsOnDemand)
        {
            await watch.LookedAsync(cancel);
            ThrowIfTroubled();
        }

        Generation? gone = null;
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            // One that the database keeps no more answers nothing: its fields say so until the next is loaded, and their siblings answer.
            var generation = stages.NeedsAlgorithms && watch.Projection is { } loaded && loaded != gone ? loaded : null;
            var answers = new RowAnswers(model, request, generation, cancel);
            var isWhole = false;
            try
            {
                isWhole = await RunAsync(stages, request, generation, answers, cancel);
                if (isWhole)
                {
                    return answers;
                }

                gone = generation ?? gone;
            }
            finally
            {
                if (!isWhole)
                {
                    answers.Dispose();
                }
            }
        }

        throw StoreFailures.Unavailable("The graph has just been replaced by a new one: try again in a moment.");
    }

    /// <summary>A request would wait in vain until its time is over; the watch asks again and again.</summary>
    private void ThrowIfTroubled()
    {
        if (watch.Trouble is { } trouble)
        {
            throw StoreFailures.OfDatabase(trouble);
        }
    }

    /// <summary>The statements as they would be sent; a further one without the ids, which code computes.</summary>
    public IReadOnlyList<string> Explain(GraphRequest request)
    {
        var texts = new List<string>();
        foreach (var stage in OperationStages.Of(request.Operation).Stages)
        {
            var parameters = new StatementParameters();
            ComputedLists.AddEmpty(stage, parameters);
            var shape = ParameterGatherer.Gather(stage, request.Slots, request.Conditions, parameters);
            var statement = Statement(stage, shape, request, parameters);
            texts.Add($"{statement.On(watch.Slot).Text}\n// $p: {{{parameters.Describe()}}}");
        }

        return texts;
    }

    /// <summary>False when the database serves another generation than the one that was asked.</summary>
    private async ValueTask<bool> RunAsync(OperationStages stages, GraphRequest request, Generation? generation, RowAnswers answers, CancellationToken cancel)
    {
        var slot = generation?.Slot ?? watch.Slot;
        var references = answers.ComputeRoots(request.Operation.Roots);
        for (var i = 0; i < stages.Stages.Count; i++)
        {
            var stage = stages.Stages[i];
            if (i > 0 && references.IsEmpty)
            {
                break;
            }

            var parameters = new StatementParameters();
            ComputedLists.Add(stage, references, answers, parameters);
            var shape = ParameterGatherer.Gather(stage, request.Slots, request.Conditions, parameters);
            var statement = Statement(stage, shape, request, parameters);
            var rows = answers.RentRows();
            options.Trace?.Invoke($"{statement.On(slot).Text}\n$p: {{{parameters.Describe()}}}");
            await client.RunAsync(statement.On(slot), parameters, rows, new CypherRun(AccessMode.Read, options.StatementTimeout), cancel);
            var version = VersionOf(rows);
            watch.Notice(version);
            if (generation is null ? version.Slot != slot : !version.Serves(generation))
            {
                return false;
            }

            answers.Add(stage, statement, rows, references);
            references = answers.ComputeRows(stage, statement, rows);
        }

        return true;
    }

    private CompiledStatement Statement(StatementStage stage, StatementShape shape, GraphRequest request, StatementParameters parameters) =>
        _statements.Find(stage, shape, () => StatementCompiler.Compile(model, stage, request.Slots, request.Conditions, parameters));

    private static string? Text(RowBuffer rows, int column) => rows.Kind(rows.Row[column]) == CellKind.Text ? Encoding.UTF8.GetString(rows.Text(rows.Row[column])) : null;

    private static GraphVersion VersionOf(RowBuffer rows)
    {
        if (rows.Rows == 0 || rows.Kind(rows.Row[CompiledStatement.GenerationColumn]) != CellKind.Int)
        {
            throw StoreFailures.Unavailable("The database of the graph holds no graph yet: its operator has to load one.");
        }

        return GraphSlot.Of(Text(rows, CompiledStatement.SlotColumn)) is { } slot
            ? new GraphVersion(slot, rows.Int(rows.Row[CompiledStatement.GenerationColumn]), rows.Bool(rows.Row[CompiledStatement.KeptColumn]), Text(rows, CompiledStatement.FingerprintColumn))
            : throw StoreFailures.Unavailable("The database of the graph holds no graph that the service knows: its operator has to look after it.");
    }
}
