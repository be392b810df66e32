using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.Tests.TypeSystem;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.Execution.Coercion;

/// <summary>The tables of the specification's Input Coercion sections, for literals and for literals with variables.</summary>
public class ValueCoercionTests
{
    private static readonly Schema Schema = Sdl.Build("""
        type Query { f(a: In, b: OneOf, c: Filter): Int }
        input In { a: String b: Int! }
        input OneOf @oneOf { a: String b: Int }
        input Filter { and: [Filter!] eq: String in: [String] role: Role = ACTOR first: Int! = 50 page: Filter }
        enum Role { ACTOR DIRECTOR }
        """);

    [Theory]
    [InlineData("[Int]", "[1, 2, 3]", "[1, 2, 3]")]
    [InlineData("[Int]", "1", "[1]")]
    [InlineData("[Int]", "null", "null")]
    [InlineData("[Int]", "[null]", "[null]")]
    [InlineData("[[Int]]", "[[1], [2, 3]]", "[[1], [2, 3]]")]
    [InlineData("[[Int]]", "[1, 2, 3]", "[[1], [2], [3]]")]
    [InlineData("[[Int]]", "[1, null, 3]", "[[1], null, [3]]")]
    [InlineData("[[Int]]", "1", "[[1]]")]
    [InlineData("[[Int]]", "null", "null")]
    [InlineData("Role", "DIRECTOR", "DIRECTOR")]
    [InlineData("In", "{ a: \"abc\", b: 123 }", "{a: \"abc\", b: 123}")]
    [InlineData("In", "{ b: 123, a: null }", "{b: 123, a: null}")]
    [InlineData("In", "{ b: 123 }", "{b: 123}")]
    [InlineData("OneOf", "{ a: \"abc\" }", "{a: \"abc\"}")]
    [InlineData("Filter", "{}", "{role: ACTOR, first: 50}")]
    [InlineData("Filter", "{ role: null, and: { in: \"x\" } }", "{role: null, and: [{in: [\"x\"], role: ACTOR, first: 50}], first: 50}")]
    public void Literals_become_values(string type, string literal, string value) =>
        Assert.Equal(value, Values.Show(ValueCoercion.CoerceLiteral(Parser.ParseValue(literal), Type(type), null)));

    [Theory]
    [InlineData("[Int]", "[1, \"b\", true]", 5, "Int cannot represent non-integer value: \"b\"")]
    [InlineData("[[Int]]", "[[1], [\"b\"]]", 8, "Int cannot represent non-integer value: \"b\"")]
    [InlineData("[Int!]", "[1, null]", 5, "Expected value of type \"Int!\", found null.")]
    [InlineData("In!", "null", 1, "Expected value of type \"In!\", found null.")]
    [InlineData("In", "\"abc\"", 1, "Expected value of type \"In\", found \"abc\".")]
    [InlineData("In", "[]", 1, "Expected value of type \"In\", found [].")]
    [InlineData("In", "{ a: \"abc\", b: \"123\" }", 16, "Int cannot represent non-integer value: \"123\"")]
    [InlineData("In", "{ a: \"abc\" }", 1, "Field \"In.b\" of required type \"Int!\" was not provided.")]
    [InlineData("In", "{ b: null }", 6, "Expected value of type \"Int!\", found null.")]
    [InlineData("In", "{ b: 123, c: \"xyz\" }", 14, "Field \"c\" is not defined by type \"In\". Did you mean \"a\" or \"b\"?")]
    [InlineData("In", "{ b: $v }", 6, "Unexpected variable \"$v\" in constant value.")]
    [InlineData("OneOf", "{}", 1, "Exactly one key must be specified for OneOf type \"OneOf\".")]
    [InlineData("OneOf", "{ a: null }", 6, "Field \"a\" must be non-null.")]
    [InlineData("OneOf", "{ a: \"abc\", b: 123 }", 1, "Exactly one key must be specified for OneOf type \"OneOf\".")]
    [InlineData("OneOf", "{ a: \"abc\", b: null }", 1, "Exactly one key must be specified for OneOf type \"OneOf\".")]
    [InlineData("OneOf", "{ a: 456 }", 6, "String cannot represent a non string value: 456")]
    [InlineData("Role", "ACTER", 1, "Value \"ACTER\" does not exist in \"Role\" enum. Did you mean the enum value \"ACTOR\"?")]
    [InlineData("Role", "\"ACTOR\"", 1, "Enum \"Role\" cannot represent non-enum value: \"ACTOR\". Did you mean the enum value \"ACTOR\"?")]
    [InlineData("Role", "1", 1, "Enum \"Role\" cannot represent non-enum value: 1.")]
    [InlineData("Query", "1", 1, "Type \"Query\" cannot be used as an input type.")]
    public void Other_literals_are_refused(string type, string literal, int column, string message)
    {
        var e = Assert.Throws<GraphQLException>(() => ValueCoercion.CoerceLiteral(Parser.ParseValue(literal), Type(type), null));
        Assert.Equal(message, e.Message);
        Assert.Equal(new SourceLocation(1, column), Assert.Single(e.Error.Locations));
    }

