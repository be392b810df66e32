namespace GraphService.Graph.Algorithms.Centrality;

/// <summary>How central a near node is among those that it shares far nodes with.</summary>
public enum CentralityMeasure
{
    /// <summary>How many others it shares with.</summary>
    Degree,

    /// <summary>How much it lies on the shortest paths between others.</summary>
    Betweenness,

    /// <summary>How near all others are.</summary>
    Closeness,

    /// <summary>How much weight comes to it from those that it shares with.</summary>
    PageRank,
}
