using GraphService.Graph.Model;
using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>Relationships of a type that are in the database already, and lack something that the graph says of them.</summary>
internal sealed class MergedRelationshipStep : LoadStep
{
    private readonly GraphSnapshot _graph;
    private readonly ReadGraph _read;
    private readonly int[] _relationships;
    private readonly int _first;
    private readonly IReadOnlyList<StoredValue> _values;

    public MergedRelationshipStep(ReadGraph read, RelationshipType type)
        : this(read, type, [.. StoredValue.OfRelationships(read.Graph, type), new NthValue(read.Graph, type)])
    {
    }

    private MergedRelationshipStep(ReadGraph read, RelationshipType type, IReadOnlyList<StoredValue> values)
        : base(RelationshipMerge.Text(CypherText.Entries(values, "x", 2) + EvidenceValue.Entries("x", values.Count + 2)))
    {
        (_graph, _read, _values) = (read.Graph, read, values);
        _first = _graph.FirstRelationships[type.Index];
        var derived = values.Where(v => v is FoldedValue or NthValue).ToList();
        var all = Enumerable.Range(_first, _graph.FirstRelationships[type.Index + 1] - _first);
        _relationships = [.. all.Where(r => read.IsUnfinished(read.Origins.OfRelationship(r)) || HasAny(derived, r - _first))];
    }

    public override bool IsRelationships => true;

    public override int Count => _relationships.Length;

    public override void WriteRow(int row, IParameterSink sink)
    {
        var relationship = _relationships[row];
        sink.BeginList(_values.Count + 4);
        RelationshipMerge.Write(_read.Origins.OfRelationship(relationship), _read.RelationshipIds, sink);
        foreach (var value in _values)
        {
            value.Write(relationship - _first, sink);
        }

        EvidenceValue.Write(_graph, _graph.RelationshipEvidence.Of(relationship), sink);
        sink.EndList();
    }

    private static bool HasAny(List<StoredValue> values, int row)
    {
        var counter = new ByteCounter();
        foreach (var value in values)
        {
            value.Write(row, counter);
        }

        // A null is one byte.
        return counter.Bytes > values.Count;
    }
}
