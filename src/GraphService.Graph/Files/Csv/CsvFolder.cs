using GraphService.Graph.Store.Building;

namespace GraphService.Graph.Files.Csv;

/// <summary>Reads the CSV files of a folder: first the nodes, so that relationships find their ends, each by file name.</summary>
internal static class CsvFolder
{
    private const int ReportEvery = 4096;

    /// <param name="folder">The folder.</param>
    /// <param name="draft">Takes what the files hold.</param>
    /// <param name="faults">Takes what is wrong with them.</param>
    /// <param name="progress">Is told the share of the files that is read, from 0 to 1.</param>
    public static void Read(string folder, GraphDraft draft, FaultList faults, IProgress<double?>? progress)
    {
        long total = 0, done = 0;
        var nodeFiles = new List<(string Name, int Index)>();
        var relationshipFiles = new List<(string Name, int Index)>();
        foreach (var name in NamesIn(folder, faults))
        {
            using var file = Open(folder, name, faults);
            total += file.Length;
            if (file.Header is { } header)
            {
                (header.HoldsNodes ? nodeFiles : relationshipFiles).Add((name, draft.Files.Count));
                draft.Files.Add(header.ToDraftFile(name));
            }
            else
            {
                draft.HasUnreadNodes |= file.MayHoldNodes;
            }
        }

        foreach (var (name, index) in nodeFiles)
        {
            using var file = Open(folder, name, faults);
            if (file.Header is { } header)
            {
                ReadNodes(draft, file, header, index, position => progress?.Report((double)(done + position) / total));
                done += file.Length;
            }
        }

        EvidenceReader.CheckNodes(draft);
        foreach (var (name, index) in relationshipFiles)
        {
            using var file = Open(folder, name, faults);
            if (file.Header is { } header)
            {
                ReadRelationships(draft, file, header, index, position => progress?.Report((double)(done + position) / total));
                done += file.Length;
            }
        }

        if (faults.Total == 0 && draft.Ids.Count == 0)
        {
            faults.Add(new Fault(folder, 0, 0, null, "there are no nodes: put graph files (*.csv) with nodes there"));
        }
    }

    private static void ReadNodes(GraphDraft draft, CsvGraphFile file, CsvHeader header, int index, Action<long> report)
    {
        var reader = new NodeReader(draft, file, header, index);
        while (file.Read())
        {
            reader.Read(new Position(index, file.Line));
            Report(file, report);
        }

        draft.HasUnreadNodes |= file.IsTruncated;
        reader.Finish();
    }

    private static void ReadRelationships(GraphDraft draft, CsvGraphFile file, CsvHeader header, int index, Action<long> report)
    {
        var reader = new RelationshipReader(draft, file, header, index);
        while (file.Read())
        {
            if (file.IsSound)
            {
                reader.Read(new Position(index, file.Line));
            }

            Report(file, report);
        }

        reader.Finish();
    }

    private static void Report(CsvGraphFile file, Action<long> report)
    {
        if (file.Line % ReportEvery == 0)
        {
            report(file.Position);
        }
    }

    private static CsvGraphFile Open(string folder, string name, FaultList faults) => new(Path.Combine(folder, name), name, faults);

    private static string[] NamesIn(string folder, FaultList faults)
    {
        try
        {
            var names = Directory.GetFiles(folder)
                .Where(path => string.Equals(Path.GetExtension(path), ".csv", StringComparison.OrdinalIgnoreCase))
                .Select(path => Path.GetFileName(path))
                .ToArray();
            Array.Sort(names, CodePoints.Compare);
            return names;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(new Fault(folder, 0, 0, null, Directory.Exists(folder) ? $"the folder cannot be read: {e.Message}" : "there is no such folder"));
            return [];
        }
    }
}
