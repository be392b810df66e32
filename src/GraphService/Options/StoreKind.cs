namespace GraphService.Options;

/// <summary>Where the graph is.</summary>
internal enum StoreKind
{
    /// <summary>In this process, read from a folder.</summary>
    Embedded,

    /// <summary>On a Neo4j server or cluster.</summary>
    Neo4j,
}
