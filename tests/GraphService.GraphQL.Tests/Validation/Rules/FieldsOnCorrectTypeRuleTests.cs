using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class FieldsOnCorrectTypeRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new FieldsOnCorrectTypeRule(context);

    [Fact]
    public void Fields_of_objects_and_interfaces() => Valid("{ film { id title } named { id name } }");

    [Fact]
    public void Meta_fields() => Valid("""{ __typename __schema { types { name } } __type(name: "Film") { name } work { __typename } film { __typename } }""");

    [Fact]
    public void Fields_below_an_unknown_type_are_left_alone() => Invalid(
        "{ unknown { whatever } node(id: 1) { ... on Unknown { whatever } } }",
        Error("Cannot query field \"unknown\" on type \"Query\".", (1, 3)));

    [Fact]
    public void A_misspelled_field() => Invalid(
        "{ film { titel } }",
        Error("Cannot query field \"titel\" on type \"Film\". Did you mean \"title\"?", (1, 10)));

    [Fact]
    public void A_misspelled_field_behind_an_alias() => Invalid(
        "{ film { title: yeer } }",
        Error("Cannot query field \"yeer\" on type \"Film\". Did you mean \"year\"?", (1, 10)));

    [Fact]
    public void A_field_of_an_implementation() => Invalid(
        "{ node(id: 1) { seasons } }",
        Error("Cannot query field \"seasons\" on type \"Node\". Did you mean to use an inline fragment on \"Series\"?", (1, 17)));

    [Fact]
    public void A_field_of_another_interface_and_its_implementations() => Invalid(
        "{ node(id: 1) { name } }",
        Error("Cannot query field \"name\" on type \"Node\". Did you mean to use an inline fragment on \"Named\", \"Festival\", or \"Person\"?", (1, 17)));

    [Fact]
    public void A_field_of_the_members_of_a_union() => Invalid(
        "{ work { title } }",
        Error("Cannot query field \"title\" on type \"Work\". Did you mean to use an inline fragment on \"Film\" or \"Series\"?", (1, 10)));

    [Fact]
    public void A_field_that_no_member_of_a_union_has() => Invalid(
        "{ work { budget } }",
        Error("Cannot query field \"budget\" on type \"Work\".", (1, 10)));

    [Fact]
    public void Fields_in_fragments() => Invalid(
        "{ named { ... on Person { borne } ...F } } fragment F on Festival { yeer }",
        Error("Cannot query field \"borne\" on type \"Person\". Did you mean \"born\"?", (1, 27)),
        Error("Cannot query field \"yeer\" on type \"Festival\".", (1, 69)));

    [Fact]
    public void Schema_is_a_field_of_the_query_type_only() => Invalid(
        "{ film { __schema { types { name } } } }",
        Error("Cannot query field \"__schema\" on type \"Film\".", (1, 10)));
}
