using System.Text;
using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>Relationships that are kept, not served, between nodes of two of a slot's labels. Types come from files, so they travel as values.</summary>
internal sealed class UnservedRelationshipStep(GraphSnapshot graph, string startLabel, string endLabel, int[] rows, UnknownProperties unknown)
    : LoadStep($"MATCH (a:{startLabel} {{id: x[0]}}) MATCH (b:{endLabel} {{id: x[1]}}) CREATE (a)-[r:$(x[2]) {{{EvidenceValue.Entries("x", 4)}}}]->(b) SET r += x[3]")
{
    private readonly byte[][] _types = [.. graph.Unserved.Types.Select(Encoding.UTF8.GetBytes)];

    public override bool IsRelationships => true;

    public override int Count => rows.Length;

    public override void WriteRow(int row, IParameterSink sink)
    {
        var relationship = graph.Unserved.Relationships[rows[row]];
        sink.BeginList(6);
        sink.Text(graph.Text(relationship.Start));
        sink.Text(graph.Text(relationship.End));
        sink.Text(_types[relationship.Type]);
        unknown.Write(relationship.Properties, sink);
        EvidenceValue.Write(graph, graph.Unserved.RelationshipEvidence is { } evidence ? evidence.Of(rows[row]) : default, sink);
        sink.EndList();
    }
}
