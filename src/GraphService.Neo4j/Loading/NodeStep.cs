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

    /// <param name="graph">The graph.</param>
    /// <param name="table">Their table.</param>
    /// <param name="slotLabel">The label that makes them served, or kept.</param>
    /// <param name="labels">Their labels.</param>
    /// <param name="nodes">Their numbers.</param>
    public NodeStep(GraphSnapshot graph, NodeTable table, string slotLabel, IReadOnlyList<string> labels, int[] nodes)
        : this(graph, table, slotLabel, labels, nodes, StoredValue.OfNodes(graph, table, labels))
    {
    }

    private NodeStep(GraphSnapshot graph, NodeTable table, string slotLabel, IReadOnlyList<string> labels, int[] nodes, IReadOnlyList<StoredValue> values)
        : base($"CREATE (n{CypherText.Labels([slotLabel, .. labels])} {{id: x[0], {CypherText.Entries(values, "x", 1)}{EvidenceValue.Entries("x", values.Count + 1)}}})") =>
        (_graph, _nodes, _first, _values) = (graph, nodes, graph.Tables[table.Index].First, values);

    public override int Count => _nodes.Length;

    public override void WriteRow(int row, IParameterSink sink)
    {
        var node = _nodes[row];
        sink.BeginList(_values.Count + 3);
        sink.Text(_graph.Text(_graph.Ids[node]));
        foreach (var value in _values)
        {
            value.Write(node - _first, sink);
        }

        EvidenceValue.Write(_graph, _graph.NodeEvidence.Of(node), sink);
        sink.EndList();
    }
}
