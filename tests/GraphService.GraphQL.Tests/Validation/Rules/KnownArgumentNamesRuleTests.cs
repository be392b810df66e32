using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class KnownArgumentNamesRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new KnownArgumentNamesRule(context);

    [Fact]
    public void Known_arguments_in_any_order() => Valid("""{ film(title: "a", id: 1) { cast(role: ACTOR) { id } id @skip(if: true) } __type(name: "Film") { name } }""");

    [Fact]
    public void Fields_and_directives_that_are_unknown_are_for_other_rules() => Valid("{ unknown(a: 1) film @unknown(a: 1) { id } }");

    [Fact]
    public void Unknown_arguments_of_fields() => Invalid(
        """{ film(titel: "a", x: 1) { id(format: "x") } }""",
        Error("Unknown argument \"titel\" on field \"Query.film\". Did you mean \"title\"?", (1, 8)),
        Error("Unknown argument \"x\" on field \"Query.film\".", (1, 20)),
        Error("Unknown argument \"format\" on field \"Film.id\".", (1, 31)));

    [Fact]
    public void An_unknown_argument_of_a_meta_field() => Invalid(
        """{ __type(names: "Film") { name } }""",
        Error("Unknown argument \"names\" on field \"Query.__type\". Did you mean \"name\"?", (1, 10)));

    [Fact]
    public void Unknown_arguments_of_directives() => Invalid(
        "{ film @skip(iff: true) { id @anywhere(a: 1) } }",
        Error("Unknown argument \"iff\" on directive \"@skip\". Did you mean \"if\"?", (1, 14)),
        Error("Unknown argument \"a\" on directive \"@anywhere\".", (1, 40)));
}
