namespace GraphService.Graph.Algorithms;

/// <summary>What two near nodes share.</summary>
/// <param name="Nodes">The far nodes, ascending.</param>
/// <param name="Types">The types by which the first near node is joined to them, among those asked for.</param>
/// <param name="TheirTypes">The types by which the second is.</param>
public sealed record SharedBetween(IReadOnlyList<int> Nodes, ulong Types, ulong TheirTypes);
