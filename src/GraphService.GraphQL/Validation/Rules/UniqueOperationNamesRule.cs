using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>Operations have different names.</summary>
/// <remarks>Spec, Validation: "Operation Name Uniqueness".</remarks>
internal sealed class UniqueOperationNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> _known = new(StringComparer.Ordinal);

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Name is { } name && !_known.TryAdd(name.Value, name))
        {
            Context.Report($"There can be only one operation named \"{name.Value}\".", _known[name.Value], name);
        }
    }
}
