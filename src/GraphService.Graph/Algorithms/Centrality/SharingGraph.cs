namespace GraphService.Graph.Algorithms.Centrality;

/// <summary>
/// The simple graph of near nodes, each joined to those with whom it shares a far node. It is kept as the lists of the far nodes, whose pairs would take
/// far more room; what those lists count more than once is kept besides (<see cref="RepeatedPairs"/>). Near and far nodes are numbered anew, from 0, in
/// the order of the topology's numbers. Used by one thread.
/// </summary>
internal sealed class SharingGraph
{
    private readonly int[] _farOffsets;
    private readonly int[] _fars;
    private readonly int[] _nearOffsets;
    private readonly int[] _nears;
    private readonly RepeatedPairs _repeated;

    /// <param name="numbers">By near node: its number in the topology.</param>
    /// <param name="farOffsets">By near node: where its list begins.</param>
    /// <param name="fars">The far nodes of all near nodes, those of two near nodes or more.</param>
    /// <param name="nearOffsets">By far node: where its list begins.</param>
    /// <param name="nears">The near nodes of all far nodes.</param>
    /// <param name="maxPairs">How many repeated pairs may be kept.</param>
    /// <param name="cancel">Ends the counting of pairs.</param>
    public SharingGraph(int[] numbers, int[] farOffsets, int[] fars, int[] nearOffsets, int[] nears, int maxPairs, CancellationToken cancel)
    {
        Numbers = numbers;
        (_farOffsets, _fars) = (farOffsets, fars);
        (_nearOffsets, _nears) = (nearOffsets, nears);
        _repeated = RepeatedPairs.Find(this, maxPairs, cancel);
    }

    /// <summary>By near node: its number in the topology.</summary>
    public int[] Numbers { get; }

    /// <summary>Near nodes with any neighbor in the topology, whether or not they share it.</summary>
    public int NearCount => Numbers.Length;

    /// <summary>Far nodes that two near nodes share.</summary>
    public int FarCount => _nearOffsets.Length - 1;

    /// <summary>By near node: with how many others it shares.</summary>
    public int[] Degrees => _repeated.Degrees;

    /// <summary>The far nodes that a near node shares, ascending.</summary>
    public ReadOnlySpan<int> FarsOf(int near) => _fars.AsSpan(_farOffsets[near], _farOffsets[near + 1] - _farOffsets[near]);

    /// <summary>The near nodes that share a far node, ascending.</summary>
    public ReadOnlySpan<int> NearsOf(int far) => _nears.AsSpan(_nearOffsets[far], _nearOffsets[far + 1] - _nearOffsets[far]);

    /// <summary>Adds up a value of each neighbor, each once however much is shared with it.</summary>
    /// <param name="near">Whose neighbors.</param>
    /// <param name="farSums">By far node: the sum of its near nodes' values.</param>
    /// <param name="values">By near node.</param>
    public double SumOfNeighbors(int near, CompensatedSum[] farSums, double[] values)
    {
        if (near >= _repeated.Listed)
        {
            return _repeated.SumOfUnlisted(near, values);
        }

        var sum = default(CompensatedSum);
        var own = -values[near];
        foreach (var far in FarsOf(near))
        {
            sum.Add(farSums[far]);
            sum.Add(own);
        }

        _repeated.SubtractFrom(ref sum, near, values);
        return sum.Value;
    }
}
