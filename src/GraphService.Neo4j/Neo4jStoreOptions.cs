namespace GraphService.Neo4j;

/// <summary>How the store works.</summary>
public sealed record Neo4jStoreOptions
{
    /// <summary>How long the database may work on one statement; a little less than a request has, so that it is the database that gives up first.</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(9);

    /// <summary>How often a new generation is looked for; one that an answer tells of is noticed at once.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>What the algorithms run over is loaded with the first request that needs it, which waits: for a program that answers one request and ends.</summary>
    public bool LoadsOnDemand { get; init; }

    /// <summary>Told what an operator should know: which generation is served.</summary>
    public Action<string> Log { get; init; } = _ => { };

    /// <summary>Told what an operator should look after: a database that is gone.</summary>
    public Action<string> Warn { get; init; } = _ => { };

    /// <summary>Told every statement with its values, for debugging; null: not told.</summary>
    public Action<string>? Trace { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
