using System.Text;
using GraphService.Films.Tests.TestSupport;

namespace GraphService.Films.Tests.Seed;

/// <summary>The seed as its files say it, read without the loader that they are to be loaded by.</summary>
internal static class SeedFiles
{
    public static IReadOnlyList<SeedRow> Rows { get; } = [.. Directory.GetFiles(Folders.Seed, "*.csv").Order(StringComparer.Ordinal).SelectMany(Read)];

    public static IEnumerable<SeedRow> Nodes => Rows.Where(r => r.Id.Length > 0);

    public static IEnumerable<SeedRow> Relationships => Rows.Where(r => r.Start.Length > 0);

    public static IEnumerable<SeedRow> Labelled(string label) => Nodes.Where(n => n.Labels.Contains(label));

    public static IEnumerable<SeedRow> OfType(string type) => Relationships.Where(r => r.Type == type);

    public static SeedRow Node(string id) => Nodes.Single(n => n.Id == id);

    private static IEnumerable<SeedRow> Read(string file)
    {
        var records = File.ReadAllText(file).TrimEnd('\n').Split('\n').Select(Cells).ToList();
        var header = records[0].Select(c => c.EndsWith(":ID", StringComparison.Ordinal) ? ":ID" : c).ToList();
        for (var i = 1; i < records.Count; i++)
        {
            Assert.Equal(header.Count, records[i].Count);
            yield return new SeedRow(Path.GetFileName(file), i + 1, header.Zip(records[i]).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal));
        }
    }

    /// <summary>RFC 4180, but for line breaks inside quotes, which the seed has none of.</summary>
    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && line.AsSpan(i + 1).StartsWith("\""))
            {
                cell.Append(line[++i]);
            }
            else if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[i] == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
