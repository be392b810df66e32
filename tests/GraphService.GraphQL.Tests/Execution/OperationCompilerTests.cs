using System.Globalization;
using System.Text;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Tests.Introspection;

namespace GraphService.GraphQL.Tests.Execution;

public class OperationCompilerTests
{
    private const string Film = "film(by: {id: 1})";

    [Fact]
    public void Fields_keep_the_order_of_the_request() =>
        Assert.Equal("{ film { year id title } }", Compiled.Text($"{{ {Film} {{ year id title }} }}"));

    [Fact]
    public void Selections_of_one_response_name_are_merged_where_it_appears_first() => Assert.Equal(
        "{ film { title cast { name id born } id } __typename }",
        Compiled.Text($"{{ {Film} {{ title cast {{ name }} }} __typename {Film} {{ id title cast {{ id name born }} }} }}"));

    [Fact]
    public void Aliases_are_response_names() => Assert.Equal(
        "{ a:film { t:title title:id } b:film { title } }",
        Compiled.Text($"{{ a: {Film} {{ t: title title: id }} b: {Film} {{ title }} }}"));

    [Fact]
    public void A_field_knows_its_definition_its_key_and_all_its_selections()
    {
        var operation = Compiled.Operation($"{{ first: {Film} {{ title }} first: {Film} {{ id }} }}");
        var field = Compiled.Field(operation, "first");
        Assert.Equal(",\"first\":", Encoding.UTF8.GetString(field.Key));
        Assert.Same(FilmSchema.Instance.Query, field.ParentType);
        Assert.Same(FilmSchema.Instance.Query.Field("film"), field.Definition);
        Assert.Same(field.Nodes[0], field.Node);
        Assert.Equal([3, 38], field.Nodes.Select(node => node.Location!.Value.Column));
        Assert.Equal(-1, field.Condition);
        Assert.Equal("Film", Compiled.Field(operation, "first", "title").ParentType.Name);
    }

    [Fact]
    public void Selections_on_an_interface_are_compiled_for_each_object_type() => Assert.Equal(
        "{ node { Film: id title form | Series: id title seasons | Person: id name } }",
        Compiled.Text("""
            { node(id: 1) { id ... on Work { title } ...film ... on Series { seasons } ... on Person { name } } }
            fragment film on Film { form }
            """));

    [Fact]
    public void Selections_on_a_union_are_compiled_for_each_member() => Assert.Equal(
        "{ search { Film: __typename title | Series: __typename title | Person: __typename } }",
        Compiled.Text("""{ search(text: "k") { __typename ... on Work { title } } }"""));

    [Fact]
    public void A_fragment_on_a_union_or_an_interface_applies_to_its_object_types() => Assert.Equal(
        "{ film { title id year } }",
        Compiled.Text($$"""{ {{Film}} { ... on Found { ... on Film { title } ... on Person { name } } ... on Node { id } ... { year } } }"""));

    [Fact]
    public void A_type_without_selections_has_no_fields() => Assert.Equal(
        "{ node { Film: - | Series: - | Person: name } }",
        Compiled.Text("{ node(id: 1) { ... on Person { name } } }"));

    [Fact]
    public void Fields_of_an_unknown_type_are_none()
    {
        var node = Compiled.Field(Compiled.Operation("{ node(id: 1) { id } }"), "node");
        Assert.Empty(node.Selections!.For(FilmSchema.Instance.Query));
        Assert.Single(node.Selections.For((GraphQL.TypeSystem.ObjectType)FilmSchema.Instance.Types["Series"]));
    }

    [Fact]
    public void A_fragment_spread_twice_adds_nothing() => Assert.Equal(
        "{ film { title id } }",
        Compiled.Text($$"""
            { {{Film}} { ...f id ...f ...g } }
            fragment f on Film { title }
            fragment g on Film { ...f }
            """));

