using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class UniqueOperationNamesRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new UniqueOperationNamesRule(context);

    [Fact]
    public void One_operation() => Valid("query A { film { id } }");

    [Fact]
    public void Different_names() => Valid("query A { film { id } } query B { film { id } } fragment A on Film { id }");

    [Fact]
    public void Anonymous_operations_have_no_name() => Valid("{ film { id } } { film { id } }");

    [Fact]
    public void The_same_name_twice() => Invalid(
        "query A { film { id } } query A { film { id } }",
        Error("There can be only one operation named \"A\".", (1, 7), (1, 31)));

    [Fact]
    public void The_same_name_with_another_kind() => Invalid(
        "query A { film { id } } subscription A { filmAdded { id } }",
        Error("There can be only one operation named \"A\".", (1, 7), (1, 38)));

    [Fact]
    public void Three_of_a_name_are_two_errors() => Invalid(
        "query A { film { id } } query A { film { id } } query A { film { id } }",
        Error("There can be only one operation named \"A\".", (1, 7), (1, 31)),
        Error("There can be only one operation named \"A\".", (1, 7), (1, 55)));
}
