using System.Buffers;
using GraphService.Graph.Files.Export;
using GraphService.Graph.Model;
using GraphService.Graph.Store;
using GraphService.Graph.Store.Building;

namespace GraphService.Graph.Files.Csv;

/// <summary>
/// Writes a graph as a folder that <see cref="GraphLoader"/> loads without loss: a file for each table and each type, and two for what is kept without being
/// served. The same graph gives the same bytes.
/// </summary>
public sealed class CsvGraphWriter
{
    private readonly GraphSelection _selection;
    private readonly GraphDerivation? _derivation;
    private readonly ExportProgress _progress;
    private long _nodes;
    private long _relationships;

    private CsvGraphWriter(GraphSelection selection, GraphDerivation? derivation, ExportProgress progress) =>
        (_selection, _derivation, _progress) = (selection.WithMentioned(), derivation, progress);

    /// <summary>Writes the files into a folder that is there and empty.</summary>
    /// <param name="selection">What is written, and with it what it cannot be loaded without: sources, nodes that properties name, claims about it.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="derivation">What the domain derives: it is not written where it follows from the rest.</param>
    /// <param name="progress">Is told the share that is done, from 0 to 1.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="ExportException">A record could not be loaded again.</exception>
    public static ExportResult Write(GraphSelection selection, string folder, GraphDerivation? derivation, IProgress<double>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(selection);
        return new CsvGraphWriter(selection, derivation, new ExportProgress(selection.Count, progress, cancel)).Write(folder);
    }

    private GraphSnapshot Graph => _selection.Graph;

    private ExportResult Write(string folder)
    {
        foreach (var table in Graph.Model.Tables)
        {
            _nodes += Write(folder, new CsvNodeRows(_selection, table, _derivation));
        }

        _nodes += Write(folder, new CsvUnservedNodeRows(_selection));
        foreach (var type in Graph.Model.RelationshipTypes)
        {
            _relationships += Write(folder, new CsvRelationshipRows(_selection, type));
        }

        _relationships += Write(folder, new CsvUnservedRelationshipRows(_selection));
        return new ExportResult(_nodes, _relationships);
    }

    private long Write(string folder, CsvRows rows)
    {
        var layout = new CsvLayout(rows);
        var written = 0;
        for (var file = 0; file < layout.Files.Count; file++)
        {
            if (layout.RowsOf(file).Any())
            {
                var name = written++ == 0 ? $"{rows.Name}.csv" : $"{rows.Name}-{written}.csv";
                using var record = new CsvRecord(Path.Combine(folder, name), name);
                Write(rows, layout, file, record);
            }
        }

        return rows.AreCounted ? layout.Rows : 0;
    }

    private void Write(CsvRows rows, CsvLayout layout, int file, CsvRecord record)
    {
        var extras = layout.Files[file];
        Property[] properties = [.. rows.Properties.Where(p => !extras.HiddenNames.Contains(p.Name))];
        string[] header = [.. rows.Keys, .. properties.Select(CsvColumn.HeaderOf), .. extras.Columns.Values, CsvHeader.Sources + ":string[]", CsvHeader.Locators + ":string[]"];
        foreach (var column in header)
        {
            record.Add(column);
        }

        record.End();
        foreach (var (row, layer) in layout.RowsOf(file))
        {
            _progress.Step();
            rows.WriteKeys(row, record);
            foreach (var property in properties)
            {
                if (layer == 0)
                {
                    rows.WriteValue(row, property, record);
                }

                record.EndField();
            }

            var values = extras.Columns.Count == 0 ? null : CsvLayout.Layers(Graph, rows.ExtrasOf(row)).ElementAtOrDefault(layer);
            foreach (var declaration in extras.Columns.Values)
            {
                record.Add(values?.GetValueOrDefault(declaration) ?? "");
            }

            WriteEvidence(layer == 0 ? rows.EvidenceOf(row) : default, record);
            record.End();
        }
    }

    private void WriteEvidence(ReadOnlySpan<EvidenceItem> evidence, CsvRecord record)
    {
        for (var i = 0; i < evidence.Length; i++)
        {
            record.Field.Write(i == 0 ? default : ";"u8);
            record.Field.Write(Graph.Text(Graph.Ids[evidence[i].Source]));
        }

        record.EndField();
        var hasLocators = false;
        foreach (var item in evidence)
        {
            hasLocators |= !item.Locator.IsNull;
        }

        for (var i = 0; hasLocators && i < evidence.Length; i++)
        {
            record.Field.Write(i == 0 ? default : ";"u8);
            record.Field.Write(evidence[i].Locator.IsNull ? default : Graph.Text(evidence[i].Locator));
        }

        record.EndField();
    }
}
