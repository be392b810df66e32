using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class NoUnusedVariablesRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new NoUnusedVariablesRule(context);

    [Fact]
    public void Used_directly_and_in_fragments() => Valid("query A($a: ID, $b: Role, $c: Int) { film(id: $a) { ...F } films(where: { and: [{ year: $c }] }) { id } } fragment F on Film { cast(role: $b) { id } }");

    [Fact]
    public void Used_by_a_directive_of_the_operation() => Valid("query A($s: Int!) @cached(seconds: $s) { film { id } }");

    [Fact]
    public void Not_used() => Invalid(
        "query A($a: ID, $b: Int = 1) { film(id: $a) { id } }",
        Error("Variable \"$b\" is never used in operation \"A\".", (1, 17)));

    [Fact]
    public void Not_used_in_an_anonymous_operation() => Invalid(
        "query ($a: ID) { film { id } }",
        Error("Variable \"$a\" is never used.", (1, 8)));

    [Fact]
    public void Used_only_by_a_fragment_that_this_operation_does_not_use() => Invalid(
        """
        query A($r: Role) { film { id } }
        query B($r: Role) { film { ...F } }
        fragment F on Film { cast(role: $r) { id } }
        """,
        Error("Variable \"$r\" is never used in operation \"A\".", (1, 9)));
}
