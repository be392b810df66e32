using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class SingleFieldSubscriptionsRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new SingleFieldSubscriptionsRule(context);

    [Fact]
    public void One_field() => Valid("subscription A { filmAdded { id title } }");

    [Fact]
    public void One_field_in_fragments() => Valid("subscription A { ...F ... on Subscription { filmAdded { title } } } fragment F on Subscription { filmAdded { id } }");

    [Fact]
    public void Queries_may_have_many() => Valid("{ film { id } named { id } }");

    [Fact]
    public void Two_fields() => Invalid(
        "subscription A { filmAdded { id } personAdded { id } }",
        Error("Subscription \"A\" must select only one top level field.", (1, 35)));

    [Fact]
    public void Two_fields_without_a_name() => Invalid(
        "subscription { filmAdded { id } a: filmAdded { id } b: personAdded { id } }",
        Error("Anonymous Subscription must select only one top level field.", (1, 33), (1, 53)));

    [Fact]
    public void Two_fields_one_in_a_fragment() => Invalid(
        "subscription A { filmAdded { id } ...F } fragment F on Subscription { personAdded { id } ...F2 } fragment F2 on Subscription { ...F3 } fragment F3 on Subscription { x: filmAdded { id } }",
        Error("Subscription \"A\" must select only one top level field.", (1, 71), (1, 166)));

    [Fact]
    public void An_introspection_field() => Invalid(
        "subscription A { __typename }",
        Error("Subscription \"A\" must not select an introspection top level field.", (1, 18)));

    [Fact]
    public void An_introspection_field_besides() => Invalid(
        "subscription { filmAdded { id } __typename }",
        Error("Anonymous Subscription must select only one top level field.", (1, 33)),
        Error("Anonymous Subscription must not select an introspection top level field.", (1, 33)));

    [Fact]
    public void Skip_and_include_at_the_top() => Invalid(
        "subscription A($a: Boolean!) { filmAdded @skip(if: $a) { id } ... @include(if: true) { filmAdded { id @skip(if: true) } } }",
        Error("Subscription \"A\" must not use `@skip` or `@include` directives in the top level selection.", (1, 42), (1, 67)));

    [Fact]
    public void Skip_in_a_fragment_at_the_top() => Invalid(
        "subscription { ...F } fragment F on Subscription { filmAdded @skip(if: true) { id } }",
        Error("Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection.", (1, 62)));

    [Fact]
    public void Other_directives_at_the_top() => Valid("subscription A { filmAdded @tag { id } }");
}
