using GraphService.Graph.Algorithms;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Films.Fields;

/// <summary>Kinds of relationships as walks over the whole graph know them.</summary>
internal static class Kinds
{
    /// <summary>The mask of a list of kinds; an empty list is as absent: all.</summary>
    public static ulong Mask(object? over, GraphModel model)
    {
        var mask = 0UL;
        foreach (var kind in over as object?[] ?? [])
        {
            var name = ((EnumValue)kind!).Name;
            mask |= WholeTypes.MaskOf(model.RelationshipTypes.Single(t => t.Name == name).Index);
        }

        return mask == 0 ? ulong.MaxValue : mask;
    }

    /// <summary>The relationship that stands for all between two neighbors: the first kind by name, then the smaller id that it comes from.</summary>
    public static RelationshipRef First(ComputeContext context, int node, int neighbor, ulong types)
    {
        RelationshipRef? first = null;
        foreach (var entry in context.Algorithms.Whole.Between(node, neighbor))
        {
            if (entry.IsIn(types))
            {
                var found = entry.IsAtStart() ? new RelationshipRef(node, entry.Type(), neighbor) : new RelationshipRef(neighbor, entry.Type(), node);
                first = first is { } known && Compare(context.Model, known, found) <= 0 ? known : found;
            }
        }

        return first!.Value;
    }

    private static int Compare(GraphModel model, RelationshipRef a, RelationshipRef b)
    {
        var byName = string.CompareOrdinal(model.RelationshipTypes[a.Type].Name, model.RelationshipTypes[b.Type].Name);
        return byName != 0 ? byName : a.Start.CompareTo(b.Start);
    }
}
