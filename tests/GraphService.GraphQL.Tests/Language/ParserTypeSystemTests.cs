using GraphService.GraphQL.Language.Ast;
using static GraphService.GraphQL.Tests.Language.SyntaxAssert;

namespace GraphService.GraphQL.Tests.Language;

public class ParserTypeSystemTests
{
    [Fact]
    public void A_schema_names_its_root_operation_types()
    {
        var schema = Definition<SchemaDefinitionNode>("\"Films\" schema @d { query: Query subscription: Feed }");
        Assert.Equal("Films", schema.Description?.Value);
        Assert.False(schema.IsExtension);
        Assert.Single(schema.Directives);
        Assert.Equal([(OperationType.Query, "Query"), (OperationType.Subscription, "Feed")],
            schema.OperationTypes.Select(o => (o.Operation, o.Type.Name.Value)));
    }

    [Fact]
    public void Scalars_have_directives()
    {
        var scalar = Definition<ScalarTypeDefinitionNode>("\"A day\" scalar Date @specifiedBy(url: \"https://example.org/date\")");
        Assert.Equal(("A day", "Date"), (scalar.Description?.Value, scalar.Name.Value));
        Assert.Equal("specifiedBy", Assert.Single(scalar.Directives).Name.Value);
    }

    [Fact]
    public void Objects_have_interfaces_directives_and_fields()
    {
        var type = Definition<ObjectTypeDefinitionNode>(
            "type Film implements & Node & Work @node(label: \"Film\") { \"Its name\" title(\"in\" lang: Lang! = EN @a, short: Boolean): String! @b year: Int }");
        Assert.Equal(["Node", "Work"], type.Interfaces.Select(i => i.Name.Value));
        Assert.Equal("@node(label: \"Film\")", Assert.Single(type.Directives).ToString());
        Assert.Equal(["title", "year"], type.Fields.Select(f => f.Name.Value));
        var title = type.Fields[0];
        Assert.Equal("Its name", title.Description?.Value);
        Assert.Equal("String!", title.Type.ToString());
        Assert.Equal("b", Assert.Single(title.Directives).Name.Value);
        Assert.Equal(["lang", "short"], title.Arguments.Select(a => a.Name.Value));
        var lang = title.Arguments[0];
        Assert.Equal(("in", "Lang!", "EN", 1), (lang.Description?.Value, lang.Type.ToString(), lang.DefaultValue?.ToString(), lang.Directives.Count));
    }

    [Fact]
    public void Interfaces_are_like_objects()
    {
        var type = Definition<InterfaceTypeDefinitionNode>("interface Work implements Node { title: String }");
        Assert.Equal("Node", Assert.Single(type.Interfaces).Name.Value);
        Assert.Equal("title", Assert.Single(type.Fields).Name.Value);
    }

    [Theory]
    [InlineData("union Credited = Person | Group")]
    [InlineData("union Credited = | Person | Group")]
    public void Unions_have_members(string text) =>
        Assert.Equal(["Person", "Group"], Definition<UnionTypeDefinitionNode>(text).Types.Select(t => t.Name.Value));

    [Fact]
    public void Enums_have_values()
    {
        var type = Definition<EnumTypeDefinitionNode>("enum Kind { \"on film\" FEATURE SHORT @deprecated }");
        Assert.Equal(["FEATURE", "SHORT"], type.Values.Select(v => v.Name.Value));
        Assert.Equal("on film", type.Values[0].Description?.Value);
        Assert.Single(type.Values[1].Directives);
    }

    [Fact]
    public void Input_objects_have_fields()
    {
        var type = Definition<InputObjectTypeDefinitionNode>("input Filter @oneOf { \"exactly\" id: ID, year: Int = 1995 @d }");
        Assert.Equal("oneOf", Assert.Single(type.Directives).Name.Value);
        Assert.Equal(["\"\"\"exactly\"\"\"\nid: ID", "year: Int = 1995 @d"], type.Fields.Select(f => f.ToString()));
    }

    [Theory]
    [InlineData("directive @d on FIELD", false, 0)]
    [InlineData("directive @d(a: Int) repeatable on | FIELD | OBJECT", true, 1)]
    public void Directives_have_arguments_and_locations(string text, bool repeatable, int arguments)
    {
        var directive = Definition<DirectiveDefinitionNode>(text);
        Assert.Equal("d", directive.Name.Value);
        Assert.Equal((repeatable, arguments), (directive.Repeatable, directive.Arguments.Count));
        Assert.Equal("FIELD", directive.Locations[0].Value);
    }

