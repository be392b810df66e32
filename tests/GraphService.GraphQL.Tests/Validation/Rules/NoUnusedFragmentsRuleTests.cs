using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class NoUnusedFragmentsRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new NoUnusedFragmentsRule(context);

    [Fact]
    public void Used_directly_and_through_others() => Valid("{ film { ...A ... on Film { director { ...C } } } } fragment A on Film { ...B } fragment B on Film { id } fragment C on Person { id }");

    [Fact]
    public void Used_by_another_operation() => Valid("query A { film { id } } query B { film { ...F } } fragment F on Film { id }");

    [Fact]
    public void Unused() => Invalid(
        """
        { film { ...A } }
        fragment A on Film { id }
        fragment B on Film { id }
        """,
        Error("Fragment \"B\" is never used.", (3, 1)));

    [Fact]
    public void Used_by_an_unused_one_only() => Invalid(
        """
        { film { id } }
        fragment A on Film { ...B }
        fragment B on Film { id }
        """,
        Error("Fragment \"A\" is never used.", (2, 1)),
        Error("Fragment \"B\" is never used.", (3, 1)));
}
