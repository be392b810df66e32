namespace GraphService.Graph.Algorithms;

/// <summary>Which side of a bipartite topology a node is on; a whole topology has near nodes only.</summary>
public enum NodeSide : byte
{
    /// <summary>Neither: the node has no neighbors here.</summary>
    None,

    /// <summary>The side that walks begin and end on.</summary>
    Near,

    /// <summary>The side that joins near nodes.</summary>
    Far,
}
