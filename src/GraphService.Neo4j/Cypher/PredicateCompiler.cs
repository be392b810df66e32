using GraphService.Graph.Model;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>
/// Writes conditions over a row, with the answers of the embedded store's <c>PredicateEvaluator</c>: two-valued. A positive condition may be null,
/// which counts as false; what negates it turns null into false first. Its depth is the filter's, which binding bounds.
/// </summary>
internal sealed class PredicateCompiler(Compilation context, ValueCompiler values)
{
    /// <summary>Conditions of which all must hold.</summary>
    public IEnumerable<string> Conjuncts(Predicate? predicate, RowVariables row) => predicate switch
    {
        null => [],
        AndPredicate and => and.Parts.SelectMany(p => Conjuncts(p, row)),
        _ => [Condition(predicate, row)],
    };

    /// <summary>A condition, in parentheses where another could stand beside it.</summary>
    public string Condition(Predicate predicate, RowVariables row) => predicate switch
    {
        AndPredicate { Parts.Count: 0 } => "true",
        OrPredicate { Parts.Count: 0 } => "false",
        AndPredicate and => $"({string.Join(" AND ", and.Parts.Select(p => Condition(p, row)))})",
        OrPredicate or => $"({string.Join(" OR ", or.Parts.Select(p => Condition(p, row)))})",
        NotPredicate { Part: MissingPredicate missing } when IsScalar(missing.Value) => $"{values.Value(missing.Value, row)} IS NOT NULL",
        NotPredicate not => Not(Condition(not.Part, row)),
        MissingPredicate missing => Missing(missing.Value, row),
        TextPredicate { Operator: TextOperator.Search } search => Search(search, row),
        TextPredicate text => Text(text, values.Value(text.Value, row)),
        TextInPredicate many => $"{values.Value(many.Value, row)} IN {context.Parameter(many)}",
        IntPredicate number when Twin(number.Value, row) is { } twin => number.Operator is IntOperator.Gt or IntOperator.Gte
            ? $"({Int(number, twin)} AND {twin} < {StoredNames.MissingNumber})"
            : Int(number, twin),
        IntPredicate number => Int(number, values.Value(number.Value, row)),
        IntInPredicate many => $"{Twin(many.Value, row) ?? values.Value(many.Value, row)} IN {context.Parameter(many)}",
        SetPredicate set => $"{values.Value(set.Value, row)} IN {context.Parameter(set)}",
        ItemsPredicate items => new ItemsCompiler(context, this, values).Condition(items, row),
        StepsPredicate steps => Steps(steps, row),
        NodePredicate { Subject: Subject.Referenced } node => Referenced(node, row),
        NodePredicate node => Condition(node.Node, row.From(row.Of(node.Subject))),
        _ => throw new InvalidOperationException("A predicate of a kind that nothing compiles."),
    };

    /// <summary>The exact opposite: null counts as false.</summary>
    public static string Not(string condition) => $"NOT coalesce({condition}, false)";

    /// <summary>Compares an expression with the operand of a condition.</summary>
    public string Text(TextPredicate predicate, string value)
    {
        var operand = context.Parameter(predicate);
        var (sign, orEqual) = predicate.Operator switch
        {
            TextOperator.Eq => ("=", false),
            TextOperator.Contains => ("CONTAINS", false),
            TextOperator.StartsWith => ("STARTS WITH", false),
            TextOperator.EndsWith => ("ENDS WITH", false),
            TextOperator.Lt => ("<", false),
            TextOperator.Lte => ("<=", true),
            TextOperator.Gt => (">", false),
            _ => (">=", true),
        };
        return IsComparison(predicate.Operator) && CursorForm.IsHigh(predicate.Operand)
            ? TextSide.Compare(context, value, predicate, 1, sign[0] == '>', operand, orEqual)
            : $"{value} {sign} {operand}";
    }

