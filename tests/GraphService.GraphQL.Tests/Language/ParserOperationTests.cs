using GraphService.GraphQL.Language.Ast;
using static GraphService.GraphQL.Tests.Language.SyntaxAssert;

namespace GraphService.GraphQL.Tests.Language;

public class ParserOperationTests
{
    [Fact]
    public void The_shorthand_is_an_anonymous_query()
    {
        var operation = Definition<OperationDefinitionNode>("{ film }");
        Assert.Equal(OperationType.Query, operation.Operation);
        Assert.Null(operation.Name);
        Assert.Null(operation.Description);
        Assert.Empty(operation.VariableDefinitions);
        Assert.Empty(operation.Directives);
    }

    [Theory]
    [InlineData("query", OperationType.Query)]
    [InlineData("mutation", OperationType.Mutation)]
    [InlineData("subscription", OperationType.Subscription)]
    public void Operations_have_a_type_a_name_variables_and_directives(string keyword, OperationType type)
    {
        var operation = Definition<OperationDefinitionNode>($"\"Why\" {keyword} Named($a: Int, $b: [ID!]! = [\"x\"] @d) @e(f: $a) {{ film }}");
        Assert.Equal("Why", operation.Description?.Value);
        Assert.Equal(type, operation.Operation);
        Assert.Equal("Named", operation.Name?.Value);
        Assert.Equal("@e(f: $a)", Assert.Single(operation.Directives).ToString());
        Assert.Collection(
            operation.VariableDefinitions,
            a =>
            {
                Assert.Equal("a", a.Variable.Name.Value);
                Assert.Equal("Int", Assert.IsType<NamedTypeNode>(a.Type).Name.Value);
                Assert.Null(a.DefaultValue);
            },
            b =>
            {
                Assert.Equal("[ID!]!", b.Type.ToString());
                Assert.Equal("[\"x\"]", b.DefaultValue?.ToString());
                Assert.Equal("d", Assert.Single(b.Directives).Name.Value);
            });
    }

    [Fact]
    public void Variables_may_be_described()
    {
        var operation = Definition<OperationDefinitionNode>("query ($a: Int, \"how many\" $b: Int, \"\"\"\n  which\n\"\"\" $c: ID) { film }");
        Assert.Equal([null, "how many", "which"], operation.VariableDefinitions.Select(v => v.Description?.Value));
    }

    [Theory]
    [InlineData("{", "Expected Name, found <EOF>.", 2)]
    [InlineData("{ }", "Expected Name, found \"}\".", 3)]
    [InlineData("{ film { } }", "Expected Name, found \"}\".", 10)]
    [InlineData("{ film", "Expected Name, found <EOF>.", 7)]
    [InlineData("query", "Expected \"{\", found <EOF>.", 6)]
    [InlineData("query Q", "Expected \"{\", found <EOF>.", 8)]
    [InlineData("query Q R { a }", "Expected \"{\", found Name \"R\".", 9)]
    [InlineData("query Q() { a }", "Expected \"$\", found \")\".", 9)]
    [InlineData("query Q(a: Int) { a }", "Expected \"$\", found Name \"a\".", 9)]
    [InlineData("query Q($a) { a }", "Expected \":\", found \")\".", 11)]
    [InlineData("query Q($a: ) { a }", "Expected Name, found \")\".", 13)]
    [InlineData("query Q($a: Int = $b) { a }", "Unexpected variable \"$b\" in constant value.", 19)]
    [InlineData("query Q($a: [Int] = [1, {b: $c}]) { a }", "Unexpected variable \"$c\" in constant value.", 29)]
    [InlineData("query Q($a: Int = $1) { a }", "Unexpected \"$\".", 19)]
    [InlineData("query Q($a: Int @d(e: $f)) { a }", "Unexpected variable \"$f\" in constant value.", 23)]
    public void Malformed_operations_are_refused(string text, string message, int column) => ParserFails(text, message, 1, column);

    [Fact]
    public void Fields_have_an_alias_arguments_directives_and_selections()
    {
        var operation = Definition<OperationDefinitionNode>("{ best: film(id: \"heat\", at: $year) @skip(if: false) @include(if: true) { title } }");
        var field = Assert.IsType<FieldNode>(Assert.Single(operation.SelectionSet.Selections));
        Assert.Equal("best", field.Alias?.Value);
        Assert.Equal("film", field.Name.Value);
        Assert.Equal("best", field.ResponseName);
        Assert.Equal(["id: \"heat\"", "at: $year"], field.Arguments.Select(a => a.ToString()));
        Assert.Equal(["@skip(if: false)", "@include(if: true)"], field.Directives.Select(d => d.ToString()));
        Assert.Equal("title", Assert.IsType<FieldNode>(Assert.Single(field.SelectionSet!.Selections)).ResponseName);
    }

    [Fact]
    public void A_field_needs_nothing_but_its_name()
    {
        var operation = Definition<OperationDefinitionNode>("{ title }");
        var field = Assert.IsType<FieldNode>(Assert.Single(operation.SelectionSet.Selections));
        Assert.Null(field.Alias);
        Assert.Null(field.SelectionSet);
        Assert.Empty(field.Arguments);
        Assert.Empty(field.Directives);
    }

    [Theory]
    [InlineData("{ a: }", "Expected Name, found \"}\".", 6)]
    [InlineData("{ a: b: c }", "Expected Name, found \":\".", 7)]
    [InlineData("{ film() }", "Expected Name, found \")\".", 8)]
    [InlineData("{ film(id) }", "Expected \":\", found \")\".", 10)]
    [InlineData("{ film(id: ) }", "Unexpected \")\".", 12)]
    [InlineData("{ film(id: 1 }", "Expected Name, found \"}\".", 14)]
    [InlineData("{ film(\"id\": 1) }", "Expected Name, found String \"id\".", 8)]
    [InlineData("{ film @ }", "Expected Name, found \"}\".", 10)]
    [InlineData("{ film @skip() }", "Expected Name, found \")\".", 14)]
    [InlineData("{ \"\"\"film\"\"\" }", "Expected Name, found BlockString \"film\".", 3)]
    [InlineData("{ film! }", "Expected Name, found \"!\".", 7)]
    public void Malformed_fields_are_refused(string text, string message, int column) => ParserFails(text, message, 1, column);
}
