namespace GraphService.Neo4j.Loading;

/// <summary>Relationships that are not served, are in the database already, and came more than once.</summary>
internal sealed class MergedUnservedStep(ReadGraph read) : LoadStep(RelationshipMerge.Text(EvidenceValue.Entries("x", 2)))
{
    private readonly int[] _places =
        [.. Enumerable.Range(0, (int)read.Graph.Unserved.Relationships.Length).Where(place => read.IsUnfinished(read.Origins.OfUnservedRelationship(place)))];

    public override bool IsRelationships => true;

    public override int Count => _places.Length;

    public override void WriteRow(int row, IParameterSink sink)
    {
        var place = _places[row];
        sink.BeginList(4);
        RelationshipMerge.Write(read.Origins.OfUnservedRelationship(place), read.RelationshipIds, sink);
        EvidenceValue.Write(read.Graph, read.Graph.Unserved.RelationshipEvidence is { } evidence ? evidence.Of(place) : default, sink);
        sink.EndList();
    }
}
