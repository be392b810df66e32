namespace GraphService.Neo4j.Loading;

/// <summary>How long an import waits between the flip and the removal of the old graph.</summary>
/// <param name="Grace">In which services go over to the new graph; the old one is whole meanwhile.</param>
/// <param name="Pause">After which no request can still read the old graph; longer than the longest request.</param>
public sealed record ImportOptions(TimeSpan Grace, TimeSpan Pause);
