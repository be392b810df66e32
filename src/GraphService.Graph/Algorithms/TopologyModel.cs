using GraphService.Graph.Algorithms.Facts;
using GraphService.Graph.Model;

namespace GraphService.Graph.Algorithms;

/// <summary>What a topology is made of: who is joined to what, by which relationships.</summary>
public sealed class TopologyModel
{
    /// <summary>
    /// The types to walk, from near to far. A type's place is its bit in every mask of types. Relationships of these types between other tables
    /// are left out.
    /// </summary>
    public required IReadOnlyList<RelationshipType> Types { get; init; }

    /// <summary>The table of the near nodes: where these relationships start.</summary>
    public required NodeTable Near { get; init; }

    /// <summary>The table of the far nodes: where they end.</summary>
    public required NodeTable Far { get; init; }

    /// <summary>A list of integers of the far nodes that walks may be restricted by (<see cref="ValueRange"/>), or null.</summary>
    public Property? FarValues { get; init; }

    /// <summary>The nodes that are claims about others; null where there are none.</summary>
    public ClaimModel? Claims { get; init; }

    /// <summary>The mask of some of the types.</summary>
    public ulong MaskOf(IEnumerable<RelationshipType> types)
    {
        var mask = 0UL;
        foreach (var type in types)
        {
            mask |= 1UL << PlaceOf(type);
        }

        return mask;
    }

    private int PlaceOf(RelationshipType type)
    {
        for (var place = 0; place < Types.Count; place++)
        {
            if (Types[place] == type)
            {
                return place;
            }
        }

        throw new ArgumentException($"The topology does not walk relationships of type {type.Name}.", nameof(type));
    }
}
