using GraphService.GraphQL.TypeSystem.Building;

namespace GraphService.GraphQL.TypeSystem.Rules;

/// <summary>Spec, Type System: the Type Validation sections, one rule each.</summary>
internal static class SchemaRules
{
    private static readonly Action<SchemaDraft, SchemaErrors>[] All =
    [
        RootTypes.Check,
        ReservedNames.Check,
        Fields.Check,
        Implementations.Check,
        Members.Check,
        InputObjects.Check,
        InputObjectCycles.Check,
        DirectiveDefinitions.Check,
        DefaultValues.Check,
        DefaultValueCycles.Check,
        AppliedDirectives.Check,
    ];

    public static void Check(SchemaDraft draft, SchemaErrors errors)
    {
        foreach (var rule in All)
        {
            rule(draft, errors);
        }
    }
}
