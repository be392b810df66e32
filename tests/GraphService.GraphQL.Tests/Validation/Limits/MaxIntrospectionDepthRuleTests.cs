using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Limits;

namespace GraphService.GraphQL.Tests.Validation.Limits;

public class MaxIntrospectionDepthRuleTests : RuleTest
{
    private const string Lists = "The anonymous operation nests lists of introspection 4 levels deep, but at most 3 are allowed. Ask for the names of types there, and for each type with __type(name:).";

    private protected override ValidationRule CreateRule(ValidationContext context) => new MaxIntrospectionDepthRule(context);

    [Fact]
    public void What_documentation_browsers_ask() => Valid(
        "{ __type(name: \"Film\") { fields { args { type { inputFields { name } } } type { ofType { fields { name } } } } } }");

    [Theory]
    [InlineData("fields { type { fields { type { fields { type { fields { name } } } } } } }", 74)]
    [InlineData("fields { args { type { inputFields { type { inputFields { name } } } } } }", 70)]
    [InlineData("possibleTypes { interfaces { possibleTypes { interfaces { name } } } }", 71)]
    [InlineData("possibleTypes { interfaces { possibleTypes { enumValues { name } } } }", 71)]
    public void Lists_within_lists(string selection, int column) => Invalid(
        "{ __type(name: \"Film\") { " + selection + " } }",
        Limit("INTROSPECTION_DEPTH", 3, Lists, (1, column)));

    [Fact]
    public void Lists_within_lists_of_a_fragment() => Invalid(
        "{ __schema { types { fields { type { interfaces { ...T } } } } } } fragment T on __Type { fields { args { name } } }",
        Limit("INTROSPECTION_DEPTH", 3, Lists, (1, 51)));

    [Fact]
    public void Every_place_of_introspection_counts() => Invalid(
        "{ __schema { queryType { fields { args { type { inputFields { type { enumValues { name } } } } } } } } }",
        Limit("INTROSPECTION_DEPTH", 3, Lists, (1, 70)));

    [Fact]
    public void Fields_of_the_service_with_such_names_do_not_count() => Valid(
        "{ film { fields { args { inputFields { interfaces { id } } } } } }");

    [Fact]
    public void Types_around_types()
    {
        Valid(Wrapped(16));
        Invalid(Wrapped(17), Limit("INTROSPECTION_DEPTH", 16, "The anonymous operation nests ofType 17 levels deep, but at most 16 are allowed. Ask for the names of types there, and for each type with __type(name:).", (1, 170)));
    }

    [Fact]
    public void A_fragment_with_a_list_spread_a_thousand_times_is_measured_once() => Valid(
        "{ __schema { types {" + string.Concat(Enumerable.Repeat(" ...T", 1_000)) + " } } } fragment T on __Type { fields { name } }");

    private static string Wrapped(int times) =>
        "{ __type(name: \"Film\") { " + string.Concat(Enumerable.Repeat("ofType { ", times)) + "name" + string.Concat(Enumerable.Repeat(" }", times)) + " } }";
}
