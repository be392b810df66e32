namespace GraphService.Options;

/// <summary>Which graph is served: section <c>Graph</c> of the settings.</summary>
internal sealed class GraphOptions
{
    public const string Section = "Graph";

    /// <summary>A graph folder; the seed beside the program when there is none. Relative to the working directory.</summary>
    public string? Path { get; set; }

    /// <summary>The database, for what needs one.</summary>
    public Neo4jOptions Neo4j { get; set; } = new();

    public string FullPath => System.IO.Path.GetFullPath(Path ?? System.IO.Path.Combine(AppContext.BaseDirectory, "seed"));
}
