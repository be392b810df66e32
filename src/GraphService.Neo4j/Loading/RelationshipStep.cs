using GraphService.Graph.Model;
using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>
/// Relationships of a type that the model knows, between nodes of two of a slot's labels. They are sent grouped by their starts, each of which is
/// then looked up once.
/// </summary>
internal sealed class RelationshipStep : LoadStep
{
    private readonly GraphSnapshot _graph;
    private readonly int[] _relationships;
    private readonly IReadOnlyList<StoredValue> _values;
    private readonly int _first;
    private readonly UnknownProperties? _unknown;

    /// <param name="graph">The graph.</param>
    /// <param name="type">Their type.</param>
    /// <param name="startLabel">The slot's label of their starts.</param>
    /// <param name="endLabel">The slot's label of their ends.</param>
    /// <param name="relationships">Their numbers, ascending: thus by start.</param>
    /// <param name="unknown">The properties that the model does not know; null where there are none.</param>
    public RelationshipStep(GraphSnapshot graph, RelationshipType type, string startLabel, string endLabel, int[] relationships, UnknownProperties? unknown)
        : this(graph, type, startLabel, endLabel, relationships, unknown, ValuesOf(graph, type))
    {
    }

    private RelationshipStep(
        GraphSnapshot graph, RelationshipType type, string startLabel, string endLabel, int[] relationships, UnknownProperties? unknown, IReadOnlyList<StoredValue> values)
        : base($"MATCH (a:{startLabel} {{id: x[0]}}) UNWIND x[1] AS y MATCH (b:{endLabel} {{id: y[0]}}) "
            + $"CREATE (a)-[r{CypherText.Labels([type.Name])} {{{CypherText.Entries(values, "y", 1)}{EvidenceValue.Entries("y", values.Count + 1)}}}]->(b)"
            + (unknown is null ? "" : $" SET r += y[{values.Count + 3}]")) =>
        (_graph, _relationships, _unknown, _values, _first) = (graph, relationships, unknown, values, graph.FirstRelationships[type.Index]);

    public override bool IsRelationships => true;

    public override int Count => _relationships.Length;

    public override void WriteRow(int row, IParameterSink sink)
    {
        var relationship = _relationships[row];
        sink.BeginList(_values.Count + (_unknown is null ? 3 : 4));
        sink.Text(_graph.Text(_graph.Ids[_graph.Ends[relationship]]));
        foreach (var value in _values)
        {
            value.Write(relationship - _first, sink);
        }

        EvidenceValue.Write(_graph, _graph.RelationshipEvidence.Of(relationship), sink);
        _unknown?.WriteOf(relationship, sink);
        sink.EndList();
    }

    public override void WriteRows(int first, int count, IParameterSink sink)
    {
        var end = first + count;
        var starts = 0;
        for (var row = first; row < end; row = EndOfStart(row, end))
        {
            starts++;
        }

        sink.BeginList(starts);
        for (int row = first, next; row < end; row = next)
        {
            next = EndOfStart(row, end);
            sink.BeginList(2);
            sink.Text(_graph.Text(_graph.Ids[_graph.Starts[_relationships[row]]]));
            base.WriteRows(row, next - row, sink);
            sink.EndList();
        }

        sink.EndList();
    }

    // Of types that are merged there are no parallels; of those that are not served nothing asks for them.
    private static IReadOnlyList<StoredValue> ValuesOf(GraphSnapshot graph, RelationshipType type) =>
        type.IsMerged || type.IsHidden ? StoredValue.OfRelationships(graph, type) : [.. StoredValue.OfRelationships(graph, type), new NthValue(graph, type)];

    /// <summary>The row after the last that has the same start.</summary>
    private int EndOfStart(int row, int end)
    {
        var start = _graph.Starts[_relationships[row]];
        do
        {
            row++;
        }
        while (row < end && _graph.Starts[_relationships[row]] == start);
        return row;
    }
}
