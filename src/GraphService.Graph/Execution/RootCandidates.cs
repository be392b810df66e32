using System.Runtime.InteropServices;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.Graph.Store;
using GraphService.Graph.Text;

namespace GraphService.Graph.Execution;

/// <summary>
/// Chooses the access path of a root list: what an id, a name or the first key of the default order (a range of years) leaves to look at. The filter
/// still runs over what is found; without such a condition it is the whole table.
/// </summary>
internal static class RootCandidates
{
    public static RowSource Find(GraphSnapshot graph, NodeTable table, Predicate? filter)
    {
        var all = graph.DefaultOrders[table.Index].Span;
        foreach (var condition in Conjuncts(filter))
        {
            switch (condition)
            {
                case TextPredicate { Operator: TextOperator.Eq, Value: { Subject: Subject.Node, Kind: ValueKind.Id } } id:
                    return ByIds(graph, table, [id.Operand]);
                case TextInPredicate { Value: { Subject: Subject.Node, Kind: ValueKind.Id } } ids:
                    return ByIds(graph, table, ids.Sorted);
                case TextPredicate { Operator: TextOperator.Eq, Value: { Subject: Subject.Node, Kind: ValueKind.Property } } name when name.Value.Property == table.Name:
                    var folded = Folding.Fold(System.Text.Encoding.UTF8.GetString(name.Operand));
                    // What folds to nothing is in no index of names.
                    if (folded.Length > 0)
                    {
                        return ByName(graph, table, System.Text.Encoding.UTF8.GetBytes(folded));
                    }

                    break;
            }
        }

        var (from, to) = Range(graph, table, filter, all);
        return from == 0 && to == all.Length ? new RowSource(all, graph.Tables[table.Index]) : new RowSource(all[from..Math.Max(from, to)]);
    }

    private static IEnumerable<Predicate> Conjuncts(Predicate? filter) => filter switch
    {
        null => [],
        AndPredicate and => and.Parts.SelectMany(Conjuncts),
        _ => [filter],
    };

    private static RowSource ByIds(GraphSnapshot graph, NodeTable table, IEnumerable<byte[]> ids)
    {
        var nodes = new List<int>();
        foreach (var id in ids)
        {
            if (graph.FindNode(id) is >= 0 and var node && graph.TableOf[node] == table.Index)
            {
                nodes.Add(node);
            }
        }

        return InDefaultOrder(graph, nodes);
    }

    private static RowSource ByName(GraphSnapshot graph, NodeTable table, byte[] folded)
    {
        var nodes = new List<int>();
        foreach (var entry in graph.NameIndexes[table.Index].Find(graph, folded))
        {
            nodes.Add(entry.Node);
        }

        return InDefaultOrder(graph, nodes);
    }

    /// <summary>Each once: an id may be asked for twice, and a node be found by several names.</summary>
    private static RowSource InDefaultOrder(GraphSnapshot graph, List<int> nodes)
    {
        nodes.Sort((a, b) => graph.Ranks[a].CompareTo(graph.Ranks[b]));
        var distinct = 0;
        for (var i = 0; i < nodes.Count; i++)
        {
            if (i == 0 || nodes[i] != nodes[i - 1])
            {
                nodes[distinct++] = nodes[i];
            }
        }

        return new RowSource(CollectionsMarshal.AsSpan(nodes)[..distinct]);
    }

    /// <summary>Bounds on the integer that the default order begins with: binary search over the order.</summary>
    private static (int From, int To) Range(GraphSnapshot graph, NodeTable table, Predicate? filter, ReadOnlySpan<int> all)
    {
        var (from, to) = (0, all.Length);
        if (table.DefaultOrder is not [{ Type: PropertyType.Int } first, ..])
        {
            return (from, to);
        }

        foreach (var condition in Conjuncts(filter))
        {
            if (condition is not IntPredicate { Value: { Subject: Subject.Node, Kind: ValueKind.Property } } bound || bound.Value.Property != first)
            {
                continue;
            }

            if (bound.Operator is IntOperator.Gt or IntOperator.Gte or IntOperator.Eq)
            {
                from = Math.Max(from, Below(graph, all, bound.Value, bound.Operand, orEqual: bound.Operator == IntOperator.Gt));
            }

            if (bound.Operator is IntOperator.Lt or IntOperator.Lte or IntOperator.Eq)
            {
                to = Math.Min(to, Below(graph, all, bound.Value, bound.Operand, orEqual: bound.Operator != IntOperator.Lt));
            }
        }

        return (from, to);
    }

    /// <summary>How many nodes of the order have a smaller value (or the same); missing values stand last.</summary>
    private static int Below(GraphSnapshot graph, ReadOnlySpan<int> all, ValueRef value, int operand, bool orEqual)
    {
        int low = 0, high = all.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var found = Values.Int(graph, value, new Step(all[middle], -1));
            if (found != IntColumn.Missing && (found < operand || (orEqual && found == operand)))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
