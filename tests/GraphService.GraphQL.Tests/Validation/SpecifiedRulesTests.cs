using GraphService.GraphQL.Language;
using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Limits;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation;

public class SpecifiedRulesTests
{
    private static readonly List<Type> Registered =
    [
        .. SpecifiedRules.All.Select(create => create(new ValidationContext(FilmSchema.Instance, Parser.ParseDocument(new SourceText("{ film { id } }")), ValidationOptions.Default)).GetType()),
    ];

    [Fact]
    public void Every_rule_is_registered_once() => Assert.Equal(
        typeof(ValidationRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ValidationRule))).Select(type => type.Name).Order(StringComparer.Ordinal),
        Registered.Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_has_tests() => Assert.All(
        Registered,
        rule => Assert.NotNull(typeof(SpecifiedRulesTests).Assembly.GetType($"{rule.Namespace!.Replace(".Validation", ".Tests.Validation", StringComparison.Ordinal)}.{rule.Name}Tests")));

    [Fact]
    public void Fragments_are_bounded_first_and_merged_last()
    {
        Assert.Equal([typeof(NoFragmentCyclesRule), typeof(MaxFragmentVisitsRule)], Registered.Take(2));
        Assert.Equal(typeof(OverlappingFieldsCanBeMergedRule), Registered[^1]);
    }
}
