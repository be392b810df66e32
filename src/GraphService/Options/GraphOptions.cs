namespace GraphService.Options;

/// <summary>Which graph is served: section <c>Graph</c> of the settings.</summary>
internal sealed class GraphOptions
{
    public const string Section = "Graph";

    /// <summary>Where the graph is.</summary>
    public StoreKind Store { get; set; }

    /// <summary>A graph folder; the seed beside the program when there is none. Relative to the working directory.</summary>
    public string? Path { get; set; }

    /// <summary>The database, for what needs one.</summary>
    public Neo4jOptions Neo4j { get; set; } = new();

    /// <summary>What is wrong with these settings, one sentence each.</summary>
    public IEnumerable<string> Faults() => Store == StoreKind.Neo4j && string.IsNullOrEmpty(Neo4j.Uri)
        ? Neo4j.Faults().Prepend($"{Neo4jOptions.Section}:Uri is missing: where is the database? Write bolt://localhost:7687 for one server, or neo4j:// for a cluster.")
        : Neo4j.Faults();

    public string FullPath => System.IO.Path.GetFullPath(Path ?? System.IO.Path.Combine(AppContext.BaseDirectory, "seed"));
}
