using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>Only types that have fields can be the condition of a fragment.</summary>
/// <remarks>Spec, Validation: "Fragments on Object, Interface or Union Types".</remarks>
internal sealed class FragmentsOnCompositeTypesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterFragment(FragmentDefinitionNode fragment)
    {
        if (!CanCondition(fragment.TypeCondition))
        {
            Context.Report($"Fragment \"{fragment.Name.Value}\" cannot condition on non composite type \"{fragment.TypeCondition.Name.Value}\".", fragment.TypeCondition);
        }
    }

    public override void EnterInlineFragment(InlineFragmentNode fragment)
    {
        if (fragment.TypeCondition is { } condition && !CanCondition(condition))
        {
            Context.Report($"Fragment cannot condition on non composite type \"{condition.Name.Value}\".", condition);
        }
    }

    private bool CanCondition(NamedTypeNode condition) => Context.Schema.Type(condition.Name.Value) is null or { IsCompositeType: true };
}
