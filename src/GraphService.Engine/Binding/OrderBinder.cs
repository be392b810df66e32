using GraphService.Engine.Schema;
using GraphService.Graph.Model;
using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Engine.Binding;

/// <summary>Makes the terms of an <c>order</c> argument: earlier entries first, the fields of one entry as written.</summary>
internal static class OrderBinder
{
    /// <summary>The terms, completed by ties; null when nothing is asked for.</summary>
    public static OrderTerm[]? Bind(SortInput sort, object? order, OrderTerm[] ties)
    {
        var terms = new List<OrderTerm>();
        foreach (var entry in order as object?[] ?? [])
        {
            Add(sort, entry as InputObject, null, terms);
        }

        if (terms.Count == 0)
        {
            return null;
        }

        terms.AddRange(ties);
        return [.. terms];
    }

    // Sort inputs nest only from a record to its ends: two levels.
    private static void Add(SortInput sort, InputObject? entry, Subject? subject, List<OrderTerm> terms)
    {
        foreach (var (field, value) in entry?.Fields ?? [])
        {
            if (value is EnumValue direction)
            {
                var term = sort.Terms[field.Name];
                var key = term with { Subject = subject ?? term.Subject };
                // What is ordered already is not ordered again.
                if (!terms.Exists(t => t with { Descending = false } == key))
                {
                    terms.Add(key with { Descending = direction.Name == "DESC" });
                }
            }
            else if (value is InputObject nested)
            {
                var (input, end) = sort.Nested[field.Name];
                Add(input, nested, end, terms);
            }
        }
    }
}
