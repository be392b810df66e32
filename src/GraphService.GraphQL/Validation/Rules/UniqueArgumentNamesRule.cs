using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>An argument is given once.</summary>
/// <remarks>Spec, Validation: "Argument Uniqueness".</remarks>
internal sealed class UniqueArgumentNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field) => Check(field.Arguments);

    public override void EnterDirective(DirectiveNode directive) => Check(directive.Arguments);

    private void Check(IReadOnlyList<ArgumentNode> arguments)
    {
        if (arguments.Count < 2)
        {
            return;
        }

        foreach (var group in arguments.GroupBy(argument => argument.Name.Value, argument => argument.Name, StringComparer.Ordinal))
        {
            if (group.Count() > 1)
            {
                Context.Report($"There can be only one argument named \"{group.Key}\".", [.. group]);
            }
        }
    }
}
