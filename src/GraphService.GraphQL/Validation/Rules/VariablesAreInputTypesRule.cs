using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>Variables hold scalars, enums and input objects.</summary>
/// <remarks>Spec, Validation: "Variables Are Input Types".</remarks>
internal sealed class VariablesAreInputTypesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterVariableDefinition(VariableDefinitionNode definition)
    {
        if (Context.TypeOf(definition.Type) is { IsInputType: false } type)
        {
            Context.Report($"Variable \"${definition.Variable.Name.Value}\" cannot be non-input type \"{type}\". Use a scalar, an enum or an input object.", definition.Type);
        }
    }
}
