using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class KnownOperationTypesRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new KnownOperationTypesRule(context);

    [Fact]
    public void Queries_and_subscriptions_of_the_schema() => Valid("query A { film { id } } subscription B { filmAdded { id } }");

    [Fact]
    public void A_schema_without_mutations() => Invalid(
        "query A { film { id } } mutation B { addFilm { id } }",
        Error("The mutation operation is not supported by the schema.", (1, 25)));
}
