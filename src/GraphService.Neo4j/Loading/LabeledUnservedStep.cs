namespace GraphService.Neo4j.Loading;

/// <summary>Nodes of labels that the model does not know, which are in the database already.</summary>
internal sealed class LabeledUnservedStep(ReadGraph read, GraphSlot slot)
    : LoadStep($"MATCH (n) WHERE id(n) = x[0] {Tidying.GiveLabel(slot.Rest)} SET n += {{{EvidenceValue.Entries("x", 1)}}}")
{
    public override int Count => (int)read.Graph.Unserved.Nodes.Length;

    public override void WriteRow(int row, IParameterSink sink)
    {
        sink.BeginList(3);
        sink.Int(read.NodeIds[read.Origins.OfUnservedNode(row)]);
        EvidenceValue.Write(read.Graph, read.Graph.Unserved.NodeEvidence is { } evidence ? evidence.Of(row) : default, sink);
        sink.EndList();
    }
}
