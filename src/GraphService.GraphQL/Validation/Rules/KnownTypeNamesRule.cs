using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>Types that fragments and variables name exist.</summary>
/// <remarks>Spec, Validation: "Fragment Spread Type Existence".</remarks>
internal sealed class KnownTypeNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterNamedType(NamedTypeNode type)
    {
        var name = type.Name.Value;
        if (Context.Schema.Type(name) is null)
        {
            Context.Report($"Unknown type \"{name}\".{Suggestions.DidYouMean(name, Context.Schema.Types.Keys)}", type);
        }
    }
}
