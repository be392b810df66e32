using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.Graph.Store;
using GraphService.Graph.Text;

namespace GraphService.Graph.Execution;

/// <summary>Evaluates a bound predicate over rows of the embedded store, without allocating. Its depth is the filter's, which binding bounds.</summary>
internal static class PredicateEvaluator
{
    /// <summary>True when the row passes.</summary>
    public static bool Holds(GraphSnapshot graph, Predicate predicate, Step row, ref Interruption interruption) => predicate switch
    {
        TextPredicate text => Holds(graph, text, row),
        IntPredicate number => Holds(number, Values.Int(graph, number.Value, row)),
        SetPredicate set => Values.Place(graph, set.Value, row) is >= 0 and var place && (set.Set >> place & 1) != 0,
        NotPredicate not => !Holds(graph, not.Part, row, ref interruption),
        AndPredicate and => All(graph, and.Parts, row, ref interruption),
        OrPredicate or => Any(graph, or.Parts, row, ref interruption),
        MissingPredicate missing => IsMissing(graph, missing.Value, row),
        TextInPredicate many => Contains(graph, many.Sorted, Values.Text(graph, many.Value, row)),
        IntInPredicate many => Values.Int(graph, many.Value, row) is not IntColumn.Missing and var value && Array.BinarySearch(many.Sorted, value) >= 0,
        ItemsPredicate items => Holds(graph, items, row),
        StepsPredicate steps => Holds(graph, steps, row, ref interruption),
        NodePredicate node => Values.Node(graph, node.Subject, row) is >= 0 and var other && Holds(graph, node.Node, new Step(other, row.Relationship), ref interruption),
        _ => throw new InvalidOperationException("Unknown predicate."),
    };

    private static bool All(GraphSnapshot graph, IReadOnlyList<Predicate> parts, Step row, ref Interruption interruption)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (!Holds(graph, parts[i], row, ref interruption))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Any(GraphSnapshot graph, IReadOnlyList<Predicate> parts, Step row, ref Interruption interruption)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (Holds(graph, parts[i], row, ref interruption))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMissing(GraphSnapshot graph, ValueRef value, Step row) => value switch
    {
        { Kind: ValueKind.Property, Property.Type: PropertyType.Int } => Values.Int(graph, value, row) == IntColumn.Missing,
        { Kind: ValueKind.Property, Property.Type: PropertyType.Enum } => Values.Place(graph, value, row) < 0,
        { Kind: ValueKind.Property or ValueKind.Id } => Values.Text(graph, value, row).IsNull,
        _ => false,
    };

    private static bool Holds(GraphSnapshot graph, TextPredicate predicate, Step row)
    {
        if (predicate.Operator == TextOperator.Search)
        {
            return Values.Find(graph, predicate.Value, row, out var place) is TextColumn column
                && Matches(graph, predicate, column.Folded[place]);
        }

        return Matches(graph, predicate, Values.Text(graph, predicate.Value, row));
    }

    private static bool Matches(GraphSnapshot graph, TextPredicate predicate, TextRef text)
    {
        if (text.IsNull)
        {
            return false;
        }

        var value = graph.Text(text);
        var operand = predicate.Operand.AsSpan();
        return predicate.Operator switch
        {
            TextOperator.Eq => value.SequenceEqual(operand),
            TextOperator.Contains => value.IndexOf(operand) >= 0,
            TextOperator.StartsWith => value.StartsWith(operand),
            TextOperator.EndsWith => value.EndsWith(operand),
            TextOperator.Search => Folding.MatchesSearch(value, operand),
            TextOperator.Lt => value.SequenceCompareTo(operand) < 0,
            TextOperator.Lte => value.SequenceCompareTo(operand) <= 0,
            TextOperator.Gt => value.SequenceCompareTo(operand) > 0,
            _ => value.SequenceCompareTo(operand) >= 0,
        };
    }

