using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>The schema has a root type for the operation.</summary>
/// <remarks>Spec, Validation: "Operation Type Existence".</remarks>
internal sealed class KnownOperationTypesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (Context.Schema.RootType(operation.Operation) is null)
        {
            var kind = operation.Operation == OperationType.Mutation ? "mutation" : "subscription";
            Context.Report($"The {kind} operation is not supported by the schema.", operation);
        }
    }
}
