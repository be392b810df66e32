using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Limits;

namespace GraphService.GraphQL.Tests.Validation.Limits;

public class MaxDepthRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new MaxDepthRule(context);

    private protected override ValidationOptions Options => new() { MaxErrors = 100, MaxDepth = 4 };

    [Fact]
    public void At_the_limit() => Valid("{ film { director { films { id } } } }");

    [Fact]
    public void One_level_beyond() => Invalid(
        "query A { film { director { films { director { id } title } } } }",
        Limit("DEPTH", 4, "Operation \"A\" nests fields 5 levels deep, but at most 4 are allowed. Ask for fewer levels, or in several requests.", (1, 48)));

    [Fact]
    public void One_level_beyond_in_a_fragment_points_at_the_spread() => Invalid(
        "{ film { director { ...P } } } fragment P on Person { films { ...F } } fragment F on Film { director { id } }",
        Limit("DEPTH", 4, "The anonymous operation nests fields 5 levels deep, but at most 4 are allowed. Ask for fewer levels, or in several requests.", (1, 21)));

    [Fact]
    public void A_fragment_counts_where_it_is_spread_and_not_by_itself() => Valid(
        "{ film { ...F } } fragment F on Film { director { films { id } } } fragment Unused on Film { director { films { director { films { id } } } } }");

    [Fact]
    public void Each_operation_is_measured() => Invalid(
        """
        query A { film { ...F } }
        query B { film { director { films { ...F } } } }
        query C { film { director { films { director { films { id } } } } } }
        fragment F on Film { director { id } }
        """,
        Limit("DEPTH", 4, "Operation \"B\" nests fields 5 levels deep, but at most 4 are allowed. Ask for fewer levels, or in several requests.", (2, 37)),
        Limit("DEPTH", 4, "Operation \"C\" nests fields 6 levels deep, but at most 4 are allowed. Ask for fewer levels, or in several requests.", (3, 48)));

    [Fact]
    public void Inline_fragments_add_no_level() => Valid("{ film { ... on Film { ... { director { films { ... { id } } } } } } }");

    [Fact]
    public void Fields_of_introspection_do_not_count() => Valid(
        "{ __schema { types { fields { type { ofType { ofType { ...T } } } } } } film { director { films { __typename } } } } fragment T on __Type { ofType { ofType { name } } }");

    [Fact]
    public void A_tower_of_thirty_fragments_is_measured_floor_by_floor()
    {
        var floors = Enumerable.Range(0, 30).Select(i => $" fragment F{i} on Film {{ a: director {{ films {{ ...F{i + 1} }} }} b: director {{ films {{ ...F{i + 1} }} }} }}");

        Invalid(
            "{ film { ...F0 } } fragment F30 on Film { id }" + string.Concat(floors),
            Limit("DEPTH", 4, "The anonymous operation nests fields 62 levels deep, but at most 4 are allowed. Ask for fewer levels, or in several requests.", (1, 10)));
    }

    [Fact]
    public void Unknown_fragments_have_no_depth() => Valid("{ film { director { films { ...Unknown } } } }");
}