    [Fact]
    public void Meta_fields_have_definitions() => Assert.Equal(
        "{ __typename __schema { queryType { name } } __type { name __typename } }",
        Compiled.Text("""{ __typename __schema { queryType { name } } __type(name: "Film") { name __typename } }"""));

    [Theory]
    [InlineData("@include(if: true)", "{ film { id title } }")]
    [InlineData("@include(if: false)", "{ film { id } }")]
    [InlineData("@skip(if: true)", "{ film { id } }")]
    [InlineData("@skip(if: false)", "{ film { id title } }")]
    [InlineData("@skip(if: false) @include(if: true)", "{ film { id title } }")]
    [InlineData("@skip(if: false) @include(if: false)", "{ film { id } }")]
    [InlineData("@skip(if: true) @include(if: true)", "{ film { id } }")]
    [InlineData("@include(if: $a)", "{ film { id title[a] } }")]
    [InlineData("@skip(if: $a)", "{ film { id title[!a] } }")]
    [InlineData("@include(if: $a) @skip(if: $b)", "{ film { id title[a & !b] } }")]
    [InlineData("@include(if: $a) @skip(if: $a)", "{ film { id } }")]
    [InlineData("@include(if: $a) @skip(if: true)", "{ film { id } }")]
    [InlineData("@include(if: $a) @skip(if: false)", "{ film { id title[a] } }")]
    public void Skip_and_include_on_fields_and_fragments(string directives, string expected)
    {
        const string operation = "query($a: Boolean!, $b: Boolean!)";
        Assert.Equal(expected, Compiled.Text($"{operation} {{ {Film} {{ id title {directives} }} }}"));
        Assert.Equal(expected, Compiled.Text($"{operation} {{ {Film} {{ id ... {directives} {{ title }} }} }}"));
        Assert.Equal(expected, Compiled.Text($"{operation} {{ {Film} {{ id ...f {directives} }} }} fragment f on Film {{ title }}"));
    }

    [Fact]
    public void Conditions_of_nested_fragments_must_all_hold() => Assert.Equal(
        "{ film { title[a & !b & c] } }",
        Compiled.Text($$"""
            query($a: Boolean!, $b: Boolean!, $c: Boolean!) { {{Film}} { ... @include(if: $a) { ...f @skip(if: $b) } } }
            fragment f on Film { title @include(if: $c) ... @include(if: $b) { year } ... @skip(if: $a) { id } }
            """));

    [Fact]
    public void Conditions_of_a_field_are_not_repeated_inside_it() => Assert.Equal(
        "{ film[a] { title id[b] } }",
        Compiled.Text($$"""query($a: Boolean!, $b: Boolean!) { {{Film}} @include(if: $a) { title id @include(if: $b) } }"""));

    [Fact]
    public void Selections_side_by_side_under_different_conditions_are_alternatives() => Assert.Equal(
        "{ film { id title[a | !b] } }",
        Compiled.Text($$"""query($a: Boolean!, $b: Boolean!) { {{Film}} { id title @include(if: $a) title @skip(if: $b) } }"""));

    // Spec, Field Collection: a response name stands where it is first collected.
    [Fact]
    public void Where_conditions_decide_its_place_a_field_has_several() => Assert.Equal(
        "{ film { title[a] id title[b | !a & c unless a] year title[always unless a | b | !a & c] } }",
        Compiled.Text($$"""
            query($a: Boolean!, $b: Boolean!, $c: Boolean!) {
              {{Film}} { title @include(if: $a) id title @include(if: $b) ... @skip(if: $a) { title @include(if: $c) } year title title @include(if: $c) }
            }
            """));

    [Fact]
    public void In_a_later_place_a_field_has_what_is_selected_there_and_after_it() => Assert.Equal(
        "{ film[a] { title[a] id year[b] } __typename film[always unless a] { id year[b] } }",
        Compiled.Text($$"""query($a: Boolean!, $b: Boolean!) { {{Film}} @include(if: $a) { title } __typename {{Film}} { id } {{Film}} @include(if: $b) { year } }"""));

