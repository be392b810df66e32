using GraphService.Engine.Schema;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.Graph.Text;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Engine.Binding;

/// <summary>Makes a predicate of a coerced <c>where</c> argument. What is absent or null puts no condition.</summary>
internal sealed class FilterBinder(FilterBudget budget)
{
    /// <summary>How deep filters may nest: each and/or list, each object of a filter and each of operations is a level.</summary>
    public const int MaxDepth = 16;

    /// <summary>Null when there is no condition.</summary>
    /// <exception cref="QueryFaultException">An operand is refused.</exception>
    public Predicate? Bind(FilterInput input, object? where, string argument = "where") => All(Parts(input, where as InputObject, argument, 1));

    private List<Predicate> Parts(FilterInput input, InputObject? where, string path, int depth)
    {
        Enter(path, depth);
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

    private Predicate? Field(FilterField field, InputObject operations, string path, int depth)
    {
        switch (field.Kind)
        {
            case FilterFieldKind.Node:
                return All(Parts(field.Nested!, operations, path, depth)) is { } node ? new NodePredicate(field.Value.Subject, node) : null;
            case FilterFieldKind.Steps:
                return Quantified(operations, path, depth, (o, at) => All(Parts(field.Nested!, o, at, depth + 1)), (q, inner) => new StepsPredicate(Subject.Node, field.Adjacency!, q, inner));
            case FilterFieldKind.TypeItems:
                var type = field with { Kind = FilterFieldKind.Place, Value = new ValueRef(Subject.Relationship, ValueKind.Type) };
                return Quantified(operations, path, depth, (o, at) => OperationBinder.Bind(this, type, o, at, depth + 1), (q, inner) => new StepsPredicate(Subject.Node, field.Adjacency!, q, inner));
            case FilterFieldKind.TextItems:
            case FilterFieldKind.IntItems:
                var item = field with { Kind = field.Kind == FilterFieldKind.TextItems ? FilterFieldKind.Text : FilterFieldKind.Int };
                return Quantified(operations, path, depth, (o, at) => OperationBinder.Bind(this, item, o, at, depth + 1), (q, inner) => new ItemsPredicate(field.Value, q, inner));
            default:
                return OperationBinder.Bind(this, field, operations, path, depth);
        }
    }

    /// <summary>all, none, some, any. An inner filter without a condition holds for every item.</summary>
    private Predicate? Quantified(InputObject operations, string path, int depth, Func<InputObject, string, Predicate?> bind, Func<Quantifier, Predicate?, Predicate> quantify)
    {
        Enter(path, depth);
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

    /// <summary>Accounts for an input object on a level.</summary>
    internal void Enter(string path, int depth)
    {
        budget.Spend(1);
        if (depth > MaxDepth)
        {
            throw new QueryFaultException(QueryFault.Limit("FILTER_DEPTH", MaxDepth, $"The filter is nested deeper than {MaxDepth} levels at {Excerpt.Of(path)}: say it with fewer."));
        }
    }

    /// <summary>Accounts for the values of a list.</summary>
    internal void EnterItems(int count) => budget.Spend(count);

    /// <summary>Accounts for long texts as for several parts: a text is copied wherever a variable is used.</summary>
    internal void EnterTexts(object? operand)
    {
        const int charactersOfAPart = 256;
        foreach (var item in operand as object?[] ?? [operand])
        {
            budget.Spend(item is string text ? text.Length / charactersOfAPart : 0);
        }
    }

    internal static QueryFaultException NullOperand(string path) =>
        new(QueryFault.BadInput(path, $"{Excerpt.Of(path)} must not be null: leave it out, or compare with a missing value by eq, neq, in or nin."));

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
