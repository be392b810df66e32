using GraphService.GraphQL.TypeSystem;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>Queries that together select every field, ask every operation of every filter, and order by every field: nothing is left to chance.</summary>
internal sealed class EveryQuery(Schema schema, ValuePool pool)
{
    private const int FiltersAtOnce = 16;

    // A database takes long to plan them all: of operations below lists, whose fields are much alike, one in so many, another one for each field.
    private const int OneBelowLists = 4;

    private int _below;

    /// <summary>Every field of a kind of node, with everything that is one step away.</summary>
    /// <param name="most">Nodes of the kind to ask for.</param>
    public IEnumerable<string> Fields(int most)
    {
        foreach (var type in schema.PossibleTypes(schema.Types["Node"]))
        {
            var ids = string.Join(", ", pool.Ids([type.Name]).Take(most).Select(id => QueryValue.Of(id).Json));
            yield return $"{{ nodes(ids: [{ids}]) {{ __typename id ... on {type.Name} {{ {EverySelection.Of(type, 3)} }} }} }}";
        }
    }

    /// <summary>Every operation of every field that a root field can be filtered by, and operations of all fields below its lists; several in one query.</summary>
    public IEnumerable<string> Filters() => Paths().Chunk(FiltersAtOnce)
        .Select(filters => $"{{ {string.Join(' ', filters.Select((f, i) => $"f{i}: {f.Root}(first: 200, where: {f.Filter}) {{ nodes {{ id }} }}"))} }}");

    /// <summary>Every field to order by, both ways; and two of them.</summary>
    public IEnumerable<string> Orders()
    {
        foreach (var (root, type, row) in new[] { ("people", "PersonSortInput", "id"), ("works", "WorkSortInput", "id"), ("films", "FilmSortInput", "id") })
        {
            var orders = SortFields(type).ToList();
            yield return $"{{ {string.Join(' ', orders.Select((o, i) => $"f{i}: {root}(first: 200, order: [{o}]) {{ nodes {{ {row} }} pageInfo {{ startCursor endCursor }} }}"))} }}";
        }

        foreach (var (owner, type) in new[] { ("works", "CreditSortInput"), ("people", "CreditSortInput") })
        {
            foreach (var orders in SortFields(type).Chunk(14))
            {
                var credits = orders.Select((o, i) => $"f{i}: credits(first: 4, order: [{o}]) {{ nodes {{ kind person {{ id }} work {{ id }} }} pageInfo {{ startCursor endCursor hasNextPage }} }}");
                yield return $"{{ {owner}(first: 30) {{ nodes {{ id {string.Join(' ', credits)} }} }} }}";
            }
        }

        var (cast, directed) = (SortFields("PersonSortInput").ToArray(), SortFields("WorkSortInput").ToArray());
        yield return $"{{ works {{ nodes {{ {string.Join(' ', cast.Select((o, i) => $"f{i}: cast(last: 3, order: [{o}, {cast[^(i + 1)]}]) {{ edges {{ cursor billing node {{ id }} }} }}"))} }} }} }}";
        yield return $"{{ people {{ nodes {{ {string.Join(' ', directed.Select((o, i) => $"f{i}: actedIn(last: 3, order: [{o}, {directed[^(i + 1)]}]) {{ edges {{ cursor billing node {{ id }} }} }}"))} }} }} }}";
    }

    /// <summary>Walks and surroundings of nodes of every kind, with all that is served of what they pass, and over each kind of relationship.</summary>
    public IEnumerable<string> Walks()
    {
        var (path, subgraph) = ((FieldsType)schema.Types["GraphPath"], (FieldsType)schema.Types["Subgraph"]);
        string[] ids = [.. schema.PossibleTypes(schema.Types["Node"]).SelectMany(t => pool.Ids([t.Name]).Take(2)).Select(id => QueryValue.Of(id).Json)];
        foreach (var (from, to) in ids.Zip(ids.Skip(3)))
        {
            yield return $"{{ shortestPath(from: {from}, to: {to}) {{ {EverySelection.Of(path, 3)} }} shortestPaths(from: {to}, to: {from}, maxLength: 16, first: 3) {{ totalCount edges {{ cursor node {{ {EverySelection.Of(path, 2)} }} }} }} }}";
        }

        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
        {
            yield return $"{{ neighborhood(id: {id}, depth: {1 + (i % 3)}, limit: {1 + (7 * (i % 5))}) {{ {EverySelection.Of(subgraph, 2)} }} }}";
        }

        var kinds = ((EnumType)schema.Types["RelationshipKind"]).Values.Select(k => k.Name);
        yield return $"{{ {string.Join(' ', kinds.Select((k, i) => $"f{i}: neighborhood(id: {ids[i % ids.Length]}, over: [{k}], depth: 3, limit: 500) {{ nodes {{ id }} relationships {{ kind from {{ id }} to {{ id }} properties {{ name value }} }} truncated }}"))} }}";
        yield return $"{{ {string.Join(' ', pool.Ids(["Person"]).Take(5).Select((id, i) => $"f{i}: degreeDistribution(from: {QueryValue.Of(id).Json}) {{ degree people }}"))} }}";
    }

