using GraphService.Graph.Model;

namespace GraphService.Graph.Algorithms.Facts;

/// <summary>Which nodes are claims: that some property of another node has some value.</summary>
public sealed class ClaimModel
{
    /// <summary>Their table; it is hidden.</summary>
    public required NodeTable Table { get; init; }

    /// <summary>The text that names the property.</summary>
    public required Property Property { get; init; }

    /// <summary>The text that is claimed.</summary>
    public required Property Value { get; init; }

    /// <summary>The type that leads from a claim to the node that it is about.</summary>
    public required RelationshipType About { get; init; }
}
