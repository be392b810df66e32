using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>Directives exist and stand where they may.</summary>
/// <remarks>Spec, Validation: "Directives Are Defined"; "Directives Are in Valid Locations".</remarks>
internal sealed class KnownDirectivesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterDirective(DirectiveNode directive)
    {
        var name = directive.Name.Value;
        if (Context.Directive is not { } definition)
        {
            var hint = Suggestions.DidYouMean("@" + name, Context.Schema.Directives.Keys.Select(candidate => "@" + candidate));
            Context.Report($"Unknown directive \"@{name}\".{hint}", directive);
        }
        else if (!definition.Locations.Contains(Context.DirectiveLocation))
        {
            Context.Report($"Directive \"@{name}\" may not be used on {Context.DirectiveLocation}.", directive);
        }
    }
}
