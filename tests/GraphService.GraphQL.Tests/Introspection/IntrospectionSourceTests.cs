using GraphService.GraphQL.Language;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.Introspection;

public class IntrospectionSourceTests
{
    private const string AllOfType = "__typename kind name description specifiedByURL isOneOf fields { name } interfaces { name } possibleTypes { name } enumValues { name } inputFields { name } ofType { name }";

    private static void AssertType(string name, string selections, string expected, string variables = "{}", string head = "") =>
        Assert.Equal(
            $$"""{"__type":{{expected}}}""",
            Introspect.Data($$"""{{head}} { __type(name: "{{name}}") {{selections}} }""", variables));

    [Fact]
    public void An_unknown_type_is_null()
    {
        AssertType("Nobody", "{ name }", "null");
        AssertType("", "{ name }", "null");
        AssertType("[Film]", "{ name }", "null");
        AssertType("film", "{ name }", "null");
    }

    [Fact]
    public void The_name_may_be_a_variable() => Assert.Equal(
        """{"__type":{"name":"Film"}}""",
        Introspect.Data("query($name: String!) { __type(name: $name) { name } }", """{"name": "Film"}"""));

    [Fact]
    public void An_object() => AssertType("Film", $"{{ {AllOfType} }}",
        """{"__typename":"__Type","kind":"OBJECT","name":"Film","description":null,"specifiedByURL":null,"isOneOf":null,"fields":[{"name":"id"},{"name":"title"},{"name":"year"},{"name":"form"},{"name":"cast"}],"interfaces":[{"name":"Work"},{"name":"Node"}],"possibleTypes":null,"enumValues":null,"inputFields":null,"ofType":null}""");

    [Fact]
    public void An_object_without_interfaces_implements_the_empty_list() => AssertType("Query", "{ interfaces { name } }", """{"interfaces":[]}""");

    [Fact]
    public void An_interface() => AssertType("Node", $"{{ {AllOfType} }}",
        """{"__typename":"__Type","kind":"INTERFACE","name":"Node","description":"Whatever has an id.\n\nIds are opaque.","specifiedByURL":null,"isOneOf":null,"fields":[{"name":"id"}],"interfaces":[],"possibleTypes":[{"name":"Film"},{"name":"Series"},{"name":"Person"}],"enumValues":null,"inputFields":null,"ofType":null}""");

    [Fact]
    public void An_interface_that_implements_another() =>
        AssertType("Work", "{ interfaces { name } possibleTypes { name } }", """{"interfaces":[{"name":"Node"}],"possibleTypes":[{"name":"Film"},{"name":"Series"}]}""");

    [Fact]
    public void A_union() => AssertType("Found", $"{{ {AllOfType} }}",
        """{"__typename":"__Type","kind":"UNION","name":"Found","description":null,"specifiedByURL":null,"isOneOf":null,"fields":null,"interfaces":null,"possibleTypes":[{"name":"Film"},{"name":"Series"},{"name":"Person"}],"enumValues":null,"inputFields":null,"ofType":null}""");

    [Fact]
    public void A_scalar() => AssertType("Date", $"{{ {AllOfType} }}",
        """{"__typename":"__Type","kind":"SCALAR","name":"Date","description":"When something happened.","specifiedByURL":"https://example.com/date","isOneOf":null,"fields":null,"interfaces":null,"possibleTypes":null,"enumValues":null,"inputFields":null,"ofType":null}""");

    [Fact]
    public void An_enum() => AssertType("Form", $"{{ {AllOfType} }}",
        """{"__typename":"__Type","kind":"ENUM","name":"Form","description":null,"specifiedByURL":null,"isOneOf":null,"fields":null,"interfaces":null,"possibleTypes":null,"enumValues":[{"name":"FEATURE"},{"name":"SHORT"}],"inputFields":null,"ofType":null}""");

    [Fact]
    public void Input_objects()
    {
        AssertType("FilmFilter", $"{{ {AllOfType} }}",
            """{"__typename":"__Type","kind":"INPUT_OBJECT","name":"FilmFilter","description":null,"specifiedByURL":null,"isOneOf":false,"fields":null,"interfaces":null,"possibleTypes":null,"enumValues":null,"inputFields":[{"name":"and"},{"name":"title"},{"name":"years"},{"name":"form"}],"ofType":null}""");
        AssertType("FilmKey", "{ isOneOf }", """{"isOneOf":true}""");
    }

