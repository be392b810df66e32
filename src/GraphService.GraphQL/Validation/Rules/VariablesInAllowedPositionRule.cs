using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>A variable's type fits where the variable is used.</summary>
/// <remarks>Spec, Validation: "All Variable Usages Are Allowed".</remarks>
internal sealed class VariablesInAllowedPositionRule(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            var definitions = new Dictionary<string, (VariableDefinitionNode, GraphQLType)>(StringComparer.Ordinal);
            foreach (var definition in operation.VariableDefinitions)
            {
                if (Context.TypeOf(definition.Type) is { } type)
                {
                    definitions.TryAdd(definition.Variable.Name.Value, (definition, type));
                }
            }

            foreach (var usage in Context.RecursiveUsages(operation))
            {
                if (Context.IsAborted)
                {
                    return;
                }

                if (definitions.TryGetValue(usage.Name, out var variable))
                {
                    Check(variable, usage);
                }
            }
        }
    }

    // Spec, IsVariableUsageAllowed()
    private void Check((VariableDefinitionNode Definition, GraphQLType Type) variable, VariableUsage usage)
    {
        if (usage.Position is not { Type: { } expected } position)
        {
            return;
        }

        var (definition, type) = variable;
        var hasDefault = position.HasDefault || definition.DefaultValue is not (null or NullValueNode);
        if (type is NonNullType || hasDefault || !position.IsOneOf)
        {
            if (!AreTypesCompatible(type, type is not NonNullType && hasDefault ? expected.Nullable : expected))
            {
                Context.Report($"Variable \"${usage.Name}\" of type \"{type}\" used in position expecting type \"{expected}\".", definition, usage.Node);
            }
        }
        else
        {
            Context.Report($"Variable \"${usage.Name}\" is of type \"{type}\" but must be non-nullable to be used for a field of a OneOf Input Object. Did you mean \"{type}!\"?", definition, usage.Node);
        }
    }

    // Spec, AreTypesCompatible()
    private static bool AreTypesCompatible(GraphQLType variable, GraphQLType location)
    {
        while (true)
        {
            switch (variable, location)
            {
                case (NonNullType a, NonNullType b):
                    (variable, location) = (a.OfType, b.OfType);
                    break;
                case (NonNullType a, _):
                    variable = a.OfType;
                    break;
                case (ListType a, ListType b):
                    (variable, location) = (a.OfType, b.OfType);
                    break;
                default:
                    return variable == location;
            }
        }
    }
}
