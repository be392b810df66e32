using System.Text;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>Makes up arguments: mostly such that something is found, sometimes such that they are refused.</summary>
internal sealed class RandomArguments(Schema schema, ValuePool pool, Random random)
{
    private static readonly string[] s_oddTexts = ["", " ", "zz", "\"", "\\", "é", "\uE000", "\uFFFD", "😀", "a", "|", "' OR 1=1 //", "`", "\u2028", "(?i)", "$p.v0"];
    private static readonly int[] s_sizes = [0, 1, 1, 2, 2, 3, 3, 5, 20, 50, 200];

    public QueryEntry[] Of(FieldsType parent, FieldDefinition field)
    {
        var entries = new List<QueryEntry>();
        foreach (var argument in field.Arguments)
        {
            if (argument.IsRequired || random.Next(3) == 0)
            {
                entries.Add(new QueryEntry(argument.Name, Argument(parent, field, argument), argument.IsRequired));
            }
        }

        // One of them has to be given, and only one.
        if (field.Argument("id") is not null && (field.Argument("name") ?? field.Argument("title")) is { } name && random.Next(12) != 0)
        {
            var isById = random.Next(2) == 0;
            entries.RemoveAll(e => e.Name is "id" || e.Name == name.Name || (isById && e.Name == "year"));
            entries.Add(isById ? new QueryEntry("id", Id(field), true) : new QueryEntry(name.Name, Name(name.Name), true));
        }

        entries.RemoveAll(e => e.Name == "last" && random.Next(12) != 0 && entries.Exists(f => f.Name == "first"));
        return [.. entries.Select(e => random.Next(6) == 0 ? e with { Value = new QueryValue.Variable(field.Argument(e.Name)!.Type.ToString(), e.Value) } : e)];
    }

    /// <summary>A page from or to rows of an answer.</summary>
    public IEnumerable<QueryEntry> Page(IReadOnlyList<string> cursors, bool canLast)
    {
        var form = random.Next(canLast ? 5 : 1);
        var isLast = form is 1 or 3;
        yield return new QueryEntry(isLast ? "last" : "first", QueryValue.Of(Pick(s_sizes)));
        if (form is 0 or 2 or 3)
        {
            yield return new QueryEntry("after", QueryValue.Of(Pick(cursors)));
        }

        if (form is not 0)
        {
            yield return new QueryEntry("before", QueryValue.Of(Pick(cursors)));
        }
    }

    public QueryValue Filter(InputObjectType type, string field, int depth)
    {
        var entries = new List<QueryEntry>();
        foreach (var input in type.Fields.OrderBy(_ => random.Next()).Take(random.Next(depth > 1 ? 1 : 0, 3)).DistinctBy(f => f.Name))
        {
            if (random.Next(20) == 0 && input.Name is not ("all" or "none" or "some"))
            {
                entries.Add(new QueryEntry(input.Name, IsOperation(type) && input.Name is not ("eq" or "neq" or "in" or "nin" or "and" or "or") ? Operand(field, input) : QueryValue.Null));
            }
            else if (input.Type.Named is not InputObjectType inner)
            {
                entries.Add(new QueryEntry(input.Name, Operand(field, input)));
            }
            else if (depth > 0)
            {
                var name = input.Name is "and" or "or" or "all" or "none" or "some" ? field : input.Name;
                entries.Add(new QueryEntry(input.Name, input.Type.Nullable is ListType
                    ? new QueryValue.Items([.. Enumerable.Range(0, random.Next(3)).Select(_ => Filter(inner, name, depth - 1))])
                    : Filter(inner, name, depth - 1)));
            }
        }

        return new QueryValue.Entries([.. entries]);
    }

