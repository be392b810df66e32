using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class UniqueVariableNamesRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new UniqueVariableNamesRule(context);

    [Fact]
    public void Different_names_and_the_same_in_another_operation() => Valid("query A($a: Int, $b: Int) { film { id } } query B($a: Int) { film { id } }");

    [Fact]
    public void The_same_name_twice() => Invalid(
        "query A($a: Int, $a: String, $b: Int, $a: Int) { film { id } }",
        Error("There can be only one variable named \"$a\".", (1, 10), (1, 19)),
        Error("There can be only one variable named \"$a\".", (1, 10), (1, 40)));
}
