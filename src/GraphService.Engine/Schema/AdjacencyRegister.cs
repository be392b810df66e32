using GraphService.Graph.Model;

namespace GraphService.Engine.Schema;

/// <summary>The adjacencies that the fields need; fields that walk the same relationships in the same order share one.</summary>
internal sealed class AdjacencyRegister
{
    private readonly List<Adjacency> _adjacencies = [];

    public IReadOnlyList<Adjacency> All => _adjacencies;

    public Adjacency Get(IReadOnlyList<RelationshipType> types, Direction direction, NodeTable? near, NodeTable? far, IReadOnlyList<OrderTerm> order, string? alsoBy = null, bool isDistinct = false)
    {
        foreach (var known in _adjacencies)
        {
            if (known.Direction == direction && known.Near == near && known.Far == far && known.AlsoBy == alsoBy && known.IsDistinct == isDistinct
                && known.Types.SequenceEqual(types) && known.Order.SequenceEqual(order))
            {
                return known;
            }
        }

        var adjacency = new Adjacency
        {
            Index = _adjacencies.Count,
            Types = types,
            Direction = direction,
            Near = near,
            Far = far,
            Order = order,
            AlsoBy = alsoBy,
            IsDistinct = isDistinct,
        };
        _adjacencies.Add(adjacency);
        return adjacency;
    }
}
