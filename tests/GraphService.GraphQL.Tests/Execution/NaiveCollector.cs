using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.Tests.Introspection;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.Execution;

/// <summary>The specification's CollectFields() and its merging of selection sets, word for word, for one request.</summary>
internal sealed class NaiveCollector(DocumentNode document, Func<string, bool> variable)
{
    private static readonly Schema Schema = FilmSchema.Instance;

    public string Text()
    {
        var operation = document.Definitions.OfType<OperationDefinitionNode>().Single();
        return Text(Schema.Query, [operation.SelectionSet]);
    }

    private string Text(NamedType type, IReadOnlyList<SelectionSetNode> sets)
    {
        var parts = new List<string>();
        foreach (var objectType in Schema.PossibleTypes(type))
        {
            var groups = new OrderedDictionary<string, List<FieldNode>>();
            var visited = new HashSet<string>();
            foreach (var set in sets)
            {
                CollectFields(objectType, set, visited, groups);
            }

            parts.Add($"{objectType}: " + string.Join(' ', groups.Select(group => Text(objectType, group.Key, group.Value))));
        }

        return $"{{ {string.Join(" | ", parts)} }}";
    }

    private string Text(ObjectType objectType, string responseName, List<FieldNode> fields)
    {
        var name = fields[0].Name.Value;
        var text = $"{responseName}:{name}";
        return name != "__typename" && objectType.Field(name)!.Type.Named is { IsCompositeType: true } type
            ? text + Text(type, [.. fields.Select(field => field.SelectionSet!)])
            : text;
    }

    private void CollectFields(ObjectType objectType, SelectionSetNode set, HashSet<string> visited, OrderedDictionary<string, List<FieldNode>> groups)
    {
        foreach (var selection in set.Selections)
        {
            if (selection.Directives.Any(directive => directive.Name.Value == "skip" == Value(directive.Arguments[0].Value)))
            {
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    groups.TryAdd(field.ResponseName, []);
                    groups[field.ResponseName].Add(field);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value):
                    var fragment = document.Definitions.OfType<FragmentDefinitionNode>().Single(f => f.Name.Value == spread.Name.Value);
                    CollectFragment(fragment.TypeCondition, fragment.SelectionSet);
                    break;
                case InlineFragmentNode inline:
                    CollectFragment(inline.TypeCondition, inline.SelectionSet);
                    break;
            }
        }

        void CollectFragment(NamedTypeNode? condition, SelectionSetNode selections)
        {
            if (condition is null || Schema.IsSubType(objectType, Schema.Type(condition.Name.Value)!))
            {
                CollectFields(objectType, selections, visited, groups);
            }
        }
    }

    private bool Value(ValueNode value) => value is VariableNode name ? variable(name.Name.Value) : ((BooleanValueNode)value).Value;
}