    [Fact]
    public void Lists_and_non_null_types_wrap_their_types() => AssertType(
        "FilmFilter",
        "{ inputFields { name type { kind name description fields { name } isOneOf ofType { kind name ofType { kind name ofType { kind } } } } } }",
        """
        {"inputFields":[
        {"name":"and","type":{"kind":"LIST","name":null,"description":null,"fields":null,"isOneOf":null,"ofType":{"kind":"NON_NULL","name":null,"ofType":{"kind":"INPUT_OBJECT","name":"FilmFilter","ofType":null}}}},
        {"name":"title","type":{"kind":"SCALAR","name":"String","description":null,"fields":null,"isOneOf":null,"ofType":null}},
        {"name":"years","type":{"kind":"LIST","name":null,"description":null,"fields":null,"isOneOf":null,"ofType":{"kind":"NON_NULL","name":null,"ofType":{"kind":"SCALAR","name":"Int","ofType":null}}}},
        {"name":"form","type":{"kind":"ENUM","name":"Form","description":null,"fields":null,"isOneOf":null,"ofType":null}}]}
        """.Replace("\n", "", StringComparison.Ordinal).Replace("\"name\":\"String\",\"description\":null", $"\"name\":\"String\",\"description\":\"{FilmSchema.Instance.Types["String"].Description}\"", StringComparison.Ordinal));

