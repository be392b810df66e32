using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>Labels and properties that the model does not know, of nodes that it knows and that are there already.</summary>
internal sealed class NodeExtrasStep(GraphSnapshot graph, string slotLabel, IReadOnlyList<UnservedValues> nodes, UnknownProperties unknown)
    : LoadStep($"MATCH (n:{slotLabel} {{id: x[0]}}) SET n:$(x[1]) SET n += x[2]")
{
    private readonly LabelLists _labels = new(graph);

    public override bool IsAddition => true;

    public override int Count => nodes.Count;

    public override void WriteRow(int row, IParameterSink sink)
    {
        var node = nodes[row];
        sink.BeginList(3);
        sink.Text(graph.Text(graph.Ids[node.Owner]));
        _labels.Write(node.Labels, sink);
        unknown.Write(node.Properties, sink);
        sink.EndList();
    }
}
