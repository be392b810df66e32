using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem.Building;

namespace GraphService.GraphQL.TypeSystem.Rules;

/// <summary>Spec, Unions and Enums, Type Validation: there are members and values. What they are was checked when they were made.</summary>
internal static class Members
{
    public static void Check(SchemaDraft draft, SchemaErrors errors)
    {
        foreach (var type in draft.DeclaredTypes)
        {
            switch (type)
            {
                case UnionType when Parts<UnionTypeDefinitionNode>(draft, type).All(part => part.Types.Count == 0):
                    errors.Add($"Union type {type} must define one or more member types.", type.Node);
                    break;
                case EnumType { Values.Count: 0 }:
                    errors.Add($"Enum type {type} must define one or more values.", type.Node);
                    break;
                case EnumType e:
                    CheckNames(e, errors);
                    break;
            }
        }
    }

    private static void CheckNames(EnumType type, SchemaErrors errors)
    {
        foreach (var value in type.Values.Where(value => value.Name is "true" or "false" or "null"))
        {
            errors.Add($"Enum values cannot be named: {value.Name}.", value.Node);
        }
    }

    private static IEnumerable<T> Parts<T>(SchemaDraft draft, NamedType type) => draft.Definitions.Types[type.Name].Parts.Cast<T>();
}
