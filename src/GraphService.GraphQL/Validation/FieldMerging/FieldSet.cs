using System.Text;
using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Validation.FieldMerging;

/// <summary>The selection set of a field, operation or fragment: inline fragments dissolved, spreads kept.</summary>
internal sealed class FieldSet(int id)
{
    public int Id { get; } = id;

    public List<MergeField> Fields { get; } = [];

    public List<FragmentDefinitionNode> Spreads { get; } = [];
}

/// <summary>A field as the document has it. It is one object however often its fragment is spread.</summary>
internal sealed class MergeField(FieldNode node, NamedType? parentType, GraphQLType? type, FieldSet? selections)
{
    private string? _arguments;

    public FieldNode Node { get; } = node;

    public NamedType? ParentType { get; } = parentType;

    /// <summary>Null for an unknown field.</summary>
    public GraphQLType? Type { get; } = type;

    public FieldSet? Selections { get; } = selections;

    /// <summary>A text that is the same for identical sets of arguments, in whatever order, and different for others.</summary>
    public string Arguments => _arguments ??= CanonicalArguments();

    private string CanonicalArguments()
    {
        var text = new StringBuilder();
        foreach (var argument in Node.Arguments.OrderBy(argument => argument.Name.Value, StringComparer.Ordinal))
        {
            text.Append(argument.Name.Value).Append(':');
            Append(text, argument.Value);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ValueNode value)
    {
        switch (value)
        {
            case StringValueNode literal:
                // The length makes quotes in the text harmless.
                text.Append('"').Append(literal.Value.Length).Append(':').Append(literal.Value);
                break;
            case ListValueNode list:
                text.Append('[');
                foreach (var item in list.Items)
                {
                    Append(text, item);
                }

                text.Append(']');
                break;
            case ObjectValueNode literal:
                text.Append('{');
                foreach (var field in literal.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal))
                {
                    text.Append(field.Name.Value).Append(':');
                    Append(text, field.Value);
                }

                text.Append('}');
                break;
            default:
                text.Append(value switch
                {
                    VariableNode variable => "$" + variable.Name.Value,
                    IntValueNode literal => literal.Text,
                    FloatValueNode literal => literal.Text,
                    BooleanValueNode literal => literal.Value ? "true" : "false",
                    EnumValueNode literal => literal.Value,
                    _ => "null",
                }).Append(' ');
                break;
        }
    }
}

/// <summary>A field in a merged set, and the field of the level above, in whose selection it was found; null at the top.</summary>
internal sealed record Occurrence(MergeField Field, Occurrence? Parent);
