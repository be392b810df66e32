namespace GraphService.Graph.Algorithms;

/// <summary>A connected part of the topology.</summary>
/// <param name="First">Its smallest node.</param>
/// <param name="Near">Near nodes in it.</param>
/// <param name="Far">Far nodes in it.</param>
/// <param name="Sample">The ten nodes with most neighbors, then by number.</param>
public sealed record Component(int First, int Near, int Far, IReadOnlyList<int> Sample)
{
    /// <summary>Nodes in it.</summary>
    public int Size => Near + Far;
}
