using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>A fragment can apply: some object type is both the parent type and the fragment's.</summary>
/// <remarks>Spec, Validation: "Fragment Spread Is Possible".</remarks>
internal sealed class PossibleFragmentSpreadsRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterInlineFragment(InlineFragmentNode fragment)
    {
        if (fragment.TypeCondition is { } condition && IsImpossible(condition, out var type))
        {
            Context.Report($"Fragment cannot be spread here as objects of type \"{Context.ParentType}\" can never be of type \"{type}\".", fragment);
        }
    }

    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        if (Context.Fragments.Find(spread.Name.Value) is { } fragment && IsImpossible(fragment.TypeCondition, out var type))
        {
            Context.Report($"Fragment \"{spread.Name.Value}\" cannot be spread here as objects of type \"{Context.ParentType}\" can never be of type \"{type}\".", spread);
        }
    }

    private bool IsImpossible(NamedTypeNode condition, out NamedType? type)
    {
        type = Context.Schema.Type(condition.Name.Value);
        return Context.ParentType is { } parent && type is { IsCompositeType: true } && !Overlap(parent, type);
    }

    private bool Overlap(NamedType a, NamedType b)
    {
        if (a is ObjectType || a == b)
        {
            return Context.Schema.IsSubType(a, b);
        }

        return Context.Schema.PossibleTypes(b).Any(possible => Context.Schema.IsSubType(possible, a));
    }
}
