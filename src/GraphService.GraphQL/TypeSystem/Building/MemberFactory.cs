using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.TypeSystem.Building;

/// <summary>Makes fields, arguments and enum values from definitions; of members with the same name the first stays.</summary>
internal sealed class MemberFactory(TypeReferences references, SchemaErrors errors)
{
    /// <summary>What <c>@deprecated</c> says when it gives no reason.</summary>
    public const string DefaultReason = "No longer supported";

    public List<FieldDefinition> Fields(string type, IEnumerable<FieldDefinitionNode> nodes) =>
        Distinct(nodes, name => $"Field \"{type}.{name}\"").ConvertAll(node => new FieldDefinition(node.Name.Value)
        {
            Description = node.Description?.Value,
            Type = references.Find(node.Type),
            Arguments = Arguments($"{type}.{node.Name.Value}", node.Arguments),
            DeprecationReason = DeprecationReason(node),
            Directives = node.Directives,
            Node = node,
        });

    // The owner is a field (Type.field) or a directive (@name).
    public List<InputValue> Arguments(string owner, IEnumerable<InputValueDefinitionNode> nodes) =>
        Distinct(nodes, name => $"Argument \"{owner}({name}:)\"").ConvertAll(Input);

    public List<InputValue> InputFields(string type, IEnumerable<InputValueDefinitionNode> nodes) =>
        Distinct(nodes, name => $"Field \"{type}.{name}\"").ConvertAll(Input);

    public List<EnumValue> EnumValues(string type, IEnumerable<EnumValueDefinitionNode> nodes) =>
        [.. Distinct(nodes, name => $"Enum value \"{type}.{name}\"").Select((node, ordinal) => new EnumValue(node.Name.Value, ordinal)
        {
            Description = node.Description?.Value,
            DeprecationReason = DeprecationReason(node),
            Directives = node.Directives,
            Node = node,
        })];

    /// <summary>The text of a directive's argument; null when the directive or the argument is absent.</summary>
    public static string? StringArgument(IReadOnlyList<DirectiveNode> directives, string directive, string argument) =>
        directives.FirstOrDefault(d => d.Name.Value == directive)?.Arguments.FirstOrDefault(a => a.Name.Value == argument)?.Value is StringValueNode text
            ? text.Value
            : null;

    private InputValue Input(InputValueDefinitionNode node) => new(node.Name.Value)
    {
        Description = node.Description?.Value,
        Type = references.Find(node.Type),
        DefaultValue = node.DefaultValue,
        DeprecationReason = DeprecationReason(node),
        Directives = node.Directives,
        Node = node,
    };

    private static string? DeprecationReason(MemberDefinitionNode node) =>
        node.Directives.Any(directive => directive.Name.Value == "deprecated")
            ? StringArgument(node.Directives, "deprecated", "reason") ?? DefaultReason
            : null;

    private List<T> Distinct<T>(IEnumerable<T> nodes, Func<string, string> describe)
        where T : MemberDefinitionNode
    {
        var distinct = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (!distinct.TryAdd(node.Name.Value, node))
            {
                errors.Add($"{describe(node.Name.Value)} can only be defined once.", node.Name, distinct[node.Name.Value].Name);
            }
        }

        return [.. distinct.Values];
    }
}
