using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class NoFragmentCyclesRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new NoFragmentCyclesRule(context);

    [Fact]
    public void Spreading_twice_is_no_cycle() => Valid("{ film { ...A ...B } } fragment A on Film { ...B ...B } fragment B on Film { id }");

    [Fact]
    public void Unknown_fragments_are_for_another_rule() => Valid("{ film { ...A } } fragment A on Film { ...X }");

    [Fact]
    public void A_fragment_that_spreads_itself() => Invalid(
        "{ film { ...A } } fragment A on Film { director { films { ...A } } }",
        Error("Cannot spread fragment \"A\" within itself.", (1, 59)));

    [Fact]
    public void A_fragment_that_spreads_itself_in_an_inline_fragment() => Invalid(
        "fragment A on Film { ... on Film { ...A } }",
        Error("Cannot spread fragment \"A\" within itself.", (1, 36)));

    [Fact]
    public void A_cycle_of_two() => Invalid(
        "fragment A on Film { ...B } fragment B on Film { ...A }",
        Error("Cannot spread fragment \"A\" within itself via \"B\".", (1, 22), (1, 50)));

    [Fact]
    public void A_cycle_that_begins_further_on() => Invalid(
        "fragment A on Film { ...B } fragment B on Film { ...C } fragment C on Film { ...B }",
        Error("Cannot spread fragment \"B\" within itself via \"C\".", (1, 50), (1, 78)));

    [Fact]
    public void Two_cycles_through_one_fragment() => Invalid(
        "fragment A on Film { ...B ...C } fragment B on Film { ...A } fragment C on Film { ...A }",
        Error("Cannot spread fragment \"A\" within itself via \"B\".", (1, 22), (1, 55)),
        Error("Cannot spread fragment \"A\" within itself via \"C\".", (1, 27), (1, 83)));

    [Fact]
    public void A_cycle_of_a_hundred_names_the_first_ten()
    {
        var query = string.Join('\n', Enumerable.Range(0, 100).Select(i => $"fragment F{i} on Film {{ ...F{(i + 1) % 100} }}"));

        Invalid(query, Error(
            "Cannot spread fragment \"F0\" within itself via \"F1\", \"F2\", \"F3\", \"F4\", \"F5\", \"F6\", \"F7\", \"F8\", \"F9\", \"F10\" and 89 more.",
            [.. Enumerable.Range(1, 10).Select(line => (line, 23))]));
    }

    [Fact]
    public void A_chain_of_ten_thousand_is_no_cycle() =>
        Valid(string.Join('\n', Enumerable.Range(0, 10_000).Select(i => $"fragment F{i} on Film {{ ...F{i + 1} }}")));

    [Fact]
    public void Ten_thousand_cycles_are_not_all_reported() =>
        Assert.Equal(101, Validate("fragment F on Film {" + string.Concat(Enumerable.Repeat(" ...F", 10_000)) + " }").Errors.Count);
}
