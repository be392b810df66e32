namespace GraphService.Graph.Algorithms.Centrality;

/// <summary>
/// PageRank by power iteration: damping 0.85, uniform teleport, the score of nodes without neighbors spread evenly over all, sum 1. Each round reads the
/// lists of the far nodes twice, whatever the number of pairs.
/// </summary>
internal sealed class PageRank
{
    private const double Damping = 0.85;
    private const double Tolerance = 1e-12;
    private const int MaxRounds = 200;

    private readonly SharingGraph _graph;
    private readonly double[] _shares;
    private readonly CompensatedSum[] _farSums;

    public PageRank(SharingGraph graph)
    {
        _graph = graph;
        _shares = new double[graph.NearCount];
        _farSums = new CompensatedSum[graph.FarCount];
        Scores = new double[graph.NearCount];
        Array.Fill(Scores, 1.0 / graph.NearCount);
    }

    /// <summary>By near node.</summary>
    public double[] Scores { get; }

    /// <summary>Runs rounds until the scores stand still, but not for ever.</summary>
    public static double[] Compute(SharingGraph graph, CancellationToken cancel)
    {
        var rank = new PageRank(graph);
        for (var round = 0; round < MaxRounds && rank.RunRound(cancel) >= Tolerance; round++)
        {
        }

        return rank.Scores;
    }

    /// <summary>Runs one round; how much it changed the scores, summed over all.</summary>
    public double RunRound(CancellationToken cancel)
    {
        var everywhere = ((1 - Damping) + (Damping * SpreadShares())) / _graph.NearCount;
        for (var far = 0; far < _farSums.Length; far++)
        {
            var sum = default(CompensatedSum);
            foreach (var near in _graph.NearsOf(far))
            {
                sum.Add(_shares[near]);
            }

            _farSums[far] = sum;
        }

        var change = default(CompensatedSum);
        for (var near = 0; near < Scores.Length; near++)
        {
            cancel.ThrowIfCancellationRequested();
            var score = everywhere + (Damping * _graph.SumOfNeighbors(near, _farSums, _shares));
            change.Add(Math.Abs(score - Scores[near]));
            Scores[near] = score;
        }

        return change.Value;
    }

    /// <summary>Divides each score among the neighbors; what nodes without neighbors have.</summary>
    private double SpreadShares()
    {
        var dangling = default(CompensatedSum);
        for (var near = 0; near < Scores.Length; near++)
        {
            var degree = _graph.Degrees[near];
            if (degree == 0)
            {
                dangling.Add(Scores[near]);
            }
            else
            {
                _shares[near] = Scores[near] / degree;
            }
        }

        return dangling.Value;
    }
}