    /// <summary>Compares an expression with the operand of a condition.</summary>
    public string Int(IntPredicate predicate, string value) => $"{value} {predicate.Operator switch
    {
        IntOperator.Eq => "=",
        IntOperator.Lt => "<",
        IntOperator.Lte => "<=",
        IntOperator.Gt => ">",
        _ => ">=",
    }} {context.Parameter(predicate)}";

    /// <summary>True for the operators that depend on an order.</summary>
    public static bool IsComparison(TextOperator op) => op is TextOperator.Lt or TextOperator.Lte or TextOperator.Gt or TextOperator.Gte;

    /// <summary>The twin that an index is on, in which missing numbers stand behind all others; null where there is none.</summary>
    private static string? Twin(ValueRef value, RowVariables row) =>
        value is { Subject: Subject.Node, Kind: ValueKind.Property, Property: { } property } && property == row.Ordered ? ValueCompiler.Property(row.Node.Name, StoredNames.Ordered(property)) : null;

    // Lists are never missing to users: an empty one is a value. A node and a relationship always have a kind and a type.
    private static bool IsScalar(ValueRef value) =>
        value.Kind == ValueKind.Id || value is { Kind: ValueKind.Property, Property.Type: not (PropertyType.TextList or PropertyType.IntList) };

    private string Missing(ValueRef value, RowVariables row) =>
        IsScalar(value) ? $"{values.Value(value, row)} IS NULL" : value.Kind == ValueKind.Property ? "true" : "false";

    /// <summary>Every word begins a word of the text. Of names the longest one first, which an index can look for.</summary>
    private string Search(TextPredicate search, RowVariables row)
    {
        var property = search.Value.Property!;
        if (search.Value.Subject != Subject.Relationship && context.TableOf(property)?.Name == property)
        {
            var names = values.Value(search.Value with { Property = Stored(StoredNames.Names) }, row);
            return $"({names} CONTAINS {context.Parameter(search)} AND {Words(search, row, $"split({names}, '|')[1]")})";
        }

        return Words(search, row, values.Value(search.Value with { Property = Stored(StoredNames.Folded(property)) }, row));
    }

    /// <summary>Every word of a search begins a word of a folded text.</summary>
    public string Words(TextPredicate search, RowVariables row, string folded) => $"all(w IN {context.Parameter(search, 1)} WHERE {folded} CONTAINS w)";

    /// <summary>A derived property of a node or relationship.</summary>
    public static Property Stored(string name) => new() { Name = name, Type = PropertyType.Text, Index = -1 };

    private string Steps(StepsPredicate predicate, RowVariables row)
    {
        if (predicate is { Quantifier: Quantifier.All, Step: null })
        {
            return "true";
        }

        var near = predicate.From == Subject.Referenced ? default : row.Of(predicate.From);
        var lookUp = "";
        if (predicate.From == Subject.Referenced)
        {
            lookUp = values.ReferencedPattern(row, out near) is { } pattern ? $"MATCH {pattern} " : "";
            if (lookUp.Length == 0)
            {
                return predicate.Quantifier == Quantifier.Some ? "false" : "true";
            }
        }

        var steps = new StepSource(context, near, predicate.Adjacency, row.Depth + (lookUp.Length > 0 ? 2 : 1));
        var conditions = predicate.Step is not { } step ? []
            : predicate.Quantifier == Quantifier.All ? [Not(Condition(step, steps.Row))]
            : Conjuncts(step, steps.Row);
        var where = Where(conditions);
        var exists = $"EXISTS {{ {lookUp}{steps.Text(near.Kinds, isDistinct: false)}{where}{(steps.IsOnlyMatch(isDistinct: false) ? "" : $" RETURN {steps.Row.Node.Name}")} }}";
        return predicate.Quantifier == Quantifier.Some ? exists : $"NOT {exists}";
    }

    private string Referenced(NodePredicate predicate, RowVariables row)
    {
        if (values.ReferencedPattern(row, out var node) is not { } pattern)
        {
            return "false";
        }

        return $"EXISTS {{ MATCH {pattern}{Where(Conjuncts(predicate.Node, row.Below(node)))} }}";
    }

    /// <summary> WHERE with its conditions, or nothing when there are none.</summary>
    public static string Where(IEnumerable<string> conditions) => string.Join(" AND ", conditions) is { Length: > 0 } all ? $" WHERE {all}" : "";
}
