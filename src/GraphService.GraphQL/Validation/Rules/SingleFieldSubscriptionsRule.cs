using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>A subscription has one root field, without conditions, and not one of introspection.</summary>
/// <remarks>Spec, Validation: "Single Root Field".</remarks>
internal sealed class SingleFieldSubscriptionsRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation != OperationType.Subscription || Context.Schema.Subscription is null)
        {
            return;
        }

        var subject = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        var (fields, conditions) = CollectRootFields(operation.SelectionSet);
        if (conditions.Count > 0)
        {
            Context.Report($"{subject} must not use `@skip` or `@include` directives in the top level selection.", [.. conditions]);
            return;
        }

        var extra = fields.Where(field => field.ResponseName != fields[0].ResponseName).ToList();
        if (extra.Count > 0)
        {
            Context.Report($"{subject} must select only one top level field.", [.. extra]);
        }

        var introspection = fields.Where(field => field.Name.Value.StartsWith("__", StringComparison.Ordinal)).ToList();
        if (introspection.Count > 0)
        {
            Context.Report($"{subject} must not select an introspection top level field.", [.. introspection]);
        }
    }

    private (List<FieldNode> Fields, List<DirectiveNode> Conditions) CollectRootFields(SelectionSetNode root)
    {
        var fields = new List<FieldNode>();
        var conditions = new List<DirectiveNode>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<SelectionSetNode>([root]);
        while (pending.TryDequeue(out var set))
        {
            foreach (var selection in set.Selections)
            {
                conditions.AddRange(selection.Directives.Where(directive => directive.Name.Value is "skip" or "include"));
                switch (selection)
                {
                    case FieldNode field:
                        fields.Add(field);
                        break;
                    case InlineFragmentNode inline:
                        pending.Enqueue(inline.SelectionSet);
                        break;
                    case FragmentSpreadNode spread when visited.Add(spread.Name.Value) && Context.Fragments.Find(spread.Name.Value) is { } fragment:
                        pending.Enqueue(fragment.SelectionSet);
                        break;
                }
            }
        }

        return (fields, conditions);
    }
}