    private IEnumerable<(string Root, string Filter)> Paths()
    {
        var seen = new HashSet<(string, string)>();
        foreach (var (root, type) in new[] { ("people", "PersonFilterInput"), ("works", "WorkFilterInput"), ("films", "FilmFilterInput") })
        {
            foreach (var path in Paths((InputObjectType)schema.Types[type], root, f => f, seen, depth: 0))
            {
                yield return (root, path);
            }
        }
    }

    private IEnumerable<string> Paths(InputObjectType type, string field, Func<string, string> around, HashSet<(string, string)> seen, int depth)
    {
        foreach (var input in type.Fields)
        {
            if (input.Name is "and" or "or")
            {
                continue;
            }

            if (input.Type.Named is not InputObjectType inner)
            {
                foreach (var operand in Operands(field, input))
                {
                    if (depth == 0 || _below++ % OneBelowLists == 0)
                    {
                        yield return around($"{{ {input.Name}: {operand} }}");
                    }
                }
            }
            else if (input.Name is "all" or "none" && inner.Name.EndsWith("OperationFilterInput", StringComparison.Ordinal) is var isItem)
            {
                // What each operation does is seen under "some": here it is the quantifier.
                yield return around($"{{ {input.Name}: {(isItem ? Item(inner, field) : "{}")} }}");
            }
            else if (input.Name == "some" || depth < 2 || inner.Name.EndsWith("OperationFilterInput", StringComparison.Ordinal))
            {
                var name = input.Name == "some" ? field : input.Name;
                if (input.Name == "some" || seen.Add((type.Name, input.Name)))
                {
                    foreach (var path in Paths(inner, name, f => around($"{{ {input.Name}: {f} }}"), seen, depth + (input.Name == "some" ? 1 : 0)))
                    {
                        yield return path;
                    }
                }
            }
        }
    }

    private string Item(InputObjectType operations, string field)
    {
        var operation = operations.Fields.First(f => f.Name is "gt" or "contains" or "eq");
        return $"{{ {operation.Name}: {Operands(field, operation).First()} }}";
    }

    private IEnumerable<string> Operands(string field, InputValue operation)
    {
        var values = Values(field, operation).ToList();
        if (operation.Type.Nullable is ListType)
        {
            return ["[]", "[null]", $"[{string.Join(", ", values)}, null]", $"[{values[0]}]"];
        }

        return operation.Name is "eq" or "neq" ? [.. values.Take(1), "null"] : values.Take(2);
    }

    private IEnumerable<string> Values(string field, InputValue operation) => operation.Type.Named switch
    {
        EnumType values => [values.Values[0].Name, values.Values[^1].Name],
        { Name: "Boolean" } => ["true", "false"],
        { Name: "Int" } => [.. pool.Numbers(field).Take(2).Select(n => QueryValue.Of(n).Json)],
        { Name: "ID" } => [.. pool.AllIds.Take(1).Concat(pool.Ids(["Organization", "Genre", "Award", "Festival", "Character", "Group", "Book", "Place"]).Take(8)).Select(id => QueryValue.Of(id).Json)],
        { Name: "Date" } => ["\"2025\"", "\"2025-06-06\""],
        _ => [.. pool.Texts(field).Take(2).Select(t => QueryValue.Of(Part(t, operation.Name)).Json)],
    };

    private static string Part(string text, string operation) => operation switch
    {
        "contains" or "ncontains" or "startsWith" or "nstartsWith" => string.Concat(text.EnumerateRunes().Take(2)),
        "endsWith" or "nendsWith" => string.Concat(text.EnumerateRunes().TakeLast(2)),
        "search" => text.Split(' ').LastOrDefault(w => w.Any(char.IsLetterOrDigit), "k"),
        _ => text,
    };

    private IEnumerable<string> SortFields(string type) => ((InputObjectType)schema.Types[type]).Fields.SelectMany(f => f.Type.Named is InputObjectType inner
        ? SortFields(inner.Name).Select(s => $"{{ {f.Name}: {s} }}")
        : ["{ " + f.Name + ": ASC }", "{ " + f.Name + ": DESC }"]);
}
