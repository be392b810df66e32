using System.Text;
using GraphService.Graph.Files.Export;
using GraphService.Graph.Model;
using GraphService.Graph.Store;
using GraphService.Graph.Store.Building;

namespace GraphService.Graph.Files.Csv;

/// <summary>The nodes of one table, in the order of their ids.</summary>
internal sealed class CsvNodeRows(GraphSelection selection, NodeTable table, GraphDerivation? derivation) : CsvRows(selection, $"nodes-{table.Label}", table.Properties)
{
    private readonly NodeRange _range = selection.Graph.Tables[table.Index];
    private readonly Column[] _columns = selection.Graph.NodeColumns[table.Index];
    private readonly byte[][] _labels = [.. selection.Graph.Model.Kinds.Select(k => Encoding.UTF8.GetBytes(string.Join(';', k.Labels)))];

    public override IReadOnlyList<string> Keys => ["id:ID", ":LABEL"];

    public override int Count => _range.Count;

    public override bool AreCounted => !table.IsHidden;

    public override bool Has(int row) => Selection.HasNode(_range.First + row);

    public override void WriteKeys(int row, CsvRecord record)
    {
        var node = _range.First + row;
        record.Add(Graph.Text(Graph.Ids[node]));
        if (Find(Graph.Unserved.OnNodes, node) is { Labels: >= 0 and var labels })
        {
            record.Add(Graph.Unserved.LabelSets[labels]);
        }
        else if (Graph.Kinds[node] == byte.MaxValue)
        {
            record.Add(table.Label);
        }
        else
        {
            record.Add(_labels[Graph.Kinds[node]]);
        }
    }

    public override void WriteValue(int row, Property property, CsvRecord record)
    {
        // What follows from the rest is left out: where it is long, a file could not even give it.
        if (derivation?.Follows(Graph, _range.First + row, property) != true)
        {
            WrittenText.Append(Graph, property, _columns[property.Index], row, ";"u8, record.Field);
        }
    }

    public override TextRef ExtrasOf(int row) => Find(Graph.Unserved.OnNodes, _range.First + row)?.Properties ?? TextRef.Null;

    public override ReadOnlySpan<EvidenceItem> EvidenceOf(int row) => Graph.NodeEvidence.Of(_range.First + row);
}