    [Theory]
    [InlineData("type Film")]
    [InlineData("interface Work")]
    [InlineData("union Credited")]
    [InlineData("enum Kind")]
    [InlineData("input Filter")]
    [InlineData("scalar Date")]
    public void A_definition_may_be_empty(string text) =>
        Assert.Equal(text, Assert.IsAssignableFrom<TypeDefinitionNode>(Parse(text)).ToString());

    [Theory]
    [InlineData("extend schema @d")]
    [InlineData("extend schema {\n  mutation: M\n}")]
    [InlineData("extend scalar Date @d")]
    [InlineData("extend type Film implements Node")]
    [InlineData("extend type Film @d")]
    [InlineData("extend type Film {\n  a: Int\n}")]
    [InlineData("extend interface Work implements Node")]
    [InlineData("extend union Credited = Person")]
    [InlineData("extend enum Kind {\n  SHORT\n}")]
    [InlineData("extend input Filter {\n  a: Int\n}")]
    public void An_extension_adds_something(string text)
    {
        var definition = Assert.IsAssignableFrom<TypeSystemDefinitionNode>(Parse(text));
        Assert.True(definition.IsExtension);
        Assert.Equal(text, definition.ToString());
    }

    [Theory]
    [InlineData("extend schema", "Unexpected <EOF>.", 14)]
    [InlineData("extend scalar Date", "Unexpected <EOF>.", 19)]
    [InlineData("extend type Film", "Unexpected <EOF>.", 17)]
    [InlineData("extend interface Work", "Unexpected <EOF>.", 22)]
    [InlineData("extend union Credited", "Unexpected <EOF>.", 22)]
    [InlineData("extend enum Kind", "Unexpected <EOF>.", 17)]
    [InlineData("extend input Filter { a }", "Expected \":\", found \"}\".", 25)]
    [InlineData("extend", "Unexpected <EOF>.", 7)]
    [InlineData("extend query Q { a }", "Unexpected Name \"query\".", 8)]
    [InlineData("extend directive @d on FIELD", "Unexpected Name \"directive\".", 8)]
    [InlineData("extend \"Why\" type Film { a: Int }", "Unexpected String \"Why\".", 8)]
    [InlineData("schema", "Expected \"{\", found <EOF>.", 7)]
    [InlineData("schema { }", "Expected Name, found \"}\".", 10)]
    [InlineData("schema { search: Q }", "Unexpected Name \"search\".", 10)]
    [InlineData("schema { query Q }", "Expected \":\", found Name \"Q\".", 16)]
    [InlineData("type", "Expected Name, found <EOF>.", 5)]
    [InlineData("type Film { }", "Expected Name, found \"}\".", 13)]
    [InlineData("type Film { title }", "Expected \":\", found \"}\".", 19)]
    [InlineData("type Film { title(): String }", "Expected Name, found \")\".", 19)]
    [InlineData("type Film { title: String = \"x\" }", "Expected Name, found \"=\".", 27)]
    [InlineData("type Film implements { a: Int }", "Expected Name, found \"{\".", 22)]
    [InlineData("type Film implements A & { a: Int }", "Expected Name, found \"{\".", 26)]
    [InlineData("type Film implements A, B { a: Int }", "Unexpected Name \"B\".", 25)]
    [InlineData("type Film { a: Int @d(e: $f) }", "Unexpected variable \"$f\" in constant value.", 26)]
    [InlineData("union Credited =", "Expected Name, found <EOF>.", 17)]
    [InlineData("union Credited = | | A", "Expected Name, found \"|\".", 20)]
    [InlineData("enum Kind { }", "Expected Name, found \"}\".", 13)]
    [InlineData("enum Kind { true }", "Name \"true\" is reserved and cannot be used for an enum value.", 13)]
    [InlineData("enum Kind { A false }", "Name \"false\" is reserved and cannot be used for an enum value.", 15)]
    [InlineData("enum Kind { null }", "Name \"null\" is reserved and cannot be used for an enum value.", 13)]
    [InlineData("input Filter { }", "Expected Name, found \"}\".", 16)]
    [InlineData("input Filter { a(b: Int): Int }", "Expected \":\", found \"(\".", 17)]
    [InlineData("directive d on FIELD", "Expected \"@\", found Name \"d\".", 11)]
    [InlineData("directive @d FIELD", "Expected \"on\", found Name \"FIELD\".", 14)]
    [InlineData("directive @d on", "Expected Name, found <EOF>.", 16)]
    [InlineData("directive @d on FIELD | INCORRECT", "Unexpected Name \"INCORRECT\".", 25)]
    public void Malformed_definitions_are_refused(string text, string message, int column) => ParserFails(text, message, 1, column);

    private static DefinitionNode Parse(string text) =>
        Assert.Single(GraphService.GraphQL.Language.Parser.ParseDocument(new(text)).Definitions);
}
