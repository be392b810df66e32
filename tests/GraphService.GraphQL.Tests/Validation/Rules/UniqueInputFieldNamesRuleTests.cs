using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class UniqueInputFieldNamesRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new UniqueInputFieldNamesRule(context);

    [Fact]
    public void Different_names_and_the_same_in_nested_objects() => Valid("""{ films(where: { title: "a", and: [{ title: "b" }, { title: "c" }] }) { id } }""");

    [Fact]
    public void The_same_twice() => Invalid(
        "{ films(where: { year: 1, year: 2 }) { id } }",
        Error("There can be only one input field named \"year\".", (1, 18), (1, 27)));

    [Fact]
    public void The_same_three_times_and_nested() => Invalid(
        "{ films(where: { year: 1, year: 2, year: 3, and: [{ id: 1, id: 2 }] }) { id } }",
        Error("There can be only one input field named \"year\".", (1, 18), (1, 27)),
        Error("There can be only one input field named \"year\".", (1, 18), (1, 36)),
        Error("There can be only one input field named \"id\".", (1, 53), (1, 60)));

    [Fact]
    public void In_a_default() => Invalid(
        "query A($a: FilmFilter = { id: 1, id: 2 }) { films(where: $a) { id } }",
        Error("There can be only one input field named \"id\".", (1, 28), (1, 35)));
}