    private static bool Contains(GraphSnapshot graph, byte[][] sorted, TextRef text)
    {
        if (text.IsNull)
        {
            return false;
        }

        var value = graph.Text(text);
        int low = 0, high = sorted.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = value.SequenceCompareTo(sorted[middle]);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (low, middle - 1) : (middle + 1, high);
        }

        return false;
    }

    private static bool Holds(IntPredicate predicate, int value) => value != IntColumn.Missing && predicate.Operator switch
    {
        IntOperator.Eq => value == predicate.Operand,
        IntOperator.Lt => value < predicate.Operand,
        IntOperator.Lte => value <= predicate.Operand,
        IntOperator.Gt => value > predicate.Operand,
        _ => value >= predicate.Operand,
    };

    private static bool Holds(GraphSnapshot graph, ItemsPredicate predicate, Step row)
    {
        var column = Values.Find(graph, predicate.List, row, out var place);
        var count = column switch
        {
            TextListColumn texts => texts.ItemsOf(place).Length,
            IntListColumn numbers => numbers.ItemsOf(place).Length,
            _ => 0,
        };
        for (var i = 0; i < count; i++)
        {
            var holds = predicate.Item is null || HoldsItem(graph, predicate.Item, column!, place, i);
            if (holds && predicate.Quantifier != Quantifier.All)
            {
                return predicate.Quantifier == Quantifier.Some;
            }

            if (!holds && predicate.Quantifier == Quantifier.All)
            {
                return false;
            }
        }

        return predicate.Quantifier != Quantifier.Some;
    }

    /// <summary>The same operators over one item of a list.</summary>
    private static bool HoldsItem(GraphSnapshot graph, Predicate predicate, Column column, int place, int item)
    {
        switch (predicate)
        {
            case AndPredicate and:
                foreach (var part in and.Parts)
                {
                    if (!HoldsItem(graph, part, column, place, item))
                    {
                        return false;
                    }
                }

                return true;
            case OrPredicate or:
                foreach (var part in or.Parts)
                {
                    if (HoldsItem(graph, part, column, place, item))
                    {
                        return true;
                    }
                }

                return false;
            case NotPredicate not:
                return !HoldsItem(graph, not.Part, column, place, item);
            case TextPredicate { Operator: TextOperator.Search } text:
                return Matches(graph, text, ((TextListColumn)column).FoldedOf(place)[item]);
            case TextPredicate text:
                return Matches(graph, text, ((TextListColumn)column).ItemsOf(place)[item]);
            case TextInPredicate many:
                return Contains(graph, many.Sorted, ((TextListColumn)column).ItemsOf(place)[item]);
            case IntPredicate number:
                return Holds(number, ((IntListColumn)column).ItemsOf(place)[item]);
            case IntInPredicate many:
                return Array.BinarySearch(many.Sorted, ((IntListColumn)column).ItemsOf(place)[item]) >= 0;
            case MissingPredicate:
                return false;
            default:
                throw new InvalidOperationException("A list's items have no such predicate.");
        }
    }

    private static bool Holds(GraphSnapshot graph, StepsPredicate predicate, Step row, ref Interruption interruption)
    {
        var node = Values.Node(graph, predicate.From, row);
        if (node < 0)
        {
            return predicate.Quantifier != Quantifier.Some;
        }

        foreach (var step in graph.Adjacencies[predicate.Adjacency.Index].Of(node))
        {
            // Steps within steps multiply: one row may take as long as a whole list.
            interruption.Check();
            var holds = predicate.Step is null || Holds(graph, predicate.Step, step, ref interruption);
            if (holds && predicate.Quantifier != Quantifier.All)
            {
                return predicate.Quantifier == Quantifier.Some;
            }

            if (!holds && predicate.Quantifier == Quantifier.All)
            {
                return false;
            }
        }

        return predicate.Quantifier != Quantifier.Some;
    }
}
