using GraphService.GraphQL.Validation.Limits;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Validation;

/// <summary>
/// All rules, in the order in which errors about one node are given. The first group looks at the document as a whole
/// before the walk and ends validation when it finds something; the rest is in the order of the specification's
/// Validation section, except that merging comes last because it costs most.
/// </summary>
internal static class SpecifiedRules
{
    public static IReadOnlyList<Func<ValidationContext, ValidationRule>> All { get; } =
    [
        // Before anything else looks into fragments: no cycles, and not too many.
        context => new NoFragmentCyclesRule(context),
        context => new MaxFragmentVisitsRule(context),
        context => new ExecutableDefinitionsRule(context),

        // Limits before the rules that they keep cheap.
        context => new MaxAliasesRule(context),
        context => new MaxDepthRule(context),
        context => new MaxIntrospectionDepthRule(context),

        // Operations
        context => new KnownOperationTypesRule(context),
        context => new UniqueOperationNamesRule(context),
        context => new LoneAnonymousOperationRule(context),
        context => new SingleFieldSubscriptionsRule(context),

        // Fields
        context => new FieldsOnCorrectTypeRule(context),
        context => new ScalarLeafsRule(context),

        // Arguments
        context => new KnownArgumentNamesRule(context),
        context => new UniqueArgumentNamesRule(context),
        context => new ProvidedRequiredArgumentsRule(context),

        // Fragments
        context => new UniqueFragmentNamesRule(context),
        context => new KnownTypeNamesRule(context),
        context => new FragmentsOnCompositeTypesRule(context),
        context => new NoUnusedFragmentsRule(context),
        context => new KnownFragmentNamesRule(context),
        context => new PossibleFragmentSpreadsRule(context),

        // Values
        context => new ValuesOfCorrectTypeRule(context),
        context => new UniqueInputFieldNamesRule(context),

        // Directives
        context => new KnownDirectivesRule(context),
        context => new UniqueDirectivesPerLocationRule(context),

        // Variables
        context => new UniqueVariableNamesRule(context),
        context => new VariablesAreInputTypesRule(context),
        context => new NoUndefinedVariablesRule(context),
        context => new NoUnusedVariablesRule(context),
        context => new VariablesInAllowedPositionRule(context),

        context => new OverlappingFieldsCanBeMergedRule(context),
    ];
}
