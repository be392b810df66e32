using GraphService.Graph.Model;

namespace GraphService.Graph.Store.Building;

/// <summary>
/// The order within the lists of an adjacency, in fewer and cheaper terms: what a list's own node says is the same for all its rows,
/// and the properties of a default order, the id after them, are a rank.
/// </summary>
internal static class SliceOrder
{
    public static IReadOnlyList<OrderTerm> Of(Adjacency adjacency)
    {
        var terms = adjacency.Order.Where(term => !IsConstant(adjacency, term)).ToList();
        if (adjacency.Far is { } far)
        {
            for (var i = 0; i < terms.Count; i++)
            {
                if (IsFar(adjacency, terms[i].Subject) && IsDefaultOrder(far, terms, i))
                {
                    terms[i] = new OrderTerm(terms[i].Subject, ValueKind.Rank);
                    terms.RemoveRange(i + 1, far.DefaultOrder.Count);
                }
            }
        }

        return terms;
    }

    private static bool IsConstant(Adjacency adjacency, OrderTerm term) =>
        adjacency.AlsoBy is null
        && term.Kind is not (ValueKind.Type or ValueKind.TypeName)
        && ((adjacency.Direction == Direction.Out && term.Subject == Subject.Start)
            || (adjacency.Direction == Direction.In && term.Subject == Subject.End));

    private static bool IsFar(Adjacency adjacency, Subject subject) =>
        subject == Subject.Node
        || (adjacency.AlsoBy is null && adjacency.Direction == Direction.Out && subject == Subject.End)
        || (adjacency.AlsoBy is null && adjacency.Direction == Direction.In && subject == Subject.Start);

    private static bool IsDefaultOrder(NodeTable table, List<OrderTerm> terms, int first)
    {
        if (first + table.DefaultOrder.Count >= terms.Count)
        {
            return false;
        }

        for (var i = 0; i <= table.DefaultOrder.Count; i++)
        {
            var term = terms[first + i];
            var isExpected = i < table.DefaultOrder.Count
                ? term.Kind == ValueKind.Property && term.Property == table.DefaultOrder[i]
                : term.Kind == ValueKind.Id;
            if (!isExpected || term.Descending || term.Subject != terms[first].Subject || (term.Only is { } only && only != table))
            {
                return false;
            }
        }

        return true;
    }
}