    [Fact]
    public void A_selection_that_is_there_only_with_an_earlier_one_opens_no_place() => Assert.Equal(
        "{ film { title[a | b & a] id } }",
        Compiled.Text($$"""query($a: Boolean!, $b: Boolean!) { {{Film}} { title @include(if: $a) id ... @include(if: $b) { title @include(if: $a) } } }"""));

    [Fact]
    public void The_variables_of_conditions_are_known()
    {
        var operation = Compiled.Operation($$"""query($a: Boolean!, $b: Boolean!) { {{Film}} { title @include(if: $b) id title ... @skip(if: $a) @include(if: $b) { id } } }""");
        Assert.Equal(["b", "a"], operation.ConditionVariables.Select(variable => variable.Name.Value));
        Assert.Empty(Compiled.Operation($$"""query($a: Boolean!) { {{Film}} { id title @skip(if: true) @include(if: $a) } }""").ConditionVariables);
    }

    [Fact]
    public void The_same_condition_twice_is_one_alternative() => Assert.Equal(
        "{ film { title[a] } }",
        Compiled.Text($$"""query($a: Boolean!) { {{Film}} { title @include(if: $a) ... @include(if: $a) { title } } }"""));

    [Fact]
    public void An_unconditional_selection_makes_the_field_unconditional() => Assert.Equal(
        "{ film { title id } }",
        Compiled.Text($$"""query($a: Boolean!) { {{Film}} { title id title @include(if: $a) } }"""));

    [Fact]
    public void Merged_selections_bring_their_conditions_to_what_is_inside_them() => Assert.Equal(
        "{ film { title[a] id year[b] } }",
        Compiled.Text($$"""query($a: Boolean!, $b: Boolean!) { {{Film}} @include(if: $a) { title id } {{Film}} { id } {{Film}} @include(if: $b) { year } }"""));

    [Fact]
    public void A_fragment_visited_under_different_conditions_has_alternatives() => Assert.Equal(
        "{ film { title[a] id[a & c] title[b unless a] id[b & c unless a & c] } }",
        Compiled.Text($$"""
            query($a: Boolean!, $b: Boolean!, $c: Boolean!) { {{Film}} { ...f @include(if: $a) ...f @include(if: $b) ...f @include(if: $a) } }
            fragment f on Film { title id @include(if: $c) }
            """));

    [Fact]
    public void A_fragment_visited_again_under_a_weaker_condition_is_collected_again() => Assert.Equal(
        "{ film { title } }",
        Compiled.Text($$"""
            query($a: Boolean!, $b: Boolean!) { {{Film}} { ...f @include(if: $a) @skip(if: $b) ...f @include(if: $a) ...f } }
            fragment f on Film { title }
            """));

    [Fact]
    public void A_node_that_is_collected_twice_is_one_place_for_errors()
    {
        var operation = Compiled.Operation($$"""
            query($a: Boolean!, $b: Boolean!) { {{Film}} { ...f @include(if: $a) ...f @include(if: $b) } }
            fragment f on Film { title }
            """);
        Assert.Single(Compiled.Field(operation, "film", "title").Nodes);
    }

