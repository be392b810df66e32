using GraphService.Graph.Files.Export;
using GraphService.Graph.Store;

namespace GraphService.Graph.Files.Csv;

/// <summary>Nodes with no known label, by id.</summary>
internal sealed class CsvUnservedNodeRows(GraphSelection selection) : CsvRows(selection, "unserved-nodes", [])
{
    public override IReadOnlyList<string> Keys => ["id:ID", ":LABEL"];

    public override int Count => Selection.IsWhole ? (int)Graph.Unserved.Nodes.Length : 0;

    public override bool Has(int row) => true;

    public override void WriteKeys(int row, CsvRecord record)
    {
        record.Add(Graph.Text(Graph.Unserved.Nodes[row].Id));
        record.Add(Graph.Unserved.LabelSets[Graph.Unserved.Nodes[row].Labels]);
    }

    public override TextRef ExtrasOf(int row) => Graph.Unserved.Nodes[row].Properties;

    public override ReadOnlySpan<EvidenceItem> EvidenceOf(int row) => Graph.Unserved.NodeEvidence!.Of(row);
}

/// <summary>Relationships that are not served, by type, start and end.</summary>
internal sealed class CsvUnservedRelationshipRows(GraphSelection selection) : CsvRows(selection, "unserved-relationships", [])
{
    private readonly int[] _places = selection.UnservedRelationships();

    public override IReadOnlyList<string> Keys => [":START_ID", ":END_ID", ":TYPE"];

    public override int Count => _places.Length;

    public override bool Has(int row) => true;

    public override void WriteKeys(int row, CsvRecord record)
    {
        var relationship = Graph.Unserved.Relationships[_places[row]];
        record.Add(Graph.Text(relationship.Start));
        record.Add(Graph.Text(relationship.End));
        record.Add(Graph.Unserved.Types[relationship.Type]);
    }

    public override TextRef ExtrasOf(int row) => Graph.Unserved.Relationships[_places[row]].Properties;

    public override ReadOnlySpan<EvidenceItem> EvidenceOf(int row) => Graph.Unserved.RelationshipEvidence!.Of(_places[row]);
}
