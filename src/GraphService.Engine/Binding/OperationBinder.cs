using System.Text;
using GraphService.Engine.Schema;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Engine.Binding;

/// <summary>Makes predicates of the operations on one scalar or enum: eq, in, gt, contains, ... An n* operation is the exact opposite of its twin.</summary>
internal static class OperationBinder
{
    /// <summary>Null when the operations put no condition.</summary>
    public static Predicate? Bind(FilterBinder filters, FilterField field, InputObject operations, string path, int depth)
    {
        filters.Enter(path, depth);
        var parts = new List<Predicate>();
        foreach (var (operation, operand) in operations.Fields)
        {
            FilterBinder.Add(parts, Operation(filters, field, operation.Name, operand, $"{path}.{operation.Name}", depth));
        }

        return FilterBinder.All(parts);
    }

    private static Predicate? Operation(FilterBinder filters, FilterField field, string name, object? operand, string path, int depth)
    {
        filters.EnterTexts(operand);
        switch (name)
        {
            case "and":
                return operand is null ? null : FilterBinder.All(FilterBinder.Items(operand).Select((o, i) => Bind(filters, field, o, $"{path}[{i}]", depth + 1)).OfType<Predicate>());
            case "or":
                return operand is null ? null : FilterBinder.Any(FilterBinder.Items(operand).Select((o, i) => Bind(filters, field, o, $"{path}[{i}]", depth + 1)));
            case "eq":
                return Equal(field, operand);
            case "neq":
                return new NotPredicate(Equal(field, operand));
            case "in":
                return In(filters, field, operand);
            case "nin":
                return new NotPredicate(In(filters, field, operand));
        }

        if (operand is null)
        {
            throw FilterBinder.NullOperand(path);
        }

        return name[0] == 'n' ? new NotPredicate(Comparison(field, name[1..], operand, path)) : Comparison(field, name, operand, path);
    }

    private static Predicate Equal(FilterField field, object? operand) => (field.Kind, operand) switch
    {
        (_, null) => new MissingPredicate(field.Value),
        (FilterFieldKind.Int, long number) => new IntPredicate(field.Value, IntOperator.Eq, (int)number),
        (FilterFieldKind.Place, EnumValue value) => new SetPredicate(field.Value, SetOf(field, value)),
        _ => new TextPredicate(field.Value, TextOperator.Eq, Utf8(operand)),
    };

    /// <summary>One of the values; a null among them, or instead of them, stands for a missing value.</summary>
    private static Predicate In(FilterBinder filters, FilterField field, object? operand)
    {
        var items = operand as object?[] ?? [operand];
        filters.EnterItems(items.Length);
        var values = items.Where(i => i is not null).ToList();
        Predicate among = field.Kind switch
        {
            _ when values.Count == 0 => new OrPredicate([]),
            FilterFieldKind.Int => new IntInPredicate(field.Value, [.. values.Select(v => (int)(long)v!).Order()]),
            FilterFieldKind.Place => new SetPredicate(field.Value, values.Aggregate(0UL, (set, v) => set | SetOf(field, (EnumValue)v!))),
            _ => new TextInPredicate(field.Value, [.. values.Select(v => Utf8(v!)).Order(Utf8Order)]),
        };
        return values.Count == items.Length ? among : new OrPredicate([new MissingPredicate(field.Value), among]);
    }

    private static Predicate Comparison(FilterField field, string name, object operand, string path)
    {
        if (field.Kind == FilterFieldKind.Int)
        {
            return new IntPredicate(field.Value, name switch { "gt" => IntOperator.Gt, "gte" => IntOperator.Gte, "lt" => IntOperator.Lt, _ => IntOperator.Lte }, (int)(long)operand);
        }

        return name == "search" ? Search(field, (string)operand, path) : new TextPredicate(field.Value, name switch
        {
            "contains" => TextOperator.Contains,
            "startsWith" => TextOperator.StartsWith,
            "endsWith" => TextOperator.EndsWith,
            "gt" => TextOperator.Gt,
            "gte" => TextOperator.Gte,
            "lt" => TextOperator.Lt,
            _ => TextOperator.Lte,
        }, Utf8(operand));
    }

    private static TextPredicate Search(FilterField field, string text, string path) =>
        new(field.Value, TextOperator.Search, Encoding.UTF8.GetBytes(SearchText.Fold(text, path)));

    private static ulong SetOf(FilterField field, EnumValue value)
    {
        var place = -1;
        for (var i = 0; i < field.Names.Count && place < 0; i++)
        {
            place = field.Names[i] == value.Name ? i : -1;
        }

        return place < 0 ? 0 : 1UL << place;
    }

    private static byte[] Utf8(object text) => Encoding.UTF8.GetBytes((string)text);

    private static readonly Comparer<byte[]> Utf8Order = Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));
}
