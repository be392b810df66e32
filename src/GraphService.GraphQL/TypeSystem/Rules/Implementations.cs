using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem.Building;

namespace GraphService.GraphQL.TypeSystem.Rules;

// Spec, Objects, Type Validation: IsValidImplementation()
internal static class Implementations
{
    public static void Check(SchemaDraft draft, SchemaErrors errors)
    {
        foreach (var type in draft.DeclaredTypes.OfType<FieldsType>())
        {
            foreach (var implemented in type.Interfaces)
            {
                CheckTransitive(type, implemented, errors);
                foreach (var expected in implemented.Fields)
                {
                    if (type.Field(expected.Name) is { } field)
                    {
                        CheckField(type, field, implemented, expected, errors);
                    }
                    else
                    {
                        errors.Add($"Interface field {implemented}.{expected.Name} expected but {type} does not provide it.", type.Node, expected.Node);
                    }
                }
            }
        }
    }

    // A type declares the interfaces of its interfaces too, so that a reader sees them all.
    private static void CheckTransitive(FieldsType type, InterfaceType implemented, SchemaErrors errors)
    {
        foreach (var transitive in implemented.Interfaces)
        {
            if (transitive == type)
            {
                errors.Add($"Type {type} cannot implement {implemented} because it would create a circular reference.", type.Node);
            }
            else if (!type.Interfaces.Contains(transitive))
            {
                errors.Add($"Type {type} must implement {transitive} because it is implemented by {implemented}.", type.Node);
            }
        }
    }

    private static void CheckField(FieldsType type, FieldDefinition field, InterfaceType implemented, FieldDefinition expected, SchemaErrors errors)
    {
        var (own, theirs) = ($"{type}.{field.Name}", $"{implemented}.{expected.Name}");
        var (ownNode, theirNode) = ((FieldDefinitionNode)field.Node!, (FieldDefinitionNode)expected.Node!);
        if (!IsCovariant(field.Type, expected.Type))
        {
            errors.Add($"Interface field {theirs} expects type {expected.Type} but {own} is type {field.Type}.", ownNode.Type, theirNode.Type);
        }

        foreach (var argument in expected.Arguments)
        {
            if (field.Argument(argument.Name) is not { } given)
            {
                errors.Add($"Interface field argument {theirs}({argument.Name}:) expected but {own} does not provide it.", ownNode, argument.Node);
            }
            else if (given.Type != argument.Type)
            {
                errors.Add(
                    $"Interface field argument {theirs}({argument.Name}:) expects type {argument.Type} but {own}({argument.Name}:) is type {given.Type}.",
                    ((InputValueDefinitionNode)given.Node!).Type,
                    ((InputValueDefinitionNode)argument.Node!).Type);
            }
        }

        foreach (var argument in field.Arguments.Where(argument => argument.IsRequired && expected.Argument(argument.Name) is null))
        {
            errors.Add(
                $"Argument \"{own}({argument.Name}:)\" must not be required type \"{argument.Type}\" if not provided by the Interface field \"{theirs}\".",
                argument.Node,
                expected.Node);
        }

        if (field.DeprecationReason is not null && expected.DeprecationReason is null)
        {
            errors.Add($"Interface field {theirs} is not deprecated, so implementation field {own} must not be deprecated.", ownNode.Name);
        }
    }

    // Spec, Objects, Type Validation: IsValidImplementationFieldType()
    private static bool IsCovariant(GraphQLType type, GraphQLType expected) => (type, expected) switch
    {
        (NonNullType own, NonNullType theirs) => IsCovariant(own.OfType, theirs.OfType),
        (NonNullType own, _) => IsCovariant(own.OfType, expected),
        (ListType own, ListType theirs) => IsCovariant(own.OfType, theirs.OfType),
        (NamedType own, NamedType theirs) => Schema.Covers(theirs, own),
        _ => false,
    };
}
