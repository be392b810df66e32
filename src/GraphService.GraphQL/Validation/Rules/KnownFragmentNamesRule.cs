using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>Fragments that are spread exist.</summary>
/// <remarks>Spec, Validation: "Fragment Spread Target Defined".</remarks>
internal sealed class KnownFragmentNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        var name = spread.Name.Value;
        if (Context.Fragments.Find(name) is null)
        {
            Context.Report($"Unknown fragment \"{name}\".{Suggestions.DidYouMean(name, Context.Fragments.Names)}", spread.Name);
        }
    }
}
