using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class ProvidedRequiredArgumentsRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new ProvidedRequiredArgumentsRule(context);

    [Fact]
    public void Required_arguments_are_given_and_those_with_a_default_are_not() => Valid("{ node(id: 1) { id } film { score(scale: 5) id @skip(if: true) } films { id } }");

    [Fact]
    public void Null_is_for_another_rule() => Valid("{ node(id: null) { id } }");

    [Fact]
    public void Fields_and_directives_that_are_unknown_are_for_other_rules() => Valid("{ unknown film @unknown { id } }");

    [Fact]
    public void A_required_argument_of_a_field() => Invalid(
        "{ node { id } film { score(digits: 2) } }",
        Error("Field \"node\" argument \"id\" of type \"ID!\" is required, but it was not provided.", (1, 3)),
        Error("Field \"score\" argument \"scale\" of type \"Int!\" is required, but it was not provided.", (1, 22)));

    [Fact]
    public void A_required_argument_of_a_meta_field() => Invalid(
        "{ __type { name } }",
        Error("Field \"__type\" argument \"name\" of type \"String!\" is required, but it was not provided.", (1, 3)));

    [Fact]
    public void A_required_argument_of_a_directive() => Invalid(
        "{ film @include { id @cached } }",
        Error("Directive \"@include\" argument \"if\" of type \"Boolean!\" is required, but it was not provided.", (1, 8)),
        Error("Directive \"@cached\" argument \"seconds\" of type \"Int!\" is required, but it was not provided.", (1, 22)));
}
