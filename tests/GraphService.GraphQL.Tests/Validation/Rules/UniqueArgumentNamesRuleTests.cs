using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class UniqueArgumentNamesRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new UniqueArgumentNamesRule(context);

    [Fact]
    public void Different_names_and_the_same_on_another_field() => Valid("""{ film(id: 1, title: "a") { id @skip(if: true) @include(if: true) } node(id: 1) { id } }""");

    [Fact]
    public void The_same_twice() => Invalid(
        "{ film(id: 1, id: 2) { id } }",
        Error("There can be only one argument named \"id\".", (1, 8), (1, 15)));

    [Fact]
    public void The_same_three_times_is_one_error() => Invalid(
        """{ film(id: 1, title: "a", id: 2, id: 3) { id } }""",
        Error("There can be only one argument named \"id\".", (1, 8), (1, 27), (1, 34)));

    [Fact]
    public void The_same_twice_on_a_directive() => Invalid(
        "{ film @skip(if: true, if: true) { id } }",
        Error("There can be only one argument named \"if\".", (1, 14), (1, 24)));

    [Fact]
    public void The_same_ten_thousand_times_is_one_error_with_ten_locations()
    {
        var query = "{ film(" + string.Concat(Enumerable.Repeat("id: 1, ", 10_000)) + ") { id } }";

        Invalid(query, Error("There can be only one argument named \"id\".", [.. Enumerable.Range(0, 10).Select(i => (1, 8 + (7 * i)))]));
    }
}
