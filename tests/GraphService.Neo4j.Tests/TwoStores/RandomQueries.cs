using GraphService.GraphQL.TypeSystem;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>Makes up valid queries over a schema, with values that a graph holds: all fields and arguments come up.</summary>
internal sealed class RandomQueries
{
    private static readonly string[] Kept = ["edges", "nodes", "node", "pageInfo", "totalCount", "cursor", "startCursor", "endCursor", "hasNextPage", "hasPreviousPage", "id"];

    private readonly Schema _schema;
    private readonly Random _random;
    private readonly RandomArguments _arguments;
    private int _aliases;
    private int _budget;

    public RandomQueries(Schema schema, ValuePool pool, int seed)
    {
        _schema = schema;
        _random = new Random(seed);
        _arguments = new RandomArguments(schema, pool, _random);
    }

    /// <summary>A query with so many fields of objects at most.</summary>
    public RandomQuery Query(int objects)
    {
        (_aliases, _budget) = (0, objects);
        var roots = new List<QueryField>();
        for (var i = _random.Next(1, 4); i > 0 && (_budget > 0 || roots.Count == 0); i--)
        {
            roots.Add(Field(_schema.Query, Pick(_schema.Query.Fields), depth: 1));
        }

        return new RandomQuery([.. roots]);
    }

    /// <summary>The query with pages that go on from rows of its response, in any direction.</summary>
    /// <param name="query">A query that was answered.</param>
    /// <param name="cursors">Cursors of the response, by the response name of the connection.</param>
    public RandomQuery Continue(RandomQuery query, IReadOnlyDictionary<string, List<string>> cursors) => query.Turn(field =>
        cursors.GetValueOrDefault(field.ResponseName) is { Count: > 0 } found
            ? [.. field.Arguments.Where(a => a.Name is not ("first" or "last" or "after" or "before")), .. _arguments.Page(found, field.CanLast)]
            : field.Arguments);

    private QueryField Field(FieldsType parent, FieldDefinition field, int depth)
    {
        var type = field.Type.Named;
        var alias = depth > 1 && Kept.Contains(field.Name) ? field.Name : $"f{_aliases++}: {field.Name}";
        var arguments = _arguments.Of(parent, field);
        var fields = type.IsCompositeType ? Selection(type, depth) : [];
        if (type.IsCompositeType && !Kept.Contains(field.Name))
        {
            _budget--;
        }

        return new QueryField(alias, arguments, fields)
        {
            CanLast = field.Argument("last") is not null,
            Condition = _random.Next(16) == 0 ? (_random.Next(2) == 0 ? "skip" : "include", _random.Next(2) == 0) : null,
        };
    }

    private QueryField[] Selection(NamedType type, int depth)
    {
        var own = type is FieldsType fields ? FieldsOf(fields, depth) : [];
        if (type.IsAbstractType)
        {
            var narrower = _schema.Types.Values.OfType<FieldsType>().Where(t => t != type && (_schema.IsSubType(t, type) || t.Name is "Named" or "Work" && type.Name == "Node")).ToList();
            for (var i = _random.Next(3); i > 0 && narrower.Count > 0; i--)
            {
                var chosen = Pick(narrower);
                narrower.Remove(chosen);
                own.Add(new QueryField($"... on {chosen.Name}", [], [.. FieldsOf(chosen, depth)]));
            }
        }

        if (own.Count == 0 || _random.Next(8) == 0)
        {
            own.Add(new QueryField(own.Exists(f => f.Head == "__typename") ? "typeAgain: __typename" : "__typename", [], []));
        }

        return [.. own];
    }

    private List<QueryField> FieldsOf(FieldsType type, int depth)
    {
        var chosen = new List<QueryField>();
        var isConnection = type.Name.EndsWith("Connection", StringComparison.Ordinal) || type.Name.EndsWith("Edge", StringComparison.Ordinal) || type.Name == "PageInfo";
        var isCounted = type.Name.EndsWith("Aggregates", StringComparison.Ordinal) || type is { Fields: [_, { Name: "count" }] } && (depth < 6 || type.Name != "GenreCount");
        foreach (var field in type.Fields)
        {
            var named = field.Type.Named;
            var isChosen = isCounted ? _random.Next(2) == 0
                : isConnection ? _random.Next(10) < (named.IsCompositeType && field.Name is not ("pageInfo" or "node") ? 4 : 6)
                : named.IsCompositeType ? _budget > 0 && depth < 6 && _random.Next(4 + depth) == 0
                : _random.Next(3) == 0;
            if (isChosen)
            {
                chosen.Add(Field(type, field, depth + 1));
            }
        }

        if (chosen.Count == 0)
        {
            chosen.Add(type.Fields.FirstOrDefault(f => f.Name == "nodes") is { } nodes ? Field(type, nodes, depth + 1) : new QueryField("__typename", [], []));
        }

        return chosen;
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
