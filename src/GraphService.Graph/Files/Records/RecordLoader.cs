using GraphService.Graph.Files.Csv;
using GraphService.Graph.Model;
using GraphService.Graph.Store;
using GraphService.Graph.Store.Building;

namespace GraphService.Graph.Files.Records;

/// <summary>Loads a graph from records that have no order: first all nodes, then all relationships.</summary>
public sealed class RecordLoader : IDisposable
{
    private readonly FaultList _faults = new();
    private readonly GraphDraft _draft;
    private readonly GraphDerivation? _derivation;
    private readonly string _source;
    private readonly List<RecordTable> _tables = [];
    private int _nodes;
    private int _relationships;
    private bool _hasAllNodes;

    /// <summary>Begins an empty graph.</summary>
    /// <param name="source">Where the records come from, for messages.</param>
    /// <param name="model">What the graph may hold.</param>
    /// <param name="derivation">What the domain derives and checks beyond the model.</param>
    public RecordLoader(string source, GraphModel model, GraphDerivation? derivation = null)
    {
        (_source, _derivation) = (source, derivation);
        _draft = new GraphDraft(model, _faults, derivation) { HasOrder = false };
    }

    /// <summary>Takes nodes with these columns; they are numbered on from the last table's.</summary>
    public RecordTable Nodes(IReadOnlyList<string> header) => Add(header, (record, parsed, index) =>
    {
        var reader = new NodeReader(_draft, record, parsed, index);
        return new RecordTaker(() => reader.Read(new Position(index, _nodes)), (column, message) => _draft.Fault(new Position(index, _nodes), column, message), () => _nodes++, reader.Finish);
    });

    /// <summary>Takes relationships with these columns; they are numbered on from the last table's. No nodes come after them.</summary>
    public RecordTable Relationships(IReadOnlyList<string> header)
    {
        if (!_hasAllNodes)
        {
            _hasAllNodes = true;
            EvidenceReader.CheckNodes(_draft);
        }

        return Add(header, (record, parsed, index) =>
        {
            var reader = new RelationshipReader(_draft, record, parsed, index);
            return new RecordTaker(
                () => reader.Read(new Position(index, _relationships)),
                (column, message) => _draft.Fault(new Position(index, _relationships), column, message),
                () => _relationships++,
                reader.Finish);
        });
    }

    /// <summary>Checks, merges and indexes what was taken.</summary>
    /// <param name="origins">Which records became what.</param>
    /// <exception cref="GraphLoadException">The records have faults; all are told, up to 100,000.</exception>
    public GraphSnapshot Build(out RecordOrigins origins)
    {
        foreach (var table in _tables)
        {
            table.Finish();
        }

        if (!_hasAllNodes)
        {
            EvidenceReader.CheckNodes(_draft);
        }

        _derivation?.Complete(_draft);
        if (_faults.Total > 0)
        {
            throw new GraphLoadException(_source, [.. _faults.ToSorted().Select(new RecordNames(_draft).Name)], _faults.Total);
        }

        origins = new RecordOrigins();
        using var builder = new SnapshotBuilder(_draft, origins);
        return builder.Build();
    }

    /// <inheritdoc/>
    public void Dispose() => _draft.Dispose();

    private RecordTable Add(IReadOnlyList<string> header, Func<GraphRecord, CsvHeader, int, RecordTaker> readerOf)
    {
        var parsed = CsvHeader.Parse(header, (_, message) => throw new ArgumentException(message, nameof(header)))!;
        var index = _draft.Files.Count;
        // A number in place of a name: what a fault is about is found by it afterwards.
        _draft.Files.Add(parsed.ToDraftFile(index.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var table = new RecordTable(header.Count, record => readerOf(record, parsed, index));
        _tables.Add(table);
        return table;
    }
}
