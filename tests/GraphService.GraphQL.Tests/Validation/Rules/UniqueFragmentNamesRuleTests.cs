using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class UniqueFragmentNamesRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new UniqueFragmentNamesRule(context);

    [Fact]
    public void Different_names() => Valid("{ film { ...A ...B } } fragment A on Film { id } fragment B on Film { id }");

    [Fact]
    public void Inline_fragments_have_no_name() => Valid("{ film { ... on Film { id } ... on Film { id } } }");

    [Fact]
    public void An_operation_of_the_same_name() => Valid("query A { film { ...A } } fragment A on Film { id }");

    [Fact]
    public void The_same_name_twice() => Invalid(
        "{ film { ...Common } } fragment Common on Film { id } fragment Common on Film { title }",
        Error("There can be only one fragment named \"Common\".", (1, 33), (1, 64)));
}
