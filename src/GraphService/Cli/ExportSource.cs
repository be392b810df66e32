using GraphService.Films.Derivations;
using GraphService.Graph.Files;
using GraphService.Graph.Store;
using GraphService.Neo4j;
using GraphService.Neo4j.Loading;

namespace GraphService.Cli;

/// <summary>Where an export takes the graph from: this process, or the database, one generation of it.</summary>
internal sealed class ExportSource
{
    private readonly GraphSession _session;
    private readonly GraphReader? _reader;

    private ExportSource(GraphSession session, GraphReader? reader) => (_session, _reader) = (session, reader);

    private string Uri => _session.Settings.Graph.Neo4j.Uri!;

    /// <summary>Notes which generation of a database is exported, before it is asked anything.</summary>
    /// <exception cref="FailureException">The database does not answer, or holds no graph that this program reads.</exception>
    public static async Task<ExportSource> OpenAsync(GraphSession session, CancellationToken cancel)
    {
        var service = session.Service;
        var source = new ExportSource(session, service.Database is { } database ? new GraphReader(database, service.Domain.Model, new FilmDerivation()) : null);
        if (source._reader is { } reader)
        {
            await source.AskAsync(async () =>
            {
                await reader.OpenAsync(cancel);
                return true;
            });
        }

        return source;
    }

    /// <summary>The graph.</summary>
    /// <exception cref="BadInputException">Somebody has changed it in the database, and it has faults.</exception>
    /// <exception cref="FailureException">The database has gone away, or serves another graph by now.</exception>
    public Task<GraphSnapshot> ReadAsync(CancellationToken cancel) => _reader is { } reader
        ? AskAsync(() => ImportProgressView.ShowAsync(progress => reader.ReadAsync(Uri, progress, cancel)))
        : Task.FromResult(_session.Service.Graph!);

    /// <summary>What is not as the files had it that the database was loaded from.</summary>
    public IEnumerable<string> Notes(GraphSnapshot graph, ExportFormat format)
    {
        if (_reader is null)
        {
            yield break;
        }

        if (format == ExportFormat.Csv && HasOtherProperties(graph))
        {
            yield return "Properties that the schema does not know have the types and values of the database (string, int, long, float, boolean and lists of them), "
                + "which may be written otherwise than in the files it was loaded from.";
        }

        if (HasOtherLabels(graph))
        {
            yield return "A database keeps no order of labels: of nodes with labels that the schema does not know, those that it knows are written first.";
        }
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (CypherException failure)
        {
            throw new FailureException($"The graph of {Uri} could not be exported: {failure.Message}", failure);
        }
        catch (GraphLoadException faulty)
        {
            throw new BadInputException(faulty.Message);
        }
    }

    private static bool HasOtherProperties(GraphSnapshot graph)
    {
        var unserved = graph.Unserved;
        return Any(unserved.OnNodes, value => !value.Properties.IsNull) || Any(unserved.OnRelationships, value => !value.Properties.IsNull)
            || Any(unserved.Nodes, node => !node.Properties.IsNull) || Any(unserved.Relationships, relationship => !relationship.Properties.IsNull);
    }

    private static bool HasOtherLabels(GraphSnapshot graph)
    {
        var unserved = graph.Unserved;
        return Any(unserved.OnNodes, value => value.Labels >= 0)
            || Any(unserved.Nodes, node => unserved.LabelSets[node.Labels].Contains(';', StringComparison.Ordinal));
    }

    private static bool Any<T>(Section<T> values, Func<T, bool> holds)
        where T : unmanaged
    {
        for (var i = 0L; i < values.Length; i++)
        {
            if (holds(values[i]))
            {
                return true;
            }
        }

        return false;
    }
}
