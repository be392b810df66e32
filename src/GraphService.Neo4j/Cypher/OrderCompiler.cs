using GraphService.Graph.Model;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>A key of an order as an expression.</summary>
/// <param name="Expression">Reads it of a row.</param>
/// <param name="Term">What it stands for.</param>
/// <param name="CanBeMissing">It may be null.</param>
/// <param name="IsConstant">All rows of a list have the same.</param>
internal readonly record struct OrderKey(string Expression, OrderTerm Term, bool CanBeMissing, bool IsConstant)
{
    /// <summary>It reads the twin of an integer that is never missing (<see cref="StoredNames.Ordered"/>).</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Of an id: the place of its node in the default order of <see cref="Ranked"/>.</summary>
    public string? Rank { get; init; }

    /// <summary>Of an id: the table that its node is surely of; null when it may be of another.</summary>
    public NodeTable? Ranked { get; init; }
}

/// <summary>Writes orders: missing values last ascending and first descending, texts by code points, as the server does by itself.</summary>
internal sealed class OrderCompiler(Compilation context, ValueCompiler values)
{
    /// <summary>The keys of an order, ranks spelled out.</summary>
    public List<OrderKey> Keys(IReadOnlyList<OrderTerm> terms, RowVariables row, NodeVariable? near)
    {
        var keys = new List<OrderKey>();
        foreach (var term in terms)
        {
            if (term.Kind == ValueKind.Rank)
            {
                AddRank(term, row, near, keys);
            }
            else
            {
                keys.Add(Key(term, row, near));
            }
        }

        return keys;
    }

    /// <summary><c>a, b DESC</c>.</summary>
    public static string By(IEnumerable<OrderKey> keys, bool reversed = false) => Text([.. keys.Where(k => !k.IsConstant).DistinctBy(k => k.Expression)], reversed);

    /// <summary> ORDER BY with its keys, or nothing when there are none.</summary>
    public static string Clause(IEnumerable<OrderKey> keys, bool reversed = false) => By(keys, reversed) is { Length: > 0 } by ? $" ORDER BY {by}" : "";

    /// <summary>The same where an index may give the order, which it does for the keys as they are stored.</summary>
    public static string IndexedClause(IEnumerable<OrderKey> keys, bool reversed) => $" ORDER BY {string.Join(", ", keys.DistinctBy(k => k.Expression).Select(k => Text(k.Expression, k, reversed)))}";

    /// <summary>Keys that are a table's default order, id included, are one: the node's place in that order.</summary>
    private static string Text(List<OrderKey> keys, bool reversed)
    {
        var texts = new List<string>();
        for (var i = 0; i < keys.Count; i++)
        {
            var last = DefaultOrder(keys, i);
            texts.Add(last > i ? Text(keys[last].Rank!, keys[last], reversed) : Text(keys[i].Expression, keys[i], reversed));
            i = Math.Max(i, last);
        }

        return string.Join(", ", texts);
    }

    private static string Text(string expression, OrderKey key, bool reversed) => expression + (key.Term.Descending != reversed ? " DESC" : "");

    /// <summary>The place of the id that ends a default order which begins at a key; -1 when none does.</summary>
    private static int DefaultOrder(List<OrderKey> keys, int from)
    {
        var id = keys.FindIndex(from, k => k.Term.Kind == ValueKind.Id);
        if (id < 0 || keys[id].Ranked is not { } table || id - from != table.DefaultOrder.Count)
        {
            return -1;
        }

        for (var i = from; i < id; i++)
        {
            var term = keys[i].Term;
            if (term.Kind != ValueKind.Property || term.Property != table.DefaultOrder[i - from] || term.Subject != keys[id].Term.Subject || term.Descending != keys[id].Term.Descending)
            {
                return -1;
            }
        }

        return id;
    }

    private OrderKey Key(OrderTerm term, RowVariables row, NodeVariable? near)
    {
        var expression = Expression(term, row);
        var isConstant = term.Kind is ValueKind.Type or ValueKind.TypeName
            ? row.Types.Count == 1
            : term.Subject is Subject.Start or Subject.End && row.Of(term.Subject).Name == near?.Name;
        var key = new OrderKey(Only(term, row, expression), term, CanBeMissing(term, row), isConstant);
        return term.Kind == ValueKind.Id && term.Subject is not (Subject.Relationship or Subject.Referenced) ? Ranked(key, row.Of(term.Subject)) : key;
    }

