using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem.Building;

namespace GraphService.GraphQL.TypeSystem.Rules;

/// <summary>Spec, Input Objects, Type Validation, but for cycles; OneOf Input Objects.</summary>
internal static class InputObjects
{
    public static void Check(SchemaDraft draft, SchemaErrors errors)
    {
        foreach (var type in draft.DeclaredTypes.OfType<InputObjectType>())
        {
            if (type.Fields.Count == 0)
            {
                errors.Add($"Input Object type {type} must define one or more fields.", type.Node);
            }

            foreach (var field in type.Fields)
            {
                Fields.CheckInput(field, $"{type}.{field.Name}", "input field", errors);
                if (type.IsOneOf)
                {
                    CheckOneOf(type, field, errors);
                }
            }

            // Spec, Input Object Extensions
            var extended = draft.Definitions.Types[type.Name].Extensions.SelectMany(extension => extension.Directives);
            foreach (var directive in extended.Where(directive => directive.Name.Value == "oneOf"))
            {
                errors.Add($"The directive \"@oneOf\" must be on the definition of {type}, not on an extension.", directive);
            }
        }
    }

    private static void CheckOneOf(InputObjectType type, InputValue field, SchemaErrors errors)
    {
        if (field.Type is NonNullType)
        {
            errors.Add($"OneOf input field {type}.{field.Name} must be nullable.", ((InputValueDefinitionNode)field.Node!).Type);
        }

        if (field.DefaultValue is not null)
        {
            errors.Add($"OneOf input field {type}.{field.Name} cannot have a default value.", field.DefaultValue);
        }
    }
}
