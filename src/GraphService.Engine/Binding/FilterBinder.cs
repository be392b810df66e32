using GraphService.Engine.Schema;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Engine.Binding;

/// <summary>Makes a predicate of a coerced <c>where</c> argument. What is absent or null puts no condition.</summary>
internal static class FilterBinder
{
    /// <summary>How deep filters may nest.</summary>
    public const int MaxDepth = 8;

    /// <summary>How long the text of a search may be.</summary>
    public const int MaxSearchLength = 4_096;

    /// <summary>Null when there is no condition.</summary>
    /// <exception cref="QueryFaultException">An operand is refused.</exception>
    public static Predicate? Bind(FilterInput input, object? where, string argument = "where") => All(Parts(input, where as InputObject, argument, 1));

    private static List<Predicate> Parts(FilterInput input, InputObject? where, string path, int depth)
    {
        CheckDepth(path, depth);
        var parts = new List<Predicate>();
        foreach (var (field, value) in where?.Fields ?? [])
        {
            if (value is null)
            {
                continue;
            }

            var at = $"{path}.{field.Name}";
            switch (field.Name)
            {
                case "and":
                    Add(parts, All(Items(value).SelectMany((item, i) => Parts(input, item, $"{at}[{i}]", depth + 1))));
                    break;
                case "or":
                    Add(parts, Any(Items(value).Select((item, i) => All(Parts(input, item, $"{at}[{i}]", depth + 1)))));
                    break;
                default:
                    Add(parts, Field(input.Fields[field.Name], (InputObject)value, at, depth + 1));
                    break;
            }
        }

        return parts;
    }

    private static Predicate? Field(FilterField field, InputObject operations, string path, int depth)
    {
        switch (field.Kind)
        {
            case FilterFieldKind.Node:
                return All(Parts(field.Nested!, operations, path, depth)) is { } node ? new NodePredicate(field.Value.Subject, node) : null;
            case FilterFieldKind.Steps:
                return Quantified(operations, path, depth, (o, at) => All(Parts(field.Nested!, o, at, depth + 1)), (q, inner) => new StepsPredicate(Subject.Node, field.Adjacency!, q, inner));
            case FilterFieldKind.TypeItems:
                var type = field with { Kind = FilterFieldKind.Place, Value = new ValueRef(Subject.Relationship, ValueKind.Type) };
                return Quantified(operations, path, depth, (o, at) => OperationBinder.Bind(type, o, at, depth + 1), (q, inner) => new StepsPredicate(Subject.Node, field.Adjacency!, q, inner));
            case FilterFieldKind.TextItems:
            case FilterFieldKind.IntItems:
                var item = field with { Kind = field.Kind == FilterFieldKind.TextItems ? FilterFieldKind.Text : FilterFieldKind.Int };
                return Quantified(operations, path, depth, (o, at) => OperationBinder.Bind(item, o, at, depth + 1), (q, inner) => new ItemsPredicate(field.Value, q, inner));
            default:
                return OperationBinder.Bind(field, operations, path, depth);
        }
    }

    /// <summary>all, none, some, any. An inner filter without a condition holds for every item.</summary>
    private static Predicate? Quantified(InputObject operations, string path, int depth, Func<InputObject, string, Predicate?> bind, Func<Quantifier, Predicate?, Predicate> quantify)
    {
        CheckDepth(path, depth);
        var parts = new List<Predicate>();
        foreach (var (field, value) in operations.Fields)
        {
            switch (field.Name, value)
            {
                case (_, null):
                    throw NullOperand($"{path}.{field.Name}");
                case ("any", bool any):
                    parts.Add(quantify(any ? Quantifier.Some : Quantifier.None, null));
                    break;
                case ("all", InputObject inner):
                    Add(parts, bind(inner, $"{path}.all") is { } every ? quantify(Quantifier.All, every) : null);
                    break;
                case ("none", InputObject inner):
                    parts.Add(quantify(Quantifier.None, bind(inner, $"{path}.none")));
                    break;
                case ("some", InputObject inner):
                    parts.Add(quantify(Quantifier.Some, bind(inner, $"{path}.some")));
                    break;
            }
        }

        return All(parts);
    }

    internal static void CheckDepth(string path, int depth)
    {
        // and/or lists of a filter and its operations count as one level each.
        if (depth > MaxDepth * 2)
        {
            throw new QueryFaultException(QueryFault.Limit("FILTER_DEPTH", MaxDepth * 2, $"The filter is nested deeper than {MaxDepth * 2} levels at {Shorten(path)}: say it with fewer."));
        }
    }

    internal static QueryFaultException NullOperand(string path) =>
        new(QueryFault.BadInput(path, $"{Shorten(path)} must not be null: leave it out, or compare with a missing value by eq, neq, in or nin."));

    private static string Shorten(string path) => path.Length <= 100 ? path : path[..100] + "...";

    internal static IEnumerable<InputObject> Items(object value) => ((object?[])value).OfType<InputObject>();

    internal static void Add(List<Predicate> parts, Predicate? part)
    {
        if (part is not null)
        {
            parts.Add(part);
        }
    }

    /// <summary>All of them; null when there is no condition.</summary>
    internal static Predicate? All(IEnumerable<Predicate> parts)
    {
        var all = parts.ToList();
        return all.Count switch { 0 => null, 1 => all[0], _ => new AndPredicate(all) };
    }

    /// <summary>Any of them. An alternative without a condition always holds; no alternatives at all put no condition.</summary>
    internal static Predicate? Any(IEnumerable<Predicate?> alternatives)
    {
        var any = alternatives.ToList();
        return any.Count == 0 || any.Contains(null) ? null : any.Count == 1 ? any[0] : new OrPredicate(any!);
    }
}
