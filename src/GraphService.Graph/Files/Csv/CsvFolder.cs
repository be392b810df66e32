using GraphService.Graph.Store.Building;

namespace GraphService.Graph.Files.Csv;

/// <summary>Reads the CSV files of a folder: first the nodes, so that relationships find their ends, each by file name.</summary>
internal static class CsvFolder
{
    public static void Read(string folder, GraphDraft draft, FaultList faults)
    {
        var nodeFiles = new List<(string Name, int Index)>();
        var relationshipFiles = new List<(string Name, int Index)>();
        foreach (var name in NamesIn(folder, faults))
        {
            using var file = Open(folder, name, faults);
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
                ReadNodes(draft, file, header, index);
            }
        }

        EvidenceReader.CheckNodes(draft);
        foreach (var (name, index) in relationshipFiles)
        {
            using var file = Open(folder, name, faults);
            if (file.Header is { } header)
            {
                ReadRelationships(draft, file, header, index);
            }
        }

        if (faults.Total == 0 && draft.Ids.Count == 0)
        {
            faults.Add(new Fault(folder, 0, 0, null, "there are no nodes: put graph files (*.csv) with nodes there"));
        }
    }

    private static void ReadNodes(GraphDraft draft, CsvGraphFile file, CsvHeader header, int index)
    {
        var reader = new NodeReader(draft, file, header, index);
        while (file.Read())
        {
            reader.Read(new Position(index, file.Line));
        }

        draft.HasUnreadNodes |= file.IsTruncated;
        reader.Finish();
    }

    private static void ReadRelationships(GraphDraft draft, CsvGraphFile file, CsvHeader header, int index)
    {
        var reader = new RelationshipReader(draft, file, header, index);
        while (file.Read())
        {
            if (file.IsSound)
            {
                reader.Read(new Position(index, file.Line));
            }
        }

        reader.Finish();
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
