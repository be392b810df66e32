using GraphService.GraphQL.TypeSystem.Building;

namespace GraphService.GraphQL.TypeSystem.Rules;

/// <summary>Spec, Input Objects, Circular References: a chain of non-null fields that leads back has no finite value.</summary>
internal static class InputObjectCycles
{
    public static void Check(SchemaDraft draft, SchemaErrors errors)
    {
        var done = new HashSet<InputObjectType>();
        foreach (var type in draft.DeclaredTypes.OfType<InputObjectType>())
        {
            Walk(type, done, errors);
        }
    }

    // A depth-first walk without recursion. Every type is entered once, so the whole is linear.
    private static void Walk(InputObjectType start, HashSet<InputObjectType> done, SchemaErrors errors)
    {
        if (!done.Add(start))
        {
            return;
        }

        // The types from the start to where the walk is, with the next field to look at in each.
        var chain = new List<(InputObjectType Type, int Next)> { (start, 0) };
        var onChain = new HashSet<InputObjectType> { start };
        while (chain is [.., var (type, next)])
        {
            if (next == type.Fields.Count)
            {
                chain.RemoveAt(chain.Count - 1);
                onChain.Remove(type);
                continue;
            }

            chain[^1] = (type, next + 1);
            if (type.Fields[next].Type is NonNullType { OfType: InputObjectType target })
            {
                if (onChain.Contains(target))
                {
                    Report(target, chain[chain.FindIndex(link => link.Type == target)..], errors);
                }
                else if (done.Add(target))
                {
                    chain.Add((target, 0));
                    onChain.Add(target);
                }
            }
        }
    }

    private static void Report(InputObjectType type, List<(InputObjectType Type, int Next)> cycle, SchemaErrors errors)
    {
        var via = cycle.Count > 1 ? "via the non-null fields:" : "in the non-null field";
        var fields = cycle.ConvertAll(link => (link.Type, Field: link.Type.Fields[link.Next - 1]));
        errors.Add(
            $"Invalid circular reference. The Input Object {type} references itself {via} {string.Join(", ", fields.Select(f => $"{f.Type}.{f.Field.Name}"))}.",
            [.. fields.Select(f => f.Field.Node)]);
    }
}
