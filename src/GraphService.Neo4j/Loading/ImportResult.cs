namespace GraphService.Neo4j.Loading;

/// <summary>What an import did.</summary>
/// <param name="WasServed">True when the database serves this graph already, and nothing was written.</param>
/// <param name="Generation">The generation that is served now.</param>
/// <param name="Nodes">Nodes written by this run.</param>
/// <param name="Relationships">Relationships written by this run.</param>
/// <param name="Found">Nodes and relationships that an earlier run, killed, had written.</param>
/// <param name="Writing">How long the writing took.</param>
public sealed record ImportResult(bool WasServed, long Generation, long Nodes, long Relationships, long Found, TimeSpan Writing);
