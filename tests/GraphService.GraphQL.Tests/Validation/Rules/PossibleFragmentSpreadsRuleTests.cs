using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class PossibleFragmentSpreadsRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new PossibleFragmentSpreadsRule(context);

    [Fact]
    public void The_same_type() => Valid("{ film { ... on Film { id } ...F } } fragment F on Film { id }");

    [Fact]
    public void An_object_on_its_interface_and_union() => Valid("{ film { ... on Node { id } ... on Work { __typename } } }");

    [Fact]
    public void An_interface_and_a_union_on_their_objects() => Valid("{ node(id: 1) { ... on Film { id } } work { ... on Series { id } } }");

    [Fact]
    public void Interfaces_and_unions_that_share_an_object() => Valid("{ named { ... on Honoree { __typename } ... on Node { id } } work { ... on Honoree { __typename } ... on Node { id } } }");

    [Fact]
    public void Unknown_types_and_fragments_are_for_other_rules() => Valid("{ film { ... on Unknown { id } ... on String { id } ...X } unknown { ... on Film { id } } }");

    [Fact]
    public void No_condition_is_always_possible() => Valid("{ film { ... @skip(if: true) { id } } }");

    [Fact]
    public void An_object_on_another_object() => Invalid(
        "{ film { ... on Person { id } ...F } } fragment F on Series { id }",
        Error("Fragment cannot be spread here as objects of type \"Film\" can never be of type \"Person\".", (1, 10)),
        Error("Fragment \"F\" cannot be spread here as objects of type \"Film\" can never be of type \"Series\".", (1, 31)));

    [Fact]
    public void An_object_that_is_no_member_or_implementation() => Invalid(
        "{ work { ... on Festival { id } } named { ... on Film { id } } }",
        Error("Fragment cannot be spread here as objects of type \"Work\" can never be of type \"Festival\".", (1, 10)),
        Error("Fragment cannot be spread here as objects of type \"Named\" can never be of type \"Film\".", (1, 43)));

    [Fact]
    public void An_abstract_type_on_an_object_that_is_none_of_it() => Invalid(
        "{ festival { ... on Work { __typename } } film { ... on Named { id } } }",
        Error("Fragment cannot be spread here as objects of type \"Festival\" can never be of type \"Work\".", (1, 14)),
        Error("Fragment cannot be spread here as objects of type \"Film\" can never be of type \"Named\".", (1, 50)));

    [Fact]
    public void Abstract_types_that_share_no_object() => Invalid(
        "{ work { ... on Named { id } } named { ... on Work { __typename } } }",
        Error("Fragment cannot be spread here as objects of type \"Work\" can never be of type \"Named\".", (1, 10)),
        Error("Fragment cannot be spread here as objects of type \"Named\" can never be of type \"Work\".", (1, 40)));
}
