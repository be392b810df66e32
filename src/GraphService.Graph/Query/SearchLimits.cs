namespace GraphService.Graph.Query;

/// <summary>Bounds of what algorithms may do for a request.</summary>
/// <param name="MaxVisited">Adjacency entries that one search may look at.</param>
/// <param name="MaxGraphSize">Near nodes up to which measures are offered whose time grows with the square of their number.</param>
public readonly record struct SearchLimits(long MaxVisited, int MaxGraphSize);
