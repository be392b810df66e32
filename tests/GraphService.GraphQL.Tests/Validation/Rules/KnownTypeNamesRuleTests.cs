using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class KnownTypeNamesRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new KnownTypeNamesRule(context);

    [Fact]
    public void Known_names() => Valid("query A($a: Int, $b: [FilmFilter!]!) { node(id: 1) { ... on Film { id } ...F } } fragment F on Named { name }");

    [Fact]
    public void Types_of_introspection() => Valid("query A($a: __TypeKind) { __schema { ...S } } fragment S on __Schema { types { name } }");

    [Fact]
    public void Unknown_names_with_what_may_be_meant() => Invalid(
        """
        query A($a: Integer, $b: [FilmFiltr!]) {
          node(id: 1) { ... on Films { id } ...F }
        }
        fragment F on Persn { name }
        """,
        Error("Unknown type \"Integer\".", (1, 13)),
        Error("Unknown type \"FilmFiltr\". Did you mean \"FilmFilter\"?", (1, 27)),
        Error("Unknown type \"Films\". Did you mean \"Film\"?", (2, 24)),
        Error("Unknown type \"Persn\". Did you mean \"Person\" or \"PersonBy\"?", (4, 15)));
}
