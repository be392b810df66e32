using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>Fields and directives define the arguments that they are given.</summary>
/// <remarks>Spec, Validation: "Argument Names".</remarks>
internal sealed class KnownArgumentNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field)
    {
        if (Context.Field is { } definition)
        {
            Check(field.Arguments, definition.Arguments, $"field \"{Context.ParentType}.{field.Name.Value}\"");
        }
    }

    public override void EnterDirective(DirectiveNode directive)
    {
        if (Context.Directive is { } definition)
        {
            Check(directive.Arguments, definition.Arguments, $"directive \"@{directive.Name.Value}\"");
        }
    }

    private void Check(IReadOnlyList<ArgumentNode> arguments, IReadOnlyList<InputValue> definitions, string owner)
    {
        foreach (var argument in arguments)
        {
            var name = argument.Name.Value;
            if (!Context.IsAborted && !definitions.Any(definition => definition.Name == name))
            {
                var hint = Suggestions.DidYouMean(name, definitions.Select(definition => definition.Name));
                Context.Report($"Unknown argument \"{name}\" on {owner}.{hint}", argument);
            }
        }
    }
}
