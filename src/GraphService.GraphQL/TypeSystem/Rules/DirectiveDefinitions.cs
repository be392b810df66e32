using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem.Building;

namespace GraphService.GraphQL.TypeSystem.Rules;

/// <summary>Spec, Directives, Type Validation: known locations, arguments of input types, and no way back to itself.</summary>
internal static class DirectiveDefinitions
{
    public static void Check(SchemaDraft draft, SchemaErrors errors)
    {
        foreach (var directive in draft.DeclaredDirectives)
        {
            var node = (DirectiveDefinitionNode)directive.Node!;
            if (node.Locations.Count == 0)
            {
                errors.Add($"Directive @{directive.Name} must include 1 or more locations.", node.Name);
            }

            foreach (var location in node.Locations.Where(location => !DirectiveLocations.Contains(location.Value)))
            {
                errors.Add($"Unknown directive location \"{location.Value}\".", location);
            }

            foreach (var argument in directive.Arguments)
            {
                Fields.CheckInput(argument, $"@{directive.Name}({argument.Name}:)", "argument", errors);
            }

            if (Reaches(directive, draft))
            {
                errors.Add($"Directive \"@{directive.Name}\" must not reference itself, directly or through the types of its arguments.", node.Name);
            }
        }
    }

    // Follows arguments to their types and directives, those types to their fields and directives, and so on.
    private static bool Reaches(DirectiveDefinition start, SchemaDraft draft)
    {
        var seen = new HashSet<object>();
        var open = new Stack<object>([start]);
        while (open.TryPop(out var element))
        {
            foreach (var next in References(element, draft))
            {
                if (next == start)
                {
                    return true;
                }

                if (seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }

    private static IEnumerable<object> References(object element, SchemaDraft draft)
    {
        IReadOnlyList<Member> members = element switch
        {
            DirectiveDefinition directive => directive.Arguments,
            InputObjectType input => input.Fields,
            EnumType e => e.Values,
            _ => [],
        };
        var applied = members.SelectMany(member => member.Directives).Concat(element is NamedType type ? type.Directives : []);
        return applied
            .Select(directive => draft.Directives.GetValueOrDefault(directive.Name.Value))
            .OfType<object>()
            .Concat(members.OfType<InputValue>().Select(input => input.Type.Named));
    }
}
