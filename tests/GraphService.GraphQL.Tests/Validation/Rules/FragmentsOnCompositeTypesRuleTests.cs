using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class FragmentsOnCompositeTypesRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new FragmentsOnCompositeTypesRule(context);

    [Fact]
    public void Objects_interfaces_and_unions() => Valid("{ node(id: 1) { ... on Film { id } ... on Named { id } ... on Work { __typename } ... { id } } } fragment F on Film { id }");

    [Fact]
    public void An_unknown_type_is_for_another_rule() => Valid("{ node(id: 1) { ... on Unknown { id } } }");

    [Fact]
    public void Scalars_enums_and_inputs() => Invalid(
        """
        { film { ... on String { id } ... on Role { id } } }
        fragment F on FilmFilter { id }
        """,
        Error("Fragment cannot condition on non composite type \"String\".", (1, 17)),
        Error("Fragment cannot condition on non composite type \"Role\".", (1, 38)),
        Error("Fragment \"F\" cannot condition on non composite type \"FilmFilter\".", (2, 15)));
}