    [Theory]
    [InlineData("In", "{ a: $s, b: 123 }", "{ \"s\": null }", "{a: null, b: 123}")]
    [InlineData("In", "{ a: $s, b: 123 }", "{}", "{b: 123}")]
    [InlineData("In", "{ b: $i }", "{ \"i\": 123 }", "{b: 123}")]
    [InlineData("In", "$in", "{ \"in\": { \"b\": 123 } }", "{b: 123}")]
    [InlineData("[Int]", "[$i, 2, $i]", "{ \"i\": 1 }", "[1, 2, 1]")]
    [InlineData("[Int]", "[$i, 2]", "{}", "[null, 2]")]
    [InlineData("Filter", "{ and: [{ eq: $s }, { in: [$s, \"b\"] }] }", "{ \"s\": \"a\" }", "{and: [{eq: \"a\", role: ACTOR, first: 50}, {in: [\"a\", \"b\"], role: ACTOR, first: 50}], role: ACTOR, first: 50}")]
    [InlineData("Filter", "{ first: $i, role: $r }", "{}", "{role: ACTOR, first: 50}")]
    [InlineData("Filter", "{ role: $r }", "{ \"r\": null }", "{role: null, first: 50}")]
    [InlineData("OneOf", "{ a: $s }", "{ \"s\": \"x\" }", "{a: \"x\"}")]
    [InlineData("OneOf", "$one", "{ \"one\": { \"a\": \"abc\" } }", "{a: \"abc\"}")]
    public void Variables_stand_in_literals(string type, string literal, string variables, string value) =>
        Assert.Equal(value, Values.Show(ValueCoercion.CoerceLiteral(Parser.ParseValue(literal), Type(type), Variables(variables))));

    [Theory]
    [InlineData("In", "{ b: $i }", "{}", 6, "Expected variable \"$i\" provided to type \"Int!\" to provide a runtime value.")]
    [InlineData("In", "{ b: $i }", "{ \"i\": null }", 6, "Expected variable \"$i\" provided to non-null type \"Int!\" not to be null.")]
    [InlineData("In!", "$in", "{}", 1, "Expected variable \"$in\" provided to type \"In!\" to provide a runtime value.")]
    [InlineData("[Int!]", "[1, $i]", "{}", 5, "Expected variable \"$i\" provided to type \"Int!\" to provide a runtime value.")]
    [InlineData("Filter", "{ first: $i }", "{ \"i\": null }", 10, "Expected variable \"$i\" provided to non-null type \"Int!\" not to be null.")]
    [InlineData("OneOf", "{ a: $s }", "{}", 1, "Exactly one key must be specified for OneOf type \"OneOf\".")]
    [InlineData("OneOf", "{ a: $s }", "{ \"s\": null }", 6, "Field \"a\" must be non-null.")]
    [InlineData("OneOf", "{ a: \"abc\", b: $i }", "{}", 1, "Exactly one key must be specified for OneOf type \"OneOf\".")]
    [InlineData("OneOf", "{ a: $s, b: $i }", "{ \"s\": \"abc\" }", 1, "Exactly one key must be specified for OneOf type \"OneOf\".")]
    public void Variables_that_do_not_fit_are_refused(string type, string literal, string variables, int column, string message)
    {
        var e = Assert.Throws<GraphQLException>(() => ValueCoercion.CoerceLiteral(Parser.ParseValue(literal), Type(type), Variables(variables)));
        Assert.Equal(message, e.Message);
        Assert.Equal(new SourceLocation(1, column), Assert.Single(e.Error.Locations));
    }

    private static GraphQLType Type(string type) => Schema.Type(Parser.ParseType(type))!;

    private static VariableValues Variables(string json) =>
        VariableRequest.Coerce(Schema, "($s: String, $i: Int, $in: In, $one: OneOf, $r: Role)", json).Values!;
}
