using GraphService.Graph.Store;

namespace GraphService.Graph.Files.Csv;

/// <summary>Which rows of a table or type stand in which of its files.</summary>
internal sealed class CsvLayout
{
    private readonly CsvRows _rows;
    private readonly CsvExtraColumns _extras;

    /// <summary>Rows that do not stand in the first file, or not there alone: the file of each layer.</summary>
    private readonly SortedDictionary<int, int[]> _elsewhere = [];

    public CsvLayout(CsvRows rows)
    {
        _rows = rows;
        _extras = new CsvExtraColumns([.. rows.Properties.Select(p => p.Name)]);
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows.Has(row))
            {
                Rows++;
                Place(row);
            }
        }
    }

    /// <summary>Rows that are exported.</summary>
    public long Rows { get; }

    /// <summary>The files; none when there are no rows.</summary>
    public IReadOnlyList<CsvExtraFile> Files => Rows == 0 ? [] : _extras.Files;

    /// <summary>The rows of a file, each with the layer of it that stands there.</summary>
    public IEnumerable<(int Row, int Layer)> RowsOf(int file) => file == 0 ? RowsOfFirst() : _elsewhere.SelectMany(row => Layers(row.Key, row.Value, file));

    /// <summary>
    /// Properties that the model does not know, by declaration, each name once in a layer. There is more than one layer where a relationship was merged from
    /// records whose headers gave a name different types: it is written as that many records, which are merged again.
    /// </summary>
    public static List<SortedDictionary<string, string>> Layers(GraphSnapshot graph, TextRef record)
    {
        var layers = new List<SortedDictionary<string, string>>();
        foreach (var (declaration, value) in graph.Unserved.Properties(graph, record).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var name = CsvExtraColumns.NameOf(declaration);
            var layer = layers.Find(l => l.Keys.All(taken => CsvExtraColumns.NameOf(taken) != name));
            if (layer is null)
            {
                layers.Add(layer = new SortedDictionary<string, string>(StringComparer.Ordinal));
            }

            layer.Add(declaration, value);
        }

        return layers;
    }

    private void Place(int row)
    {
        var record = _rows.ExtrasOf(row);
        if (record.IsNull)
        {
            return;
        }

        int[] files = [.. Layers(_rows.Graph, record).Select(layer => _extras.FileOf([.. layer.Keys]))];
        if (files.Length > 1 || files[0] > 0)
        {
            _elsewhere.Add(row, files);
        }
    }

    private IEnumerable<(int Row, int Layer)> RowsOfFirst()
    {
        for (var row = 0; row < _rows.Count; row++)
        {
            if (!_rows.Has(row))
            {
                continue;
            }

            if (!_elsewhere.TryGetValue(row, out var files))
            {
                yield return (row, 0);
                continue;
            }

            foreach (var placed in Layers(row, files, 0))
            {
                yield return placed;
            }
        }
    }

    private static IEnumerable<(int Row, int Layer)> Layers(int row, int[] files, int file)
    {
        for (var layer = 0; layer < files.Length; layer++)
        {
            if (files[layer] == file)
            {
                yield return (row, layer);
            }
        }
    }
}
