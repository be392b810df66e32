using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>An operation without a name is the only one.</summary>
/// <remarks>Spec, Validation: "Lone Anonymous Operation".</remarks>
internal sealed class LoneAnonymousOperationRule(ValidationContext context) : ValidationRule(context)
{
    private int _operations;

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (_operations == 0)
        {
            _operations = Context.Document.Definitions.OfType<OperationDefinitionNode>().Count();
        }

        if (operation.Name is null && _operations > 1)
        {
            Context.Report("This anonymous operation must be the only defined operation. Name it, or send it alone.", operation);
        }
    }
}
