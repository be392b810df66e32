using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class KnownFragmentNamesRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new KnownFragmentNamesRule(context);

    [Fact]
    public void A_known_fragment() => Valid("{ film { ...F ... on Film { ...F } } } fragment F on Film { id }");

    [Fact]
    public void Unknown_fragments() => Invalid(
        "{ film { ...FilmPart ... on Film { ...X } } } fragment FilmParts on Film { id ...Y }",
        Error("Unknown fragment \"FilmPart\". Did you mean \"FilmParts\"?", (1, 13)),
        Error("Unknown fragment \"X\".", (1, 39)),
        Error("Unknown fragment \"Y\".", (1, 82)));
}
