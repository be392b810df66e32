using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class OverlappingFieldsCanBeMergedRuleTests : RuleTest
{
    private OverlappingFieldsCanBeMergedRule _rule = null!;

    private protected override ValidationRule CreateRule(ValidationContext context) => _rule = new OverlappingFieldsCanBeMergedRule(context);

    [Fact]
    public void The_same_field_twice() => Valid("{ film { id id t: title t: title } }");

    [Fact]
    public void The_same_field_with_the_same_arguments_in_another_order() => Valid("""{ a: film(id: 1, title: "x") { id } a: film(title: "x", id: 1) { title } }""");

    [Fact]
    public void The_same_objects_with_fields_in_another_order() => Valid(""""{ films(where: { year: 1, and: [{ id: 1, title: """x""" }] }) { id } films(where: { and: [{ title: "x", id: 1 }], year: 1 }) { id } }"""");

    [Fact]
    public void The_same_field_with_different_directives() => Valid("{ film { id @skip(if: true) id @include(if: true) } }");

    [Fact]
    public void Fields_of_one_shape_of_objects_that_exclude_each_other() => Valid("{ node(id: 1) { ... on Film { n: year } ... on Person { n: born } } }");

    [Fact]
    public void Different_fields_of_objects_that_exclude_each_other() => Invalid(
        "{ work { ... on Film { x: title } ... on Series { x: title } } }",
        Error("Fields \"x\" conflict because they return conflicting types \"String!\" and \"String\". Use different aliases on the fields to fetch both if this was intentional.", (1, 24), (1, 51)));

    [Fact]
    public void Different_fields_of_one_shape_of_objects_that_exclude_each_other() => Invalid(
        "{ node(id: 1) { ... on Film { x: title kind } ... on Person { x: name } ... on Series { x: id kind } } }",
        Error("Fields \"x\" conflict because they return conflicting types \"String!\" and \"ID!\". Use different aliases on the fields to fetch both if this was intentional.", (1, 31), (1, 89)));

    [Fact]
    public void Different_arguments_of_objects_that_exclude_each_other() => Valid("{ node(id: 1) { ... on Film { d: director { id } } ... on Series { d: director { id } } ... on Person { x: films(first: 1) { id } } ... on Festival { x: films { id } } } }");

    [Fact]
    public void Another_field_behind_the_same_alias() => Invalid(
        "{ film { x: id x: title } }",
        Error("Fields \"x\" conflict because \"id\" and \"title\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (1, 10), (1, 16)));

    [Fact]
    public void An_alias_that_is_the_name_of_another_field() => Invalid(
        "{ film { title: id title } }",
        Error("Fields \"title\" conflict because \"id\" and \"title\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (1, 10), (1, 20)));

    [Fact]
    public void Different_arguments() => Invalid(
        """{ film(id: 1) { id } film(id: "1") { id } film { id } }""",
        Error("Fields \"film\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.", (1, 3), (1, 22)),
        Error("Fields \"film\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.", (1, 3), (1, 43)));

    [Fact]
    public void Different_variables() => Invalid(
        "query A($a: ID, $b: ID) { film(id: $a) { id } film(id: $b) { id } }",
        Error("Fields \"film\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.", (1, 27), (1, 47)));

    [Fact]
    public void Texts_that_look_like_two_arguments() => Invalid(
        """{ film(id: "1title:2", title: "") { id } film(id: "1", title: "2") { id } }""",
        Error("Fields \"film\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.", (1, 3), (1, 42)));

    [Fact]
    public void An_interface_excludes_nothing() => Invalid(
        "{ node(id: 1) { x: id ... on Film { x: title } } }",
        Error("Fields \"x\" conflict because \"id\" and \"title\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (1, 17), (1, 37)));

    [Fact]
    public void An_interface_between_objects_that_exclude_each_other() => Valid("{ node(id: 1) { ... on Film { x: id } ... on Person { x: id } ... on Node { x: id } } }");

    [Fact]
    public void An_interface_and_an_object_among_several() => Invalid(
        "{ node(id: 1) { ... on Person { x: name } ... on Film { x: title } ... on Named { x: name } } }",
        Error("Fields \"x\" conflict because \"title\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (1, 57), (1, 83)));

    [Fact]
    public void Below_an_interface_and_an_object_among_several() => Invalid(
        """
        {
          honoree {
            ... on Film { d: director { id } }
            ... on Person { f: films { x: id } }
            ... on Festival { f: films { x: id } }
          }
          named {
            ... on Person { id f: films { x: id } }
            ... on Festival { f: films { x: id } }
            ... on Node { id x: id }
            ... on Node { ... on Person { f: films { x: kind } } }
          }
        }
        """,
        Error("Fields \"f\" conflict because subfields \"x\" conflict because \"id\" and \"kind\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (8, 24), (8, 35), (11, 35), (11, 46)));

    [Fact]
    public void In_fragments() => Invalid(
        "{ film { ...A ...B } } fragment A on Film { x: id } fragment B on Film { x: title }",
        Error("Fields \"x\" conflict because \"id\" and \"title\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (1, 45), (1, 74)));

    [Fact]
    public void In_selections_that_merge() => Invalid(
        "{ film { x: id } film { x: title } }",
        Error("Fields \"film\" conflict because subfields \"x\" conflict because \"id\" and \"title\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (1, 3), (1, 10), (1, 18), (1, 25)));

    [Fact]
    public void Deep_in_selections_that_merge() => Invalid(
        "{ film { director { films { x: id } } } film { director { films { x: title } } } }",
        Error("Fields \"film\" conflict because subfields \"director\" conflict because subfields \"films\" conflict because subfields \"x\" conflict because \"id\" and \"title\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (1, 3), (1, 10), (1, 21), (1, 29), (1, 41), (1, 48), (1, 59), (1, 67)));

    [Fact]
    public void The_nearest_common_field_is_named() => Invalid(
        "{ film { director { x: id } director { x: name } } film { id } }",
        Error("Fields \"director\" conflict because subfields \"x\" conflict because \"id\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (1, 10), (1, 21), (1, 29), (1, 40)));

    [Fact]
    public void A_conflict_of_one_fragment_is_reported_once() => Invalid(
        "{ a: film { ...F } b: film { ...F } } fragment F on Film { x: id x: title }",
        Error("Fields \"x\" conflict because \"id\" and \"title\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (1, 60), (1, 66)));

    [Fact]
    public void In_a_fragment_that_is_not_used() => Invalid(
        "{ film { id } } fragment F on Film { x: id x: title }",
        Error("Fields \"x\" conflict because \"id\" and \"title\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (1, 38), (1, 44)));

    [Fact]
    public void Shapes_of_leaves_of_objects_that_exclude_each_other() => Invalid(
        "{ work { ... on Film { x: year } ... on Series { x: year } } }",
        Error("Fields \"x\" conflict because they return conflicting types \"Int\" and \"String\". Use different aliases on the fields to fetch both if this was intentional.", (1, 24), (1, 50)));

    [Fact]
    public void Shapes_of_lists_of_objects_that_exclude_each_other() => Invalid(
        "{ work { ... on Film { cast { id } } ... on Series { cast { id } } ... on Series { c: director { id } } ... on Film { c: cast { id } } } }",
        Error("Fields \"cast\" conflict because they return conflicting types \"[Person!]!\" and \"[Person]\". Use different aliases on the fields to fetch both if this was intentional.", (1, 24), (1, 54)),
        Error("Fields \"c\" conflict because they return conflicting types \"Person\" and \"[Person!]!\". Use different aliases on the fields to fetch both if this was intentional.", (1, 84), (1, 119)));

    [Fact]
    public void A_leaf_and_an_object() => Invalid(
        "{ work { ... on Film { x: kind } ... on Series { x: director { id } } } }",
        Error("Fields \"x\" conflict because they return conflicting types \"Kind!\" and \"Person\". Use different aliases on the fields to fetch both if this was intentional.", (1, 24), (1, 50)));

    [Fact]
    public void Shapes_deep_below_objects_that_exclude_each_other() => Invalid(
        "{ work { ... on Film { director { x: id } } ... on Series { director { x: name } } } }",
        Error("Fields \"director\" conflict because subfields \"x\" conflict because they return conflicting types \"ID!\" and \"String!\". Use different aliases on the fields to fetch both if this was intentional.", (1, 24), (1, 35), (1, 61), (1, 72)));

    [Fact]
    public void Other_fields_of_one_shape_deep_below_objects_that_exclude_each_other() => Valid("{ work { ... on Film { director { films { x: title } } } ... on Series { director { films { x: title } } } } }");

    [Fact]
    public void Names_deep_below_objects_that_exclude_each_other_and_an_interface_that_does_not() => Invalid(
        """
        {
          node(id: 1) {
            ... on Person { f: films { x: id } }
            ... on Festival { f: films { x: id } }
            ... on Person { f: films { x: title } }
          }
        }
        """,
        Error("Fields \"f\" conflict because subfields \"x\" conflict because \"id\" and \"title\" are different fields. Use different aliases on the fields to fetch both if this was intentional.", (3, 21), (3, 32), (5, 21), (5, 32)));

    [Fact]
    public void Unknown_fields_have_no_shape() => Valid("{ film { x: unknown x: unknown } }");

    [Theory]
    [InlineData(100)]
    [InlineData(10_000)]
    public void Duplicate_fields_cost_two_steps_each(int count) =>
        Assert.InRange(WorkOf("{ film {" + Repeat(" id", count) + " } }"), count, (2 * count) + 10);

    [Theory]
    [InlineData(100)]
    [InlineData(10_000)]
    public void Duplicate_fields_with_selections_cost_four_steps_each(int count) =>
        Assert.InRange(WorkOf("{" + Repeat(" film { id }", count) + " }"), count, (4 * count) + 10);

    [Theory]
    [InlineData(100)]
    [InlineData(10_000)]
    public void Inline_fragments_cost_two_steps_each(int count) =>
        Assert.InRange(WorkOf("{ film {" + Repeat(" ... on Film { id }", count) + " } }"), count, (2 * count) + 10);

    [Theory]
    [InlineData(10)]
    [InlineData(190)]
    public void Nested_inline_fragments_cost_no_more_than_their_fields(int depth) =>
        Assert.InRange(WorkOf("{ film { id " + Repeat("... { id ", depth) + Repeat("}", depth) + " } }"), depth, (2 * depth) + 10);

    [Fact]
    public void A_tower_of_fragments_is_built_once()
    {
        var floors = Enumerable.Range(0, 30).Select(i => $"fragment F{i} on Film {{ id ...F{i + 1} ...F{i + 1} }}");

        Assert.InRange(WorkOf("{ film { ...F0 } } fragment F30 on Film { id } " + string.Concat(floors)), 30, 100);
    }

    [Fact]
    public void A_tower_of_fragments_in_two_fields_each_is_built_once()
    {
        var floors = Enumerable.Range(0, 30).Select(i => $"fragment F{i} on Film {{ a: director {{ films {{ ...F{i + 1} }} }} b: director {{ films {{ ...F{i + 1} }} }} }}");

        Assert.InRange(WorkOf("{ film { ...F0 } } fragment F30 on Film { id } " + string.Concat(floors)), 30, 700);
    }

    [Fact]
    public void A_fragment_in_a_thousand_places_is_looked_into_once()
    {
        var places = string.Concat(Enumerable.Range(0, 1_000).Select(i => $" f{i}: film {{ ...F }}"));

        Assert.InRange(WorkOf("{" + places + " } fragment F on Film {" + Repeat(" id", 1_000) + " }"), 1_000, 5_000);
    }

    [Fact]
    public void What_still_grows_beyond_measure_is_stopped()
    {
        var places = string.Concat(Enumerable.Range(0, 1_000).Select(i => $" f{i}: film {{ x{i}: id ...F }}"));

        Invalid(
            "{" + places + " } fragment F on Film {" + Repeat(" id", 1_000) + " }",
            Limit("FIELD_MERGES", 100_000, "Looking for fields in conflict takes more than 100000 steps. Use fewer fragments and fewer fields of the same name."));
        Assert.InRange(_rule.Work, 100_000, 101_010);
    }

    [Fact]
    public void Many_conflicts_in_a_chain_of_fragments_do_not_overflow_the_stack()
    {
        var chain = Enumerable.Range(0, 3_000).Select(i => $"fragment F{i} on Film {{ director {{ films {{ ...F{i + 1} }} }} }}");

        Valid("fragment F3000 on Film { id } " + string.Concat(chain));
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private int WorkOf(string query)
    {
        Valid(query);
        return _rule.Work;
    }
}
