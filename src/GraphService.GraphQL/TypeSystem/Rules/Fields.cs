using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem.Building;

namespace GraphService.GraphQL.TypeSystem.Rules;

/// <summary>Spec, Objects and Interfaces, Type Validation: there are fields, of output types, with arguments of input types.</summary>
internal static class Fields
{
    public static void Check(SchemaDraft draft, SchemaErrors errors)
    {
        foreach (var type in draft.DeclaredTypes.OfType<FieldsType>())
        {
            if (type.Fields.Count == 0)
            {
                errors.Add($"Type {type} must define one or more fields.", type.Node);
            }

            foreach (var field in type.Fields)
            {
                if (!field.Type.IsOutputType)
                {
                    errors.Add($"The type of {type}.{field.Name} must be Output Type but got: {field.Type}.", ((FieldDefinitionNode)field.Node!).Type);
                }

                foreach (var argument in field.Arguments)
                {
                    CheckInput(argument, $"{type}.{field.Name}({argument.Name}:)", "argument", errors);
                }
            }
        }
    }

    /// <summary>What holds for arguments and input fields alike.</summary>
    public static void CheckInput(InputValue input, string coordinate, string kind, SchemaErrors errors)
    {
        var node = (InputValueDefinitionNode)input.Node!;
        if (!input.Type.IsInputType)
        {
            errors.Add($"The type of {coordinate} must be Input Type but got: {input.Type}.", node.Type);
        }

        // Spec, @deprecated
        if (input.IsRequired && input.DeprecationReason is not null)
        {
            errors.Add($"Required {kind} {coordinate} cannot be deprecated.", node.Directives.First(directive => directive.Name.Value == "deprecated"));
        }
    }
}
