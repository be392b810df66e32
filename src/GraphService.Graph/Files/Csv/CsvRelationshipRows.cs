using GraphService.Graph.Files.Export;
using GraphService.Graph.Model;
using GraphService.Graph.Store;

namespace GraphService.Graph.Files.Csv;

/// <summary>The relationships of one type, by start and end.</summary>
internal sealed class CsvRelationshipRows(GraphSelection selection, RelationshipType type) : CsvRows(selection, $"relationships-{type.Name}", type.Properties)
{
    private readonly int _first = selection.Graph.FirstRelationships[type.Index];
    private readonly Column[] _columns = selection.Graph.RelationshipColumns[type.Index];

    public override IReadOnlyList<string> Keys => [":START_ID", ":END_ID", ":TYPE"];

    public override int Count => Graph.FirstRelationships[type.Index + 1] - _first;

    public override bool AreCounted => !type.IsHidden;

    public override bool Has(int row) => Selection.HasRelationship(_first + row);

    public override void WriteKeys(int row, CsvRecord record)
    {
        record.Add(Graph.Text(Graph.Ids[Graph.Starts[_first + row]]));
        record.Add(Graph.Text(Graph.Ids[Graph.Ends[_first + row]]));
        record.Add(type.Name);
    }

    public override void WriteValue(int row, Property property, CsvRecord record) =>
        WrittenText.Append(Graph, property, _columns[property.Index], row, ";"u8, record.Field);

    public override TextRef ExtrasOf(int row) => Find(Graph.Unserved.OnRelationships, _first + row)?.Properties ?? TextRef.Null;

    public override ReadOnlySpan<EvidenceItem> EvidenceOf(int row) => Graph.RelationshipEvidence.Of(_first + row);
}
