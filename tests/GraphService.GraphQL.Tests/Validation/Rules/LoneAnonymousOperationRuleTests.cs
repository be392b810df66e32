using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class LoneAnonymousOperationRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new LoneAnonymousOperationRule(context);

    [Fact]
    public void One_anonymous_operation() => Valid("{ film { id } }");

    [Fact]
    public void Many_named_operations() => Valid("query A { film { id } } query B { film { id } }");

    [Fact]
    public void An_anonymous_operation_with_fragments() => Valid("{ film { ...F } } fragment F on Film { id }");

    [Fact]
    public void Two_anonymous_operations() => Invalid(
        "{ film { id } } query { named { id } }",
        Error("This anonymous operation must be the only defined operation. Name it, or send it alone.", (1, 1)),
        Error("This anonymous operation must be the only defined operation. Name it, or send it alone.", (1, 17)));

    [Fact]
    public void An_anonymous_operation_beside_a_named_one() => Invalid(
        "{ film { id } } query A { film { id } }",
        Error("This anonymous operation must be the only defined operation. Name it, or send it alone.", (1, 1)));
}