    [Fact]
    public void Fields() => AssertType("Query", "{ fields { __typename name description isDeprecated deprecationReason type { kind } args { name } } }",
        """
        {"fields":[
        {"__typename":"__Field","name":"node","description":null,"isDeprecated":false,"deprecationReason":null,"type":{"kind":"INTERFACE"},"args":[{"name":"id"}]},
        {"__typename":"__Field","name":"film","description":null,"isDeprecated":false,"deprecationReason":null,"type":{"kind":"OBJECT"},"args":[{"name":"by"}]},
        {"__typename":"__Field","name":"films","description":null,"isDeprecated":false,"deprecationReason":null,"type":{"kind":"NON_NULL"},"args":[{"name":"where"},{"name":"first"},{"name":"after"}]},
        {"__typename":"__Field","name":"search","description":"Anything by its name.","isDeprecated":false,"deprecationReason":null,"type":{"kind":"LIST"},"args":[{"name":"text"},{"name":"kinds"}]}]}
        """.Replace("\n", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("Film", "fields", "rating", "No longer supported")]
    [InlineData("Query", "fields", "person", "Use `node`.")]
    [InlineData("Form", "enumValues", "REEL", "Say SHORT.")]
    [InlineData("FilmFilter", "inputFields", "minRating", "Ratings are gone.")]
    public void What_is_deprecated_is_there_when_it_is_asked_for(string type, string list, string name, string reason)
    {
        var member = $$"""{"name":"{{name}}","isDeprecated":true,"deprecationReason":"{{reason}}"}""";
        var selections = $$"""{ {{list}}(includeDeprecated: $all) { name isDeprecated deprecationReason } }""";
        foreach (var all in (bool[])[true, false])
        {
            var data = Introspect.Data($$"""query($all: Boolean! = false) { __type(name: "{{type}}") {{selections}} }""", $$"""{"all": {{(all ? "true" : "false")}}}""");
            Assert.Equal(all, data.Contains(member, StringComparison.Ordinal));
        }

        var byDefault = Introspect.Data($$"""{ __type(name: "{{type}}") { {{list}} { name } } }""");
        Assert.DoesNotContain(name, byDefault, StringComparison.Ordinal);
    }

    [Fact]
    public void Deprecated_arguments_are_there_when_they_are_asked_for() => Assert.Equal(
        """{"__type":{"fields":[{"now":[{"name":"id"}],"all":[{"name":"id"}]},{"now":[{"name":"by"}],"all":[{"name":"by"}]},{"now":[{"name":"where"},{"name":"first"},{"name":"after"}],"all":[{"name":"where"},{"name":"first"},{"name":"after"}]},{"now":[{"name":"text"},{"name":"kinds"}],"all":[{"name":"text"},{"name":"kinds"},{"name":"folded"}]}]}}""",
        Introspect.Data("""{ __type(name: "Query") { fields { now: args { name } all: args(includeDeprecated: true) { name } } } }"""));

    [Fact]
    public void Default_values_are_GraphQL_text() => AssertType(
        "Query",
        "{ fields(includeDeprecated: true) { args(includeDeprecated: true) { name defaultValue } } }",
        """
        {"fields":[
        {"args":[{"name":"id","defaultValue":null}]},
        {"args":[{"name":"by","defaultValue":null}]},
        {"args":[{"name":"where","defaultValue":"{years: [2016, 2017], form: FEATURE}"},{"name":"first","defaultValue":"50"},{"name":"after","defaultValue":null}]},
        {"args":[{"name":"text","defaultValue":null},{"name":"kinds","defaultValue":"[]"},{"name":"folded","defaultValue":"true"}]},
        {"args":[{"name":"name","defaultValue":"\"Méliès \\\"le\\\" magicien\""}]}]}
        """.Replace("\n", "", StringComparison.Ordinal));

    [Fact]
    public void Directives()
    {
        var data = Introspect.Data("{ __schema { directives { __typename name description isRepeatable locations args { name type { kind ofType { name } } defaultValue } all: args(includeDeprecated: true) { name } } } }");
        Assert.Contains(
            """{"__typename":"__Directive","name":"cost","description":"How much a field costs.","isRepeatable":true,"locations":["FIELD_DEFINITION","ARGUMENT_DEFINITION"],"args":[{"name":"weight","type":{"kind":"NON_NULL","ofType":{"name":"Int"}},"defaultValue":"1"}],"all":[{"name":"weight"},{"name":"factor"}]}""",
            data,
            StringComparison.Ordinal);
        foreach (var builtIn in (string[])["skip", "include", "deprecated", "specifiedBy", "oneOf"])
        {
            Assert.Contains($"\"name\":\"{builtIn}\"", data, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_schema() => Assert.Equal(
        """{"__schema":{"__typename":"__Schema","description":"A small graph of films.","queryType":{"name":"Query"},"mutationType":null,"subscriptionType":null}}""",
        Introspect.Data("{ __schema { __typename description queryType { name } mutationType { name } subscriptionType { name } } }"));

    [Fact]
    public void Roots_of_other_operations()
    {
        var schema = SchemaBuilder.Build(new SourceText("schema { query: Q mutation: M subscription: S } type Q { a: Int } type M { a: Int } type S { a: Int }"));
        Assert.Equal(
            """{"__schema":{"description":null,"queryType":{"name":"Q"},"mutationType":{"name":"M"},"subscriptionType":{"name":"S"}}}""",
            Introspect.Data("{ __schema { description queryType { name } mutationType { name } subscriptionType { name } } }", schema: schema));
    }

    [Fact]
    public void Types_are_those_of_the_schema_built_in_ones_included()
    {
        var data = Introspect.Data("{ __schema { types { name } } }");
        string[] expected =
        [
            "Query", "Node", "Work", "Film", "Series", "Person", "Found", "Date", "Form", "Kind", "FilmKey", "FilmFilter",
            "Int", "Float", "String", "Boolean", "ID",
            "__Schema", "__Type", "__TypeKind", "__Field", "__InputValue", "__EnumValue", "__Directive", "__DirectiveLocation",
        ];
        Assert.Equal($$$"""{"__schema":{"types":[{{{string.Join(',', expected.Select(name => $"{{\"name\":\"{name}\"}}"))}}}]}}""", data);
    }

    // Spec, Scalars: a built-in scalar that nothing refers to must not be included.
    [Fact]
    public void Built_in_scalars_that_nothing_uses_are_left_out()
    {
        var schema = SchemaBuilder.Build(new SourceText("type Query { a: String }"));
        Assert.Equal("""{"int":null,"boolean":{"name":"Boolean"}}""", Introspect.Data("""{ int: __type(name: "Int") { name } boolean: __type(name: "Boolean") { name } }""", schema: schema));
    }

    [Fact]
    public void The_introspection_types_can_be_introspected() => AssertType(
        "__EnumValue",
        "{ kind fields { name type { kind name ofType { kind name } } } }",
        """{"kind":"OBJECT","fields":[{"name":"name","type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"SCALAR","name":"String"}}},{"name":"description","type":{"kind":"SCALAR","name":"String","ofType":null}},{"name":"isDeprecated","type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"SCALAR","name":"Boolean"}}},{"name":"deprecationReason","type":{"kind":"SCALAR","name":"String","ofType":null}}]}""");

    [Fact]
    public void Meta_fields_are_not_listed()
    {
        var data = Introspect.Data("{ __schema { types { fields(includeDeprecated: true) { name } } } }");
        Assert.DoesNotContain("__", data.Replace("__schema", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Aliases_and_fragments() => Assert.Equal(
        """{"a":{"n":"Film","t":"__Type","fields":[{"n":"id"},{"n":"title"},{"n":"year"},{"n":"form"},{"n":"cast"}]},"b":{"n":"Node","t":"__Type"}}""",
        Introspect.Data("""
            { a: __type(name: "Film") { ...t fields { n: name } } b: __type(name: "Node") { ...t } }
            fragment t on __Type { ... on __Type { n: name } t: __typename }
            """));

    [Theory]
    [InlineData(false, false, """{"__type":{"description":null}}""")]
    [InlineData(false, true, """{"__type":{"name":"Film","description":null}}""")]
    [InlineData(true, false, """{"__type":{"kind":"OBJECT","description":null}}""")]
    [InlineData(true, true, """{"__type":{"kind":"OBJECT","name":"Film","description":null}}""")]
    public void Conditions(bool kind, bool name, string expected) => Assert.Equal(expected, Introspect.Data(
        """query($kind: Boolean!, $name: Boolean!) { __type(name: "Film") { kind @include(if: $kind) ... @include(if: $name) { name } description } }""",
        $$"""{"kind": {{(kind ? "true" : "false")}}, "name": {{(name ? "true" : "false")}}}"""));

    [Fact]
    public void An_object_all_of_whose_fields_are_left_out_is_empty() => Assert.Equal(
        """{"__schema":{"queryType":{}}}""",
        Introspect.Data("query($no: Boolean!) { __schema { queryType { name @include(if: $no) } } }", """{"no": false}"""));

    // Spec, All Variable Usages Are Allowed: a nullable variable with a default may stand there, and may yet be null.
    [Fact]
    public void A_null_argument_makes_the_nearest_nullable_field_null()
    {
        const string document = """query($all: Boolean = true) { __type(name: "Film") { name fields(includeDeprecated: $all) { name } kind } }""";
        var (data, errors) = Introspect.Execute(document, """{"all": null}""");
        Assert.Equal("""{"__type":{"name":"Film","fields":null,"kind":"OBJECT"}}""", data);
        var error = Assert.Single(errors);
        Assert.Equal(["__type", "fields"], error.Path);
        Assert.Equal(ErrorCodes.BadUserInput, error.Code);
        Assert.Equal(new SourceLocation(1, 66), error.Locations[0]);

        Assert.Contains("\"rating\"", Introspect.Data(document), StringComparison.Ordinal);
    }

    [Fact]
    public void A_null_argument_of_a_non_null_field_takes_its_parents_along()
    {
        var (data, errors) = Introspect.Execute(
            """query($all: Boolean = true) { t: __type(name: "Query") { name fields { name arguments: args(includeDeprecated: $all) { name } } } u: __type(name: "Film") { name } }""",
            """{"all": null}""");
        Assert.Equal("""{"t":{"name":"Query","fields":null},"u":{"name":"Film"}}""", data);
        Assert.Equal(["t", "fields", 0, "arguments"], Assert.Single(errors).Path);
    }

    [Fact]
    public void An_error_that_nothing_nullable_is_around_leaves_no_data()
    {
        var (data, errors) = Introspect.Execute(
            "query($all: Boolean = true) { __schema { directives { name args(includeDeprecated: $all) { name } } } }",
            """{"all": null}""");
        Assert.Equal("null", data);
        Assert.Equal(["__schema", "directives", 0, "args"], Assert.Single(errors).Path);
    }
}
