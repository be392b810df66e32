using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>The variables of an operation have different names.</summary>
/// <remarks>Spec, Validation: "Variable Uniqueness".</remarks>
internal sealed class UniqueVariableNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> _known = new(StringComparer.Ordinal);

    public override void EnterOperation(OperationDefinitionNode operation) => _known.Clear();

    public override void EnterVariableDefinition(VariableDefinitionNode definition)
    {
        var name = definition.Variable.Name;
        if (!_known.TryAdd(name.Value, name))
        {
            Context.Report($"There can be only one variable named \"${name.Value}\".", _known[name.Value], name);
        }
    }
}
