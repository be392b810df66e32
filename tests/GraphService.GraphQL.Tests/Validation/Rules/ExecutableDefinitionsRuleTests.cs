using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class ExecutableDefinitionsRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new ExecutableDefinitionsRule(context);

    [Fact]
    public void Operations_and_fragments_are_executable() => Valid("query A { film { ...F } } fragment F on Film { id }");

    [Fact]
    public void Type_definitions_are_not() => Invalid(
        """
        { film { id } }
        type Cow { name: String }
        extend type Film { color: String }
        """,
        Error("The \"Cow\" definition is not executable. Send operations and fragments only.", (2, 1)),
        Error("The \"Film\" definition is not executable. Send operations and fragments only.", (3, 1)));

    [Fact]
    public void Schema_and_directive_definitions_are_not() => Invalid(
        """
        schema { query: Query }
        directive @x on FIELD
        { film { id } }
        """,
        Error("The schema definition is not executable. Send operations and fragments only.", (1, 1)),
        Error("The \"@x\" definition is not executable. Send operations and fragments only.", (2, 1)));
}
