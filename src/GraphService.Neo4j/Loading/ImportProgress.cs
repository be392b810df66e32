namespace GraphService.Neo4j.Loading;

/// <summary>What an import is doing.</summary>
public enum ImportPhase
{
    /// <summary>What a killed import of another graph has left is removed.</summary>
    Clearing,

    /// <summary>What is in the database is read.</summary>
    Reading,

    /// <summary>Nodes are written.</summary>
    Nodes,

    /// <summary>Relationships are written.</summary>
    Relationships,

    /// <summary>Indexes are made and filled.</summary>
    Indexes,

    /// <summary>The new graph is served; services change over.</summary>
    Grace,

    /// <summary>The old graph is removed.</summary>
    Emptying,
}

/// <summary>How far an import is.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="Done">How many nodes or relationships are done, or seconds waited.</param>
/// <param name="Total">Of how many; 0 where that is not known.</param>
public readonly record struct ImportProgress(ImportPhase Phase, long Done, long Total);
