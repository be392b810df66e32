using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Limits;

namespace GraphService.GraphQL.Tests.Validation.Limits;

public class MaxFragmentVisitsRuleTests : RuleTest
{
    private const string Message = "The operations use more than 6 fragments, each counted once per operation. Send fewer operations or fewer fragments.";

    private const string Fragments = """

        fragment A on Film { ...B ...B ...C }
        fragment B on Film { ...C ...C }
        fragment C on Film { id }
        """;

    private protected override ValidationRule CreateRule(ValidationContext context) => new MaxFragmentVisitsRule(context);

    private protected override ValidationOptions Options => new() { MaxFragmentVisits = 6 };

    [Fact]
    public void A_fragment_counts_once_per_operation_however_often_it_is_spread() =>
        Valid("query X { film { ...A ...A } } query Y { film { ...A ...B } }" + Fragments);

    [Fact]
    public void More_operations_than_fragments_bear() =>
        Invalid("query X { film { ...A } } query Y { film { ...A } } query Z { film { ...C } }" + Fragments, Limit("FRAGMENT_VISITS", 6, Message));

    [Fact]
    public void Fragments_that_no_operation_uses_do_not_count() =>
        Valid(string.Concat(Enumerable.Range(0, 100).Select(i => $"fragment F{i} on Film {{ id }} ")));

    [Fact]
    public void Operations_beyond_the_limit_are_not_looked_into() =>
        Assert.Equal(9, Validate(string.Concat(Enumerable.Range(0, 1_000).Select(i => $"query Q{i} {{ film {{ ...A }} }} ")) + Fragments).Fragments.Visits);
}
