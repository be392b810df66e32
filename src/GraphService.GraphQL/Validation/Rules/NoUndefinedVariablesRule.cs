using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>An operation defines the variables that it uses, those in its fragments included.</summary>
/// <remarks>Spec, Validation: "All Variable Uses Defined".</remarks>
internal sealed class NoUndefinedVariablesRule(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            var defined = operation.VariableDefinitions.Select(definition => definition.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var usage in Context.RecursiveUsages(operation))
            {
                if (Context.IsAborted)
                {
                    return;
                }

                if (!defined.Contains(usage.Name))
                {
                    var by = operation.Name is { } name ? $" by operation \"{name.Value}\"" : "";
                    var hint = Suggestions.DidYouMean("$" + usage.Name, defined.Select(candidate => "$" + candidate));
                    Context.Report($"Variable \"${usage.Name}\" is not defined{by}.{hint}", usage.Node, operation);
                }
            }
        }
    }
}
