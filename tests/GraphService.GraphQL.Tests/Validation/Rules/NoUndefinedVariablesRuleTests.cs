using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class NoUndefinedVariablesRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new NoUndefinedVariablesRule(context);

    [Fact]
    public void Defined_where_used() => Valid("query A($a: ID, $b: Int, $c: Boolean!) { film(id: $a) { id @skip(if: $c) } films(where: { and: [{ year: $b }] }) { id } }");

    [Fact]
    public void Defined_for_a_fragment() => Valid("query A($a: Role) { film { ...F } } fragment F on Film { ... on Film { ...G } } fragment G on Film { cast(role: $a) { id } }");

    [Fact]
    public void Not_defined() => Invalid(
        "query A($id: ID) { film(id: $di, title: $t) { id } }",
        Error("Variable \"$di\" is not defined by operation \"A\". Did you mean \"$id\"?", (1, 29), (1, 1)),
        Error("Variable \"$t\" is not defined by operation \"A\".", (1, 41), (1, 1)));

    [Fact]
    public void Not_defined_in_an_anonymous_operation() => Invalid(
        "{ film(id: $id) { id } }",
        Error("Variable \"$id\" is not defined.", (1, 12), (1, 1)));

    [Fact]
    public void Not_defined_by_one_of_the_operations_that_use_a_fragment() => Invalid(
        """
        query A($r: Role) { film { ...F } }
        query B { film { ...F } }
        fragment F on Film { cast(role: $r) { id } }
        """,
        Error("Variable \"$r\" is not defined by operation \"B\".", (3, 33), (2, 1)));

    [Fact]
    public void Not_defined_inside_lists_objects_and_directives() => Invalid(
        "query A { films(where: { and: [{ year: $y }] }) { id @skip(if: $s) } }",
        Error("Variable \"$y\" is not defined by operation \"A\".", (1, 40), (1, 1)),
        Error("Variable \"$s\" is not defined by operation \"A\".", (1, 64), (1, 1)));

    [Fact]
    public void A_variable_of_an_unused_fragment_is_for_nobody_to_define() => Valid("{ film { id } } fragment F on Film { cast(role: $r) { id } }");
}
