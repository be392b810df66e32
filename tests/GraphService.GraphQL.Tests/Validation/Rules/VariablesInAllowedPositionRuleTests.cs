using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class VariablesInAllowedPositionRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new VariablesInAllowedPositionRule(context);

    [Fact]
    public void The_same_type_and_a_stricter_one() => Valid("query A($a: ID, $b: ID!, $c: Int!, $d: [Int!]!) { film(id: $a) { id } node(id: $b) { id } films(first: $c, years: $d) { id } }");

    [Fact]
    public void Nullable_where_the_variable_or_the_place_has_a_default() => Valid("query A($a: ID = 1, $d: Int) { node(id: $a) { id } film { score(scale: 5, digits: $d) } released(years: { from: 1, to: $d }) }");

    [Fact]
    public void A_variable_in_a_list_and_in_an_object() => Valid("query A($a: Int, $b: String!) { films(years: [$a, 2], where: { year: $a, genres: [$b] }) { id } }");

    [Fact]
    public void Unknown_types_arguments_and_fields_are_for_other_rules() => Valid("query A($a: Unknown, $b: Int) { film(id: $a, unknown: $b) { id } films(where: { unknown: $b }) { id } }");

    [Fact]
    public void Another_type() => Invalid(
        "query A($a: Int) { film(title: $a) { id } }",
        Error("Variable \"$a\" of type \"Int\" used in position expecting type \"String\".", (1, 9), (1, 32)));

    [Fact]
    public void Nullable_where_a_value_must_be() => Invalid(
        "query A($a: ID, $b: Boolean) { node(id: $a) { id @skip(if: $b) } }",
        Error("Variable \"$a\" of type \"ID\" used in position expecting type \"ID!\".", (1, 9), (1, 41)),
        Error("Variable \"$b\" of type \"Boolean\" used in position expecting type \"Boolean!\".", (1, 17), (1, 60)));

    [Fact]
    public void A_default_of_null_is_none() => Invalid(
        "query A($a: ID = null) { node(id: $a) { id } }",
        Error("Variable \"$a\" of type \"ID\" used in position expecting type \"ID!\".", (1, 9), (1, 35)));

    [Fact]
    public void A_list_for_a_value_and_a_value_for_a_list() => Invalid(
        "query A($a: [ID], $b: Int) { film(id: $a) { id } films(years: $b) { id } }",
        Error("Variable \"$a\" of type \"[ID]\" used in position expecting type \"ID\".", (1, 9), (1, 39)),
        Error("Variable \"$b\" of type \"Int\" used in position expecting type \"[Int]\".", (1, 19), (1, 63)));

    [Fact]
    public void Nullable_items() => Invalid(
        "query A($a: [String], $b: String) { films(where: { genres: $a, and: { genres: [$b] } }) { id } }",
        Error("Variable \"$a\" of type \"[String]\" used in position expecting type \"[String!]\".", (1, 9), (1, 60)),
        Error("Variable \"$b\" of type \"String\" used in position expecting type \"String!\".", (1, 23), (1, 80)));

    [Fact]
    public void In_a_fragment_for_each_operation() => Invalid(
        """
        query A($r: Role) { film { ...F } }
        query B($r: Kind) { film { ...F } }
        fragment F on Film { cast(role: $r) { id } }
        """,
        Error("Variable \"$r\" of type \"Kind\" used in position expecting type \"Role\".", (2, 9), (3, 33)));

    [Fact]
    public void A_non_null_variable_for_a_OneOf_field() => Valid("query A($a: ID!) { person(by: { id: $a }) { id } }");

    [Fact]
    public void A_default_serves_a_OneOf_field() => Valid("query A($a: ID = 1) { person(by: { id: $a }) { id } }");

    [Fact]
    public void A_nullable_variable_for_a_OneOf_field() => Invalid(
        "query A($a: ID) { person(by: { id: $a }) { id } }",
        Error("Variable \"$a\" is of type \"ID\" but must be non-nullable to be used for a field of a OneOf Input Object. Did you mean \"ID!\"?", (1, 9), (1, 36)));
}
