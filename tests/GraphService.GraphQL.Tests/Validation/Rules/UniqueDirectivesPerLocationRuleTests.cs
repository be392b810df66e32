using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class UniqueDirectivesPerLocationRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new UniqueDirectivesPerLocationRule(context);

    [Fact]
    public void Different_directives_and_different_places() => Valid("{ film @skip(if: true) @include(if: true) { id @skip(if: true) } }");

    [Fact]
    public void Repeatable_directives() => Valid("""{ film @tag @tag(name: "a") @tag { id } }""");

    [Fact]
    public void Unknown_directives_are_for_another_rule() => Valid("{ film @x @x { id } }");

    [Fact]
    public void The_same_twice() => Invalid(
        "{ film @skip(if: true) @skip(if: false) { id } }",
        Error("The directive \"@skip\" can only be used once at this location.", (1, 8), (1, 24)));

    [Fact]
    public void The_same_three_times_and_another_twice() => Invalid(
        "query A @cached(seconds: 1) @anywhere @cached(seconds: 2) @anywhere @cached(seconds: 3) { film { id } }",
        Error("The directive \"@cached\" can only be used once at this location.", (1, 9), (1, 39)),
        Error("The directive \"@anywhere\" can only be used once at this location.", (1, 29), (1, 59)),
        Error("The directive \"@cached\" can only be used once at this location.", (1, 9), (1, 69)));
}
