using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>Literals fit the types that are expected of them.</summary>
/// <remarks>Spec, Validation: "Values of Correct Type"; "Input Object Field Names"; "Input Object Required Fields".</remarks>
internal sealed class ValuesOfCorrectTypeRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterValue(ValueNode value)
    {
        if (Context.Input.Type is not { } expected)
        {
            return;
        }

        switch (value)
        {
            case VariableNode:
            case NullValueNode when expected is not NonNullType:
            case ListValueNode when expected.Nullable is ListType:
                break;
            case NullValueNode:
                Context.Report(Unexpected(expected, value) + ".", value);
                break;
            case ObjectValueNode literal when expected.Named is InputObjectType type:
                CheckFields(literal, type);
                break;
            default:
                CheckLeaf(value, expected);
                break;
        }
    }

    private static string Unexpected(GraphQLType expected, ValueNode value) =>
        $"Expected value of type \"{expected}\", found {ShortText.Of(value)}";

    private void CheckLeaf(ValueNode value, GraphQLType expected)
    {
        switch (expected.Named)
        {
            case ScalarType scalar:
                if (scalar.ParseLiteral(value).Error is { } reason)
                {
                    Context.Report(reason, value);
                }

                break;
            case EnumType type:
                CheckEnum(value, type);
                break;
            case InputObjectType:
                Context.Report(Unexpected(expected, value) + ".", value);
                break;
        }
    }

    private void CheckEnum(ValueNode value, EnumType type)
    {
        var text = value switch
        {
            EnumValueNode literal => literal.Value,
            StringValueNode literal => literal.Value,
            _ => "",
        };
        if (value is EnumValueNode && type.Value(text) is not null)
        {
            return;
        }

        var nearest = Suggestions.Nearest(text, type.Values.Select(candidate => candidate.Name));
        var hint = Suggestions.Sentence(nearest.ConvertAll(name => $"\"{name}\""), "the enum value ");
        Context.Report(value is EnumValueNode
            ? $"Value \"{text}\" does not exist in \"{type}\" enum.{hint}"
            : $"Enum \"{type}\" cannot represent non-enum value: {ShortText.Of(value)}.{hint}", value);
    }

    private void CheckFields(ObjectValueNode literal, InputObjectType type)
    {
        var given = literal.Fields.Select(field => field.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var field in literal.Fields)
        {
            var name = field.Name.Value;
            if (!Context.IsAborted && type.Field(name) is null)
            {
                var hint = Suggestions.DidYouMean(name, type.Fields.Select(candidate => candidate.Name));
                Context.Report($"Field \"{name}\" is not defined by type \"{type}\".{hint}", field);
            }
        }

        foreach (var field in type.Fields)
        {
            if (field.IsRequired && !given.Contains(field.Name))
            {
                Context.Report($"Field \"{type}.{field.Name}\" of required type \"{field.Type}\" was not provided.", literal);
            }
        }

        if (type.IsOneOf)
        {
            CheckOneOf(literal, type);
        }
    }

    // Spec, OneOf Input Objects: a variable's nullability is the business of VariablesInAllowedPositionRule.
    private void CheckOneOf(ObjectValueNode literal, InputObjectType type)
    {
        if (literal.Fields is not [var only])
        {
            Context.Report($"OneOf Input Object \"{type}\" must specify exactly one key.", literal);
        }
        else if (only.Value is NullValueNode)
        {
            Context.Report($"Field \"{type}.{only.Name.Value}\" must be non-null.", literal);
        }
    }
}
