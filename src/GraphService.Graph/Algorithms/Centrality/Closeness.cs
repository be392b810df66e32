namespace GraphService.Graph.Algorithms.Centrality;

/// <summary>
/// Closeness after Wasserman and Faust: (n-1)/(N-1) * (n-1)/sum of distances, where n near nodes are reached (the node among them) of N. 0 for one that
/// reaches no other.
/// </summary>
internal static class Closeness
{
    public static double[] Compute(SharingGraph graph, CancellationToken cancel)
    {
        var levels = new Levels(graph);
        var scores = new double[graph.NearCount];
        for (var near = 0; near < scores.Length; near++)
        {
            cancel.ThrowIfCancellationRequested();
            levels.Visit(near);
            var distances = 0L;
            for (var level = 1; level < levels.Count; level++)
            {
                distances += (long)level * levels.Nears(level).Length;
            }

            double others = levels.Reached - 1;
            scores[near] = others == 0 ? 0 : others / (scores.Length - 1) * (others / distances);
        }

        return scores;
    }
}
