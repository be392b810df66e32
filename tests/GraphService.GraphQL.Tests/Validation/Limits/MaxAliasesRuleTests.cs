using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Limits;

namespace GraphService.GraphQL.Tests.Validation.Limits;

public class MaxAliasesRuleTests : RuleTest
{
    private const string Message = "The document has more than 30 aliases. Use lists (ids, filters) instead, or send several requests.";

    private protected override ValidationRule CreateRule(ValidationContext context) => new MaxAliasesRule(context);

    [Fact]
    public void At_the_limit() => Valid(Aliases(30));

    [Fact]
    public void One_alias_beyond() => Invalid(Aliases(31), Limit("ALIASES", 30, Message, (31, 1)));

    [Fact]
    public void Ten_thousand_aliases_are_one_error() => Invalid(Aliases(10_000), Limit("ALIASES", 30, Message, (31, 1)));

    [Fact]
    public void Aliases_of_all_operations_and_fragments_count() => Invalid(
        Aliases(15) + "\nfragment F on Query " + Aliases(15) + "\nquery A { b: film { id } }",
        Limit("ALIASES", 30, Message, (31, 11)));

    [Fact]
    public void Fields_without_an_alias_do_not_count() => Valid("{" + string.Concat(Enumerable.Repeat(" film { id }", 100)) + " }");

    // One alias a line, the first after the brace.
    private static string Aliases(int count) => "{" + string.Join('\n', Enumerable.Range(0, count).Select(i => $"a{i}: film {{ id }}")) + " }";
}
