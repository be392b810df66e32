namespace GraphService.Graph.Files.Csv;

/// <summary>
/// Shares out the properties that the model does not know among the files of one table or type. A header names a property once, so where two have the name
/// but not the type, or the name of a known property, their rows go to files of their own.
/// </summary>
internal sealed class CsvExtraColumns(IReadOnlyCollection<string> knownNames)
{
    private readonly Dictionary<string, int> _fileOf = [];

    /// <summary>The files; the first holds every row that needs no other.</summary>
    public List<CsvExtraFile> Files { get; } = [new([])];

    /// <summary>The file for a row with these properties; they are its own, each name once.</summary>
    /// <param name="declarations">Such as <c>height:float</c>, sorted.</param>
    public int FileOf(IReadOnlyList<string> declarations)
    {
        if (declarations.Count == 0)
        {
            return 0;
        }

        // No header has a line break that would not be quoted, but any text may stand in one: lengths keep the key unambiguous.
        var key = string.Concat(declarations.Select(d => $"{d.Length}:{d}"));
        if (!_fileOf.TryGetValue(key, out var file))
        {
            var names = declarations.Select(NameOf).ToList();
            var hidden = names.Where(knownNames.Contains).ToHashSet();
            file = Files.FindIndex(f => f.HiddenNames.SetEquals(hidden) && declarations.All(f.CanTake));
            if (file < 0)
            {
                file = Files.Count;
                Files.Add(new CsvExtraFile(hidden));
            }

            foreach (var declaration in declarations)
            {
                Files[file].Columns[NameOf(declaration)] = declaration;
            }

            _fileOf.Add(key, file);
        }

        return file;
    }

    /// <summary>The part of a declaration before its type.</summary>
    public static string NameOf(string declaration) => declaration[..declaration.LastIndexOf(':')];
}

/// <summary>One of the files, with what its header declares beyond the known properties.</summary>
/// <param name="HiddenNames">Known properties that it leaves out, because another property has the name; its rows have no value of them.</param>
internal sealed record CsvExtraFile(HashSet<string> HiddenNames)
{
    /// <summary>Declarations by name, sorted.</summary>
    public SortedDictionary<string, string> Columns { get; } = new(StringComparer.Ordinal);

    public bool CanTake(string declaration) =>
        !Columns.TryGetValue(CsvExtraColumns.NameOf(declaration), out var taken) || taken == declaration;
}
