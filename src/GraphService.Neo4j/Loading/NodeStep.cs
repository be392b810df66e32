using GraphService.Graph.Model;
using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>Nodes of one label set that the model knows.</summary>
internal sealed class NodeStep : LoadStep
{
    private readonly GraphSnapshot _graph;
    private readonly int[] _nodes;
    private readonly int _first;
    private readonly IReadOnlyList<StoredValue> _values;
    private readonly Func<int, long>? _recordOf;

    /// <param name="graph">The graph.</param>
    /// <param name="table">Their table.</param>
    /// <param name="slotLabel">The label that makes them served, or kept.</param>
    /// <param name="labels">Their labels.</param>
    /// <param name="nodes">Their numbers.</param>
    /// <param name="recordOf">For nodes that are in the database already: their numbers there.</param>
    public NodeStep(GraphSnapshot graph, NodeTable table, string slotLabel, IReadOnlyList<string> labels, int[] nodes, Func<int, long>? recordOf = null)
        : this(graph, table, slotLabel, labels, nodes, recordOf, StoredValue.OfNodes(graph, table, labels))
    {
    }

    private NodeStep(
        GraphSnapshot graph, NodeTable table, string slotLabel, IReadOnlyList<string> labels, int[] nodes, Func<int, long>? recordOf, IReadOnlyList<StoredValue> values)
        : base(TextOf(
            slotLabel, labels, recordOf is null ? null : $"x[{values.Count + 3}]", $"{{id: x[0], {CypherText.Entries(values, "x", 1)}{EvidenceValue.Entries("x", values.Count + 1)}}}")) =>
        (_graph, _nodes, _first, _recordOf, _values) = (graph, nodes, graph.Tables[table.Index].First, recordOf, values);

    public override int Count => _nodes.Length;

    public override void WriteRow(int row, IParameterSink sink)
    {
        var node = _nodes[row];
        sink.BeginList(_values.Count + (_recordOf is null ? 3 : 4));
        sink.Text(_graph.Text(_graph.Ids[node]));
        foreach (var value in _values)
        {
            value.Write(node - _first, sink);
        }

        EvidenceValue.Write(_graph, _graph.NodeEvidence.Of(node), sink);
        if (_recordOf is not null)
        {
            sink.Int(_recordOf(node));
        }

        sink.EndList();
    }

    private static string TextOf(string slotLabel, IReadOnlyList<string> labels, string? record, string entries) => record is null
        ? $"CREATE (n{CypherText.Labels([slotLabel, .. labels])} {entries})"
        : $"MATCH (n) WHERE id(n) = {record} {Tidying.GiveLabel(slotLabel)} SET n += {entries}";
}