    private OrderKey Ranked(OrderKey key, NodeVariable node)
    {
        var table = context.Model.Tables.FirstOrDefault(t => (node.Kinds & ~context.Kinds.Of(t)) == 0);
        return key with { Rank = ValueCompiler.Property(node.Name, StoredNames.Rank), Ranked = node.Kinds == 0 || (key.Term.Only is { } only && only != table) ? null : table };
    }

    private string Expression(OrderTerm term, RowVariables row) => term.Kind switch
    {
        ValueKind.Kind => context.Kinds.Name(row.Of(term.Subject).Name, row.Of(term.Subject).Kinds),
        ValueKind.Type => ValueCompiler.ByType(row, t => Compilation.Number(t.Index)),
        ValueKind.TypeName => TypeName(term, row),
        ValueKind.Nth => ValueCompiler.Nth(row.Relationship),
        ValueKind.PropertyText => Written(values.Value(new ValueRef(term.Subject, ValueKind.Property, term.Property), row), term.Property!),
        _ => values.Value(new ValueRef(term.Subject, term.Kind, term.Property), row),
    };

    private static string TypeName(OrderTerm term, RowVariables row) =>
        row.Types.Count > 1 && row.Types.All(t => Name(term, t) == t.Name) ? $"type({row.Relationship})" : ValueCompiler.ByType(row, t => Identifier.Text(Name(term, t)));

    private static string Name(OrderTerm term, RelationshipType type) => term.TypeNames is { } names ? names[type.Index] : type.Name;

    /// <summary>A value as text: numbers by their digits, lists joined by "; "; an empty list is missing.</summary>
    private static string Written(string value, Property property) => property.Type switch
    {
        PropertyType.Int => $"toString({value})",
        PropertyType.TextList or PropertyType.IntList =>
            $"CASE WHEN size({value}) > 0 THEN reduce(t = toString({value}[0]), i IN {value}[1..] | t + '; ' + toString(i)) END",
        _ => value,
    };

    private string Only(OrderTerm term, RowVariables row, string expression)
    {
        if (term.Only is not { } table || term.Subject is Subject.Relationship or Subject.Referenced)
        {
            return expression;
        }

        var node = row.Of(term.Subject);
        var kinds = context.Kinds.Of(table) & node.Kinds;
        return kinds == node.Kinds ? expression : kinds == 0 ? "null" : $"CASE WHEN {node.Name}:{context.Kinds.Expression(kinds, node.Kinds)} THEN {expression} END";
    }

    private bool CanBeMissing(OrderTerm term, RowVariables row)
    {
        if (term.Kind is ValueKind.Type or ValueKind.TypeName or ValueKind.Nth)
        {
            return false;
        }

        if (term.Subject is Subject.Relationship or Subject.Referenced || !CursorForm.IsRequired(term))
        {
            return true;
        }

        var kinds = row.Of(term.Subject).Kinds;
        var table = term.Property is null ? term.Only : context.TableOf(term.Property);
        return (table is not null && (kinds & ~context.Kinds.Of(table)) != 0) || (term.Only is { } only && (kinds & ~context.Kinds.Of(only)) != 0);
    }

    /// <summary>The default order of the node's table; of several tables, one table after the other.</summary>
    private void AddRank(OrderTerm term, RowVariables row, NodeVariable? near, List<OrderKey> keys)
    {
        var node = row.Of(term.Subject);
        var tables = context.Model.Tables.Where(t => (context.Kinds.Of(t) & node.Kinds) != 0 && (term.Only is null || term.Only == t)).ToList();
        if (tables.Count > 1)
        {
            var places = tables.Select(t => $"WHEN {node.Name}:{context.Kinds.Expression(context.Kinds.Of(t) & node.Kinds, node.Kinds)} THEN {Compilation.Number(t.Index)}");
            keys.Add(new OrderKey($"CASE {string.Join(' ', places)} END", term, CanBeMissing: true, IsConstant: false));
        }

        keys.AddRange(tables.SelectMany(t => t.DefaultOrder.Select(p => Key(term with { Kind = ValueKind.Property, Property = p, Only = t }, row, near))));
        keys.Add(Key(term with { Kind = ValueKind.Id }, row, near));
    }
}
