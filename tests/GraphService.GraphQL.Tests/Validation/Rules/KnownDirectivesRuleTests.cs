using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class KnownDirectivesRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new KnownDirectivesRule(context);

    [Fact]
    public void Known_directives_where_they_may_stand() => Valid("query A($a: Boolean! @anywhere) @cached(seconds: 1) @anywhere { film @skip(if: $a) @tag { ...F @include(if: $a) ... @anywhere { id } } } fragment F on Film @anywhere { id }");

    [Fact]
    public void Unknown_directives() => Invalid(
        "query A @cashed { film @unknown { id } }",
        Error("Unknown directive \"@cashed\". Did you mean \"@cached\"?", (1, 9)),
        Error("Unknown directive \"@unknown\".", (1, 24)));

    [Fact]
    public void Everywhere_they_may_not_stand() => Invalid(
        """
        query A($a: Boolean! @tag) @skip(if: true) {
          film @deprecated { ...F @tag ... @cached(seconds: 1) { id } }
        }
        subscription S @cached(seconds: 1) { filmAdded { id } }
        fragment F on Film @include(if: true) { id }
        """,
        Error("Directive \"@tag\" may not be used on VARIABLE_DEFINITION.", (1, 22)),
        Error("Directive \"@skip\" may not be used on QUERY.", (1, 28)),
        Error("Directive \"@deprecated\" may not be used on FIELD.", (2, 8)),
        Error("Directive \"@tag\" may not be used on FRAGMENT_SPREAD.", (2, 27)),
        Error("Directive \"@cached\" may not be used on INLINE_FRAGMENT.", (2, 36)),
        Error("Directive \"@cached\" may not be used on SUBSCRIPTION.", (4, 16)),
        Error("Directive \"@include\" may not be used on FRAGMENT_DEFINITION.", (5, 20)));
}
