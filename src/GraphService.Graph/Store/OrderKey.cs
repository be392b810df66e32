using GraphService.Graph.Model;

namespace GraphService.Graph.Store;

/// <summary>One term of an order, prepared for a snapshot.</summary>
internal abstract class OrderKey(bool descending)
{
    /// <summary>Compares what the term reads of two rows, the direction included.</summary>
    public int Compare(Step x, Step y) => descending ? CompareAscending(y, x) : CompareAscending(x, y);

    protected abstract int CompareAscending(Step x, Step y);

    public static OrderKey Create(GraphSnapshot graph, OrderTerm term)
    {
        if (term.Kind is not (ValueKind.Property or ValueKind.PropertyText))
        {
            return new PlaceKey(graph, term);
        }

        var property = term.Property ?? throw new ArgumentException("A term that reads a property must name it.");
        var values = new PropertyAccess(graph, term.Subject, property, term.Only);
        return property.Type switch
        {
            PropertyType.Text or PropertyType.Date => new TextKey(graph, values, term.Descending),
            _ when term.Kind == ValueKind.PropertyText => new WrittenKey(graph, values, property, term.Descending),
            PropertyType.Int => new IntKey(values, term.Descending),
            PropertyType.Enum => new EnumKey(values, property, term.Descending),
            _ => throw new ArgumentException($"The property {property.Name} is a list: rows cannot be ordered by it."),
        };
    }

    /// <summary>Ranks of names in their order as UTF-8 bytes.</summary>
    protected static int[] RanksOf(IEnumerable<string> names)
    {
        var utf8 = names.Select(System.Text.Encoding.UTF8.GetBytes).ToArray();
        return [.. utf8.Select(name => utf8.Count(other => other.AsSpan().SequenceCompareTo(name) < 0))];
    }

    /// <summary>Ids, kinds, types, ranks and places among parallels: whatever compares as one number.</summary>
    private sealed class PlaceKey(GraphSnapshot graph, OrderTerm term) : OrderKey(term.Descending)
    {
        private const long Missing = long.MaxValue;
        private readonly int[] _kindRanks = RanksOf(graph.Model.Kinds.Select(k => k.Name));
        private readonly int[] _typeRanks = RanksOf(term.TypeNames ?? [.. graph.Model.RelationshipTypes.Select(t => t.Name)]);

        protected override int CompareAscending(Step x, Step y) => Place(x).CompareTo(Place(y));

        private long Place(Step step)
        {
            if (term.Kind is ValueKind.Type or ValueKind.TypeName)
            {
                if (step.Relationship < 0)
                {
                    return Missing;
                }

                var type = graph.RelationshipTypes[step.Relationship];
                return term.Kind == ValueKind.Type ? type : _typeRanks[type];
            }

            if (term.Kind == ValueKind.Nth)
            {
                return step.Relationship < 0 ? Missing : graph.NthOf(step.Relationship);
            }

            var node = PropertyAccess.NodeOf(graph, term.Subject, step);
            if (node < 0 || (term.Only is { } only && graph.TableOf[node] != only.Index))
            {
                return Missing;
            }

            return term.Kind switch
            {
                ValueKind.Id => graph.IdRanks[node],
                ValueKind.Rank => ((long)graph.TableOf[node] << 32) | (uint)graph.Ranks[node],
                _ => graph.Kinds[node] is var kind && kind < _kindRanks.Length ? _kindRanks[kind] : Missing,
            };
        }
    }

    private sealed class IntKey(PropertyAccess values, bool descending) : OrderKey(descending)
    {
        protected override int CompareAscending(Step x, Step y) => Value(x).CompareTo(Value(y));

        private long Value(Step step) =>
            values.Find(step, out var row) is IntColumn column && column.Values[row] is var value && value != IntColumn.Missing
                ? value
                : long.MaxValue;
    }

    private sealed class EnumKey(PropertyAccess values, Property property, bool descending) : OrderKey(descending)
    {
        private readonly int[] _ranks = RanksOf(property.EnumValues);

        protected override int CompareAscending(Step x, Step y) => Rank(x).CompareTo(Rank(y));

        private int Rank(Step step) =>
            values.Find(step, out var row) is EnumColumn column && column.Values[row] is var value && value != EnumColumn.Missing
                ? _ranks[value]
                : int.MaxValue;
    }

    private sealed class TextKey(GraphSnapshot graph, PropertyAccess values, bool descending) : OrderKey(descending)
    {
        protected override int CompareAscending(Step x, Step y)
        {
            var a = Value(x);
            var b = Value(y);
            if (a.IsNull || b.IsNull)
            {
                return a.IsNull.CompareTo(b.IsNull);
            }

            return graph.Text(a).SequenceCompareTo(graph.Text(b));
        }

        private TextRef Value(Step step) =>
            values.Find(step, out var row) is TextColumn column ? column.Values[row] : TextRef.Null;
    }

    /// <summary>Numbers, enums and lists compared as they are written; an empty list is missing.</summary>
    private sealed class WrittenKey(GraphSnapshot graph, PropertyAccess values, Property property, bool descending)
        : OrderKey(descending)
    {
        protected override int CompareAscending(Step x, Step y)
        {
            using var a = new WrittenText();
            using var b = new WrittenText();
            var hasA = a.TryWrite(graph, values.Find(x, out var rowA), property, rowA);
            var hasB = b.TryWrite(graph, values.Find(y, out var rowB), property, rowB);
            return hasA && hasB ? a.Written.SequenceCompareTo(b.Written) : hasB.CompareTo(hasA);
        }
    }
}