    [Fact]
    public void Equal_conditions_share_a_place()
    {
        var operation = Compiled.Operation($$"""query($a: Boolean!, $b: Boolean!) { {{Film}} { title @include(if: $a) id @skip(if: $a) year @include(if: $a) form @include(if: $b) } }""");
        Assert.Equal("{ film { title[a] id[!a] year[a] form[b] } }", Compiled.Text(operation));
        Assert.Equal(3, operation.Conditions.Count);
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(false, true, true)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    public void A_condition_holds_when_one_of_its_alternatives_does(bool a, bool b, bool expected)
    {
        var condition = new IncludeCondition([[new("a", true), new("b", false)], [new("a", false), new("b", true)]]);
        Assert.Equal(expected, condition.Holds(name => name == "a" ? a : b));
    }

    [Fact]
    public void As_many_fields_as_the_limit_are_compiled_and_one_more_is_not()
    {
        const string document = "{ node(id: 1) { id __typename } }";
        Assert.Equal("{ node { Film: id __typename | Series: id __typename | Person: id __typename } }", Compiled.Text(Compiled.Operation(document, maxFields: 7)));
        AssertTooManyFields(6, () => Compiled.Operation(document, maxFields: 6));
    }

    [Fact]
    public void A_tower_of_fragments_is_visited_once_a_storey() => Assert.Equal(
        "{ film { title } }",
        Compiled.Text(Compiled.Operation(Tower(200, "...f{0} ...f{0} ... {{ ...f{0} }}", ""))));

    [Fact]
    public void A_tower_of_merged_fields_is_as_large_as_one()
    {
        var document = "{ node(id: 1) { ... on Person { ...f0 } } } " + string.Concat(Enumerable.Range(0, 10).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"fragment f{i} on Person {{ films {{ cast {{ ...f{i + 1} }} }} films {{ cast {{ ...f{i + 1} }} cast {{ id }} }} }} "))) + "fragment f10 on Person { name }";
        Assert.Equal(10, Compiled.Text(document).Split("films").Length - 1);
    }

    [Fact]
    public void A_tower_of_aliases_ends_at_the_limit()
    {
        var document = "{ node(id: 1) { ... on Person { ...f0 } } } " + string.Concat(Enumerable.Range(0, 30).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"fragment f{i} on Person {{ a: films {{ cast {{ ...f{i + 1} }} }} b: films {{ cast {{ ...f{i + 1} }} }} }} "))) + "fragment f30 on Person { name }";
        AssertTooManyFields(20_000, () => Compiled.Operation(document));
    }

    // The fragments merge into a single field, under 2^30 conditions.
    [Fact]
    public void A_tower_of_conditions_ends_at_the_limit()
    {
        var variables = string.Concat(Enumerable.Range(0, 30).Select(i => string.Create(CultureInfo.InvariantCulture, $"$a{i}: Boolean! $b{i}: Boolean! ")));
        var document = Tower(30, "...f{0} @include(if: $a{1}) ...f{0} @include(if: $b{1})", $"query({variables})");
        AssertTooManyFields(20_000, () => Compiled.Operation(document));
    }

    [Fact]
    public void A_long_chain_of_fragments_is_no_deep_one() =>
        Assert.Equal("{ film { title } }", Compiled.Text(Compiled.Operation(Tower(2_000, "...f{0}", ""))));

    // f0 at the bottom, and the film at the top; {0} is the storey below, {1} this one.
    private static string Tower(int height, string storey, string head)
    {
        var document = new StringBuilder($"{head} {{ {Film} {{ ...f{height} }} }} fragment f0 on Film {{ title }}\n");
        for (var i = 0; i < height; i++)
        {
            document.Append(CultureInfo.InvariantCulture, $"fragment f{i + 1} on Film {{ ").AppendFormat(CultureInfo.InvariantCulture, storey, i, i).Append(" }\n");
        }

        return document.ToString();
    }

    private static void AssertTooManyFields(int limit, Func<object> compile)
    {
        var error = Assert.Throws<GraphQLException>(compile).Error;
        Assert.Equal($"The operation selects more than {limit} fields once its fragments are expanded: ask for less, or in several requests.", error.Message);
        Assert.Equal("LIMIT_FIELDS", error.Code);
        var (key, value) = Assert.Single(error.Extensions);
        Assert.Equal("limit", key);
        Assert.Equal([new("name", "FIELDS"), new("value", (long)limit)], (KeyValuePair<string, object?>[])value!);
    }
}
