using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>Nodes of labels that the model does not know: kept, not served. Labels come from files, so they travel as values.</summary>
internal sealed class UnservedNodeStep(GraphSnapshot graph, string slotLabel, UnknownProperties unknown)
    : LoadStep($"CREATE (n:{slotLabel}:$(x[1]) {{id: x[0], {EvidenceValue.Entries("x", 3)}}}) SET n += x[2]")
{
    private readonly LabelLists _labels = new(graph);

    public override int Count => (int)graph.Unserved.Nodes.Length;

    public override void WriteRow(int row, IParameterSink sink)
    {
        var node = graph.Unserved.Nodes[row];
        sink.BeginList(5);
        sink.Text(graph.Text(node.Id));
        _labels.Write(node.Labels, sink);
        unknown.Write(node.Properties, sink);
        EvidenceValue.Write(graph, graph.Unserved.NodeEvidence is { } evidence ? evidence.Of(row) : default, sink);
        sink.EndList();
    }
}
