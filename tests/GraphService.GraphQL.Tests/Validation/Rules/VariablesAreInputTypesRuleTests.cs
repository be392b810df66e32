using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class VariablesAreInputTypesRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new VariablesAreInputTypesRule(context);

    [Fact]
    public void Scalars_enums_inputs_and_lists_of_them() => Valid("query A($a: ID, $b: [[Role!]!]!, $c: FilmFilter, $d: Unknown) { film { id } }");

    [Fact]
    public void Output_types() => Invalid(
        "query A($a: Film, $b: [[Work!]]!, $c: Named) { film { id } }",
        Error("Variable \"$a\" cannot be non-input type \"Film\". Use a scalar, an enum or an input object.", (1, 13)),
        Error("Variable \"$b\" cannot be non-input type \"[[Work!]]!\". Use a scalar, an enum or an input object.", (1, 23)),
        Error("Variable \"$c\" cannot be non-input type \"Named\". Use a scalar, an enum or an input object.", (1, 39)));
}