    public QueryValue Order(InputObjectType type) => new QueryValue.Items([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => OrderEntry(type))]);

    private static bool IsOperation(InputObjectType type) => type.Name.EndsWith("OperationFilterInput", StringComparison.Ordinal);

    private QueryValue.Entries OrderEntry(InputObjectType type) => new([.. type.Fields.OrderBy(_ => random.Next()).Take(random.Next(4) == 0 ? 2 : 1)
        .Select(f => new QueryEntry(f.Name, f.Type.Named is InputObjectType inner ? OrderEntry(inner) : QueryValue.Enum(random.Next(2) == 0 ? "ASC" : "DESC")))]);

    private QueryValue Argument(FieldsType parent, FieldDefinition field, InputValue argument) => argument.Name switch
    {
        _ when !argument.IsRequired && random.Next(16) == 0 => QueryValue.Null,
        "where" => Filter((InputObjectType)argument.Type.Named, field.Name, random.Next(1, 5)),
        "order" => Order((InputObjectType)argument.Type.Named),
        "first" or "last" => QueryValue.Of(random.Next(30) == 0 ? Pick([-1, 201]) : Pick(s_sizes)),
        "after" or "before" => random.Next(40) == 0 ? QueryValue.Of(Pick(["", "AAAA", "nothing", "é"])) : QueryValue.Null,
        "ids" => new QueryValue.Items([.. Enumerable.Range(0, random.Next(6)).Select(_ => Id(field))]),
        "people" => new QueryValue.Items([.. Enumerable.Range(0, random.Next(10) == 0 ? 0 : random.Next(1, 3)).Select(_ => Person())]),
        "avoiding" => new QueryValue.Items([.. Enumerable.Range(0, random.Next(3)).Select(_ => QueryValue.Of(Pick(pool.Ids(["Person", "Film", "Series"]))))]),
        "including" => new QueryValue.Items([.. Enumerable.Range(0, random.Next(3)).Select(_ => Person())]),
        "from" or "to" when field.Argument("over") is not null => QueryValue.Of(random.Next(30) == 0 ? "nobody" : Pick(pool.AllIds)),
        "from" or "to" => Person(),
        "id" => Id(field),
        "name" or "title" => Name(argument.Name),
        "text" => QueryValue.Of(Part(Pick(["name", "title", "aliases"]), "search")),
        "maxDegrees" => QueryValue.Of(random.Next(10) == 0 ? Pick([0, 13]) : random.Next(1, 13)),
        "maxLength" => QueryValue.Of(random.Next(10) == 0 ? Pick([0, 17]) : random.Next(1, 17)),
        "depth" => QueryValue.Of(random.Next(10) == 0 ? Pick([0, 4]) : random.Next(1, 4)),
        "limit" => QueryValue.Of(random.Next(10) == 0 ? Pick([0, 501]) : Pick([1, 2, 3, 5, 10, 20, 50, 500])),
        "minPeople" => QueryValue.Of(random.Next(12) == 0 ? 1 : random.Next(2, 5)),
        "minWorks" => QueryValue.Of(random.Next(12) == 0 ? 0 : random.Next(1, 4)),
        "measure" => QueryValue.Enum(Pick(((EnumType)argument.Type.Named).Values).Name),
        _ when argument.Type.Named is EnumType values => new QueryValue.Items([.. values.Values.OrderBy(_ => random.Next()).Take(random.Next(5)).Select(v => QueryValue.Enum(v.Name))]),
        _ when argument.Type.Named.Name == "Int" => QueryValue.Of(Pick(pool.Numbers("year"))),
        _ => throw new InvalidOperationException($"Nothing is made up for {parent.Name}.{field.Name}({argument.Name}:)."),
    };

    private QueryValue Person() => QueryValue.Of(random.Next(30) == 0 ? Pick([.. pool.AllIds, "nobody"]) : Pick(pool.Ids(["Person"])));

    private QueryValue Id(FieldDefinition field)
    {
        var fitting = pool.Ids(schema.PossibleTypes(field.Type.Named).Select(t => t.Name));
        return QueryValue.Of(random.Next(8) == 0 || fitting.Count == 0 ? Pick([.. pool.AllIds, "nobody", ""]) : Pick(fitting));
    }

    private QueryValue Name(string argument)
    {
        var name = Pick([.. pool.Texts(argument), .. pool.Texts("aliases")]);
        return QueryValue.Of(random.Next(4) switch { 0 => name.ToUpperInvariant(), 1 => " " + name.Normalize(NormalizationForm.FormD), _ => name });
    }

    private QueryValue Operand(string field, InputValue operation) => operation.Type.Nullable is ListType
        ? new QueryValue.Items([.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(6) == 0 ? QueryValue.Null : Single(field, operation))])
        : operation.Name is "eq" or "neq" && random.Next(5) == 0 ? QueryValue.Null : Single(field, operation);

    private QueryValue Single(string field, InputValue operation) => operation.Type.Named switch
    {
        EnumType values => QueryValue.Enum(Pick(values.Values).Name),
        { Name: "Boolean" } => QueryValue.Of(random.Next(2) == 0),
        { Name: "Int" } => QueryValue.Of(Pick(pool.Numbers(field)) + (random.Next(4) == 0 ? 1 : 0)),
        { Name: "ID" } => QueryValue.Of(random.Next(6) == 0 ? "nobody" : Pick(pool.AllIds)),
        { Name: "Date" } => QueryValue.Of(Pick([.. pool.Texts("date").Where(d => d.Length <= 10 && d[0] is '1' or '2'), "2025", "2025-06", "2025-06-06"])),
        _ => QueryValue.Of(Part(field, operation.Name)),
    };

    /// <summary>A text of the field, or the part of one that the operation asks for.</summary>
    private string Part(string field, string operation)
    {
        if (random.Next(8) == 0)
        {
            return Pick(s_oddTexts);
        }

        var text = Pick(pool.Texts(field));
        var runes = text.EnumerateRunes().Select(r => r.ToString()).ToArray();
        var (at, count) = (random.Next(runes.Length + 1), random.Next(1, 5));
        return operation switch
        {
            "contains" or "ncontains" => string.Concat(runes.Skip(at).Take(count)),
            "startsWith" or "nstartsWith" => string.Concat(runes.Take(at)),
            "endsWith" or "nendsWith" => string.Concat(runes.Skip(at)),
            "search" => string.Join(' ', text.Split(' ').OrderBy(_ => random.Next()).Take(2).Select(w => string.Concat(w.EnumerateRunes().Take(3)))),
            _ => text,
        };
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
