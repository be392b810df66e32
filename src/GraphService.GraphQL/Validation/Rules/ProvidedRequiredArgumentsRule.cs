using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>Arguments that are non-null and have no default are given.</summary>
/// <remarks>Spec, Validation: "Required Arguments".</remarks>
internal sealed class ProvidedRequiredArgumentsRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field)
    {
        if (Context.Field is { } definition)
        {
            Check(field, field.Arguments, definition.Arguments, $"Field \"{field.Name.Value}\"");
        }
    }

    public override void EnterDirective(DirectiveNode directive)
    {
        if (Context.Directive is { } definition)
        {
            Check(directive, directive.Arguments, definition.Arguments, $"Directive \"@{directive.Name.Value}\"");
        }
    }

    private void Check(SyntaxNode node, IReadOnlyList<ArgumentNode> arguments, IReadOnlyList<InputValue> definitions, string owner)
    {
        foreach (var definition in definitions)
        {
            if (definition.IsRequired && !arguments.Any(argument => argument.Name.Value == definition.Name))
            {
                Context.Report($"{owner} argument \"{definition.Name}\" of type \"{definition.Type}\" is required, but it was not provided.", node);
            }
        }
    }
}
