namespace GraphService.Films.Tests.Seed;

/// <summary>A line of a seed file: a node or a relationship.</summary>
internal sealed record SeedRow(string File, int Line, IReadOnlyDictionary<string, string> Cells)
{
    public string Id => Text(":ID");

    public string Start => Text(":START_ID");

    public string End => Text(":END_ID");

    public string Type => Text(":TYPE");

    public IReadOnlyList<string> Labels => List(":LABEL");

    public IReadOnlyList<string> Sources => List("sources:string[]");

    public IReadOnlyList<string> Locators => List("locators:string[]");

    /// <summary>The name or title, then the aliases.</summary>
    public IEnumerable<string> Names => [.. List("name"), .. List("title"), .. List("aliases:string[]")];

    /// <summary>What the line says besides where it stands and where it is from.</summary>
    public IEnumerable<KeyValuePair<string, string>> Properties => Cells.Where(c => c.Key[0] != ':' && c.Key is not ("sources:string[]" or "locators:string[]"));

    public string Text(string column) => Cells.GetValueOrDefault(column, "");

    public IReadOnlyList<string> List(string column) => Text(column).Split(';', StringSplitOptions.RemoveEmptyEntries);

    public override string ToString() => $"{File}:{Line}";
}
