using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.Tests.TypeSystem;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.Execution.Coercion;

public class ArgumentCoercionTests
{
    private static readonly Schema Schema = Sdl.Build("""
        type Query {
          f(a: Int, b: Int = 5, c: Int! = 6, where: Work): Int
          required(a: Int!): Int
          none: Int
        }
        input Work { title: Text years: [Int!] }
        input Text { eq: String! }
        """);

    [Theory]
    [InlineData("f", "{}", "b: 5, c: 6")]
    [InlineData("f(a: 1, b: 2, c: 3)", "{}", "a: 1, b: 2, c: 3")]
    [InlineData("f(c: 3, a: null, b: null)", "{}", "a: null, b: null, c: 3")]
    [InlineData("f(a: $i, b: $i, c: $i)", "{}", "b: 5, c: 6")]
    [InlineData("f(a: $i, b: $i, c: $i)", "{\"i\": 1}", "a: 1, b: 1, c: 1")]
    [InlineData("f(a: $i, b: $i)", "{\"i\": null}", "a: null, b: null, c: 6")]
    [InlineData("f(where: $w)", "{\"w\": {\"title\": {\"eq\": \"x\"}}}", "b: 5, c: 6, where: {title: {eq: \"x\"}}")]
    [InlineData("f(where: {title: {eq: $s}, years: [$i, 2]})", "{\"s\": \"x\", \"i\": 1}", "b: 5, c: 6, where: {title: {eq: \"x\"}, years: [1, 2]}")]
    [InlineData("none", "{}", "")]
    public void Arguments_get_values_variables_and_defaults(string field, string variables, string values) =>
        Assert.Equal(values, string.Join(", ", Coerce(field, variables).All.Select(v => $"{v.Key.Name}: {Values.Show(v.Value)}")));

    [Theory]
    [InlineData("required", "{}", "a", null, "Argument \"a\" of required type \"Int!\" was not provided.")]
    [InlineData("required(a: $i)", "{}", "a", 59, "Argument \"a\" of required type \"Int!\" was provided the variable \"$i\" which was not provided a runtime value.")]
    [InlineData("required(a: $i)", "{\"i\": null}", "a", 59, "Argument \"a\" got invalid value $i; Expected variable \"$i\" provided to non-null type \"Int!\" not to be null.")]
    [InlineData("f(c: $i)", "{\"i\": null}", "c", 52, "Argument \"c\" got invalid value $i; Expected variable \"$i\" provided to non-null type \"Int!\" not to be null.")]
    [InlineData("f(where: {title: {eq: $s}})", "{\"s\": null}", "where.title.eq", 52, "Argument \"where\" got invalid value $s at \"where.title.eq\"; Expected variable \"$s\" provided to non-null type \"String!\" not to be null.")]
    [InlineData("f(where: {title: {eq: $s}})", "{}", "where.title.eq", 52, "Argument \"where\" got invalid value $s at \"where.title.eq\"; Expected variable \"$s\" provided to type \"String!\" to provide a runtime value.")]
    [InlineData("f(where: {years: [1, $i]})", "{}", "where.years[1]", 52, "Argument \"where\" got invalid value $i at \"where.years[1]\"; Expected variable \"$i\" provided to type \"Int!\" to provide a runtime value.")]
    [InlineData("f(a: \"x\")", "{}", "a", 52, "Argument \"a\" got invalid value \"x\"; Int cannot represent non-integer value: \"x\"")]
    public void What_does_not_fit_at_run_time_is_an_error(string field, string variables, string argument, int? column, string message)
    {
        var error = Assert.Throws<GraphQLException>(() => Coerce(field, variables)).Error;
        Assert.Equal(message, error.Message);
        Assert.Equal(ErrorCodes.BadUserInput, error.Code);
        Assert.Equal([new("argument", argument)], error.Extensions);
        Assert.Equal(column, error.Locations is [var location] ? location.Column : null);
    }

    [Fact]
    public void An_absent_argument_is_told_from_a_null()
    {
        var values = Coerce("f(b: null)", "{}");
        Assert.False(values.TryGet("a", out _));
        Assert.Null(values["a"]);
        Assert.True(values.TryGet("b", out var b));
        Assert.Null(b);
        Assert.Equal(6L, values["c"]);
        Assert.False(values.TryGet("unknown", out _));
    }

    [Theory]
    [InlineData("f", false)]
    [InlineData("f(a: 1, where: { years: [1, 2] })", false)]
    [InlineData("f(a: 1, b: $i)", true)]
    [InlineData("f(where: { years: [1, $i] })", true)]
    public void Fields_without_variables_have_the_same_arguments_always(string field, bool expected) =>
        Assert.Equal(expected, ArgumentCoercion.UsesVariables(Parse(field).Field.Arguments));

    [Fact]
    public void Arguments_of_directives_are_coerced_alike()
    {
        var skip = Schema.Directives["skip"];
        var arguments = Parse("f @skip(if: true)").Field.Directives[0].Arguments;
        Assert.Equal(true, ArgumentCoercion.Coerce(skip, arguments, VariableValues.Empty)["if"]);
    }

    private static ArgumentValues Coerce(string text, string variables)
    {
        var (field, definitions) = Parse(text);
        var values = VariableRequest.Coerce(Schema, definitions, variables).Values!;
        return ArgumentCoercion.Coerce(Schema.Query.Field(field.Name.Value)!, field.Arguments, values);
    }

    private static (FieldNode Field, string Definitions) Parse(string field)
    {
        const string definitions = "($i: Int, $s: String, $w: Work)";
        var document = Parser.ParseDocument(new SourceText($"query Search{definitions} {{ x: {field} }}"));
        return ((FieldNode)((OperationDefinitionNode)document.Definitions[0]).SelectionSet.Selections[0], definitions);
    }
}
