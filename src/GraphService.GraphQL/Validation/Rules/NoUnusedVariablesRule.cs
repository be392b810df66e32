using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>An operation uses the variables that it defines, itself or in its fragments.</summary>
/// <remarks>Spec, Validation: "All Variables Used".</remarks>
internal sealed class NoUnusedVariablesRule(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (operation.VariableDefinitions.Count == 0)
            {
                continue;
            }

            var used = Context.RecursiveUsages(operation).Select(usage => usage.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var definition in operation.VariableDefinitions)
            {
                if (Context.IsAborted)
                {
                    return;
                }

                var variable = definition.Variable.Name.Value;
                if (!used.Contains(variable))
                {
                    var where = operation.Name is { } name ? $" in operation \"{name.Value}\"" : "";
                    Context.Report($"Variable \"${variable}\" is never used{where}.", definition);
                }
            }
        }
    }
}
