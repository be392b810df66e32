using System.Text.Json;
using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.Tests.TypeSystem;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.Execution.Coercion;

public class VariableCoercionTests
{
    private static readonly Schema Schema = Sdl.Build("""
        type Query { f(where: Work, which: Which, pair: Pair, float: Float, id: ID): Int }
        input Work { title: Text and: [Work!] years: [Int!] role: Role first: Int! = 50 }
        input Text { eq: String contains: String in: [String] }
        input Pair { a: Int! b: [Pair!]! }
        input Which @oneOf { id: ID title: String }
        enum Role { ACTOR DIRECTOR }
        """);

    [Theory]
    [InlineData("($a: Int)", null, "absent")]
    [InlineData("($a: Int)", "null", "absent")]
    [InlineData("($a: Int)", "{}", "absent")]
    [InlineData("($a: Int)", "{\"a\": null}", "null")]
    [InlineData("($a: Int = 5)", "{}", "5")]
    [InlineData("($a: Int = 5)", "{\"a\": null}", "null")]
    [InlineData("($a: Int! = 5)", "{}", "5")]
    [InlineData("($a: Int! = 5)", "{\"a\": 6}", "6")]
    [InlineData("($a: Work = {title: {in: \"x\"}})", "{}", "{title: {in: [\"x\"]}, first: 50}")]
    [InlineData("($a: [Int!]!)", "{\"a\": [1, 2]}", "[1, 2]")]
    [InlineData("($a: [[Int!]])", "{\"a\": 1}", "[[1]]")]
    [InlineData("($a: [[Int]])", "{\"a\": [1, null, [3]]}", "[[1], null, [3]]")]
    [InlineData("($a: Role)", "{\"a\": \"DIRECTOR\"}", "DIRECTOR")]
    [InlineData("($a: Work)", "{\"a\": {}}", "{first: 50}")]
    [InlineData("($a: Work)", "{\"a\": {\"role\": \"ACTOR\", \"and\": {\"title\": null}, \"years\": 5}}", "{role: ACTOR, and: [{title: null, first: 50}], years: [5], first: 50}")]
    [InlineData("($a: Which)", "{\"a\": {\"title\": \"x\"}}", "{title: \"x\"}")]
    [InlineData("($a: Int)", "{\"a\": 1, \"a\": 2}", "2")]
    [InlineData("($a: Text)", "{\"a\": {\"eq\": \"1\", \"in\": null, \"eq\": \"2\"}}", "{eq: \"2\", in: null}")]
    [InlineData("($a: Int)", "{\"\\u0061\": 1}", "1")]
    [InlineData("($a: Int)", "{\"b\": {\"anything\": [\"goes\"]}, \"\\ud800\": 1, \"a\": 1}", "1")]
    public void Variables_become_values(string definitions, string? json, string value)
    {
        var (values, errors) = VariableRequest.Coerce(Schema, definitions, json);
        Assert.Empty(errors);
        Assert.Equal(value, values!.TryGet("a", out var a) ? Values.Show(a) : "absent");
    }

    [Theory]
    [InlineData("($where: Work)", "{\"where\": {\"title\": {\"eq\": 5}}}", "where.title.eq", "Variable \"$where\" got invalid value 5 at \"where.title.eq\"; String cannot represent a non string value: 5")]
    [InlineData("($where: Work)", "{\"where\": {\"and\": [{}, {\"years\": [1, \"x\"]}]}}", "where.and[1].years[1]", "Variable \"$where\" got invalid value \"x\" at \"where.and[1].years[1]\"; Int cannot represent non-integer value: \"x\"")]
    [InlineData("($where: Work)", "{\"where\": {\"years\": \"x\"}}", "where.years", "Variable \"$where\" got invalid value \"x\" at \"where.years\"; Int cannot represent non-integer value: \"x\"")]
    [InlineData("($where: Work)", "{\"where\": {\"years\": [null]}}", "where.years[0]", "Variable \"$where\" got invalid value null at \"where.years[0]\"; Expected non-nullable type \"Int!\" not to be null.")]
    [InlineData("($where: Work)", "{\"where\": {\"first\": null}}", "where.first", "Variable \"$where\" got invalid value null at \"where.first\"; Expected non-nullable type \"Int!\" not to be null.")]
    [InlineData("($where: Work)", "{\"where\": \"x\"}", "where", "Variable \"$where\" got invalid value \"x\"; Expected type \"Work\" to be an object.")]
    [InlineData("($where: Work)", "{\"where\": {\"title\": []}}", "where.title", "Variable \"$where\" got invalid value [] at \"where.title\"; Expected type \"Text\" to be an object.")]
    [InlineData("($where: Work)", "{\"where\": {\"titel\": {}}}", "where", "Variable \"$where\" got invalid value {\"titel\":{}}; Field \"titel\" is not defined by type \"Work\". Did you mean \"title\"?")]
    [InlineData("($where: Work)", "{\"where\": {\"\\ud800\": {}}}", "where", "Variable \"$where\" got invalid value {\"\\ud800\":{}}; Field \"\uFFFD\" is not defined by type \"Work\".")]
    [InlineData("($where: Work)", "{\"where\": {\"role\": \"actor\"}}", "where.role", "Variable \"$where\" got invalid value \"actor\" at \"where.role\"; Value \"actor\" does not exist in \"Role\" enum. Did you mean the enum value \"ACTOR\"?")]
    [InlineData("($role: Role)", "{\"role\": 1}", "role", "Variable \"$role\" got invalid value 1; Enum \"Role\" cannot represent non-string value: 1.")]
    [InlineData("($role: Role)", "{\"role\": \"\\ud800\"}", "role", "Variable \"$role\" got invalid value \"\\ud800\"; Enum \"Role\" cannot represent non-string value: \"\\ud800\".")]
    [InlineData("($pair: Pair)", "{\"pair\": {\"b\": []}}", "pair", "Variable \"$pair\" got invalid value {\"b\":[]}; Field \"a\" of required type \"Int!\" was not provided.")]
    [InlineData("($w: Which)", "{\"w\": {}}", "w", "Variable \"$w\" got invalid value {}; Exactly one key must be specified for OneOf type \"Which\".")]
    [InlineData("($w: Which)", "{\"w\": {\"id\": 1, \"title\": null}}", "w", "Variable \"$w\" got invalid value {\"id\":1,\"title\":null}; Exactly one key must be specified for OneOf type \"Which\".")]
    [InlineData("($w: Which)", "{\"w\": {\"id\": 1, \"title\": \"x\"}}", "w", "Variable \"$w\" got invalid value {\"id\":1,\"title\":\"x\"}; Exactly one key must be specified for OneOf type \"Which\".")]
    [InlineData("($w: Which)", "{\"w\": {\"id\": null}}", "w.id", "Variable \"$w\" got invalid value null at \"w.id\"; Field \"id\" must be non-null.")]
    [InlineData("($w: Which)", "{\"w\": {\"title\": 5}}", "w.title", "Variable \"$w\" got invalid value 5 at \"w.title\"; String cannot represent a non string value: 5")]
    [InlineData("($a: Int!)", "{}", "a", "Variable \"$a\" of required type \"Int!\" was not provided.")]
    [InlineData("($a: Int!)", null, "a", "Variable \"$a\" of required type \"Int!\" was not provided.")]
    [InlineData("($a: Int!)", "{\"a\": null}", "a", "Variable \"$a\" of non-null type \"Int!\" must not be null.")]
    [InlineData("($a: Int! = 5)", "{\"a\": null}", "a", "Variable \"$a\" of non-null type \"Int!\" must not be null.")]
    [InlineData("($a: [Query!])", "{}", "a", "Variable \"$a\" expected value of type \"[Query!]\" which cannot be used as an input type.")]
    [InlineData("($a: Nothing)", "{}", "a", "Variable \"$a\" expected value of type \"Nothing\" which cannot be used as an input type.")]
    public void Faults_say_where_and_why(string definitions, string? json, string argument, string message)
    {
        var (values, errors) = VariableRequest.Coerce(Schema, definitions, json);
        Assert.Null(values);
        var error = Assert.Single(errors);
        Assert.Equal(message, error.Message);
        Assert.Equal(ErrorCodes.BadUserInput, error.Code);
        Assert.Equal([new("argument", argument)], error.Extensions);
        Assert.Equal([new SourceLocation(1, 8)], error.Locations);
    }

    [Fact]
    public void All_faults_of_all_variables_are_reported()
    {
        var (_, errors) = VariableRequest.Coerce(Schema, "($a: Pair, $b: Int!, $c: Role)", """{ "a": { "a": "x", "x": 1 }, "c": "C" }""");
        Assert.Equal(
            [
                "1:8 Variable \"$a\" got invalid value \"x\" at \"a.a\"; Int cannot represent non-integer value: \"x\"",
                "1:8 Variable \"$a\" got invalid value {\"a\":\"x\",\"x\":1}; Field \"x\" is not defined by type \"Pair\". Did you mean \"a\" or \"b\"?",
                "1:8 Variable \"$a\" got invalid value {\"a\":\"x\",\"x\":1}; Field \"b\" of required type \"[Pair!]!\" was not provided.",
                "1:18 Variable \"$b\" of required type \"Int!\" was not provided.",
                "1:28 Variable \"$c\" got invalid value \"C\"; Value \"C\" does not exist in \"Role\" enum.",
            ],
            errors.Select(e => $"{e.Locations[0].Line}:{e.Locations[0].Column} {e.Message}"));
    }

    [Fact]
    public void After_fifty_faults_the_rest_is_not_looked_at()
    {
        var (values, errors) = VariableRequest.Coerce(Schema, "($a: [Int])", $$"""{ "a": [{{string.Join(',', Enumerable.Repeat("\"x\"", 51))}}] }""");
        Assert.Null(values);
        Assert.Equal(51, errors.Count);
        Assert.Equal("Too many errors processing variables, error limit reached. Execution aborted.", errors[50].Message);

        (_, errors) = VariableRequest.Coerce(Schema, "($a: [Int])", $$"""{ "a": [{{string.Join(',', Enumerable.Repeat("\"x\"", 50))}}] }""");
        Assert.Equal(50, errors.Count);
        Assert.StartsWith("Variable \"$a\" got invalid value", errors[49].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_have_a_longest_length()
    {
        var limits = new VariableLimits { MaxListLength = 3 };
        Assert.NotNull(VariableRequest.Coerce(Schema, "($a: [Int])", """{ "a": [1, 2, 3] }""", limits).Values);

        var (values, errors) = VariableRequest.Coerce(Schema, "($a: Work)", """{ "a": { "years": [1, 2, 3, 4] } }""", limits);
        Assert.Null(values);
        var error = Assert.Single(errors);
        Assert.Equal("LIMIT_LIST_LENGTH", error.Code);
        Assert.Equal("The list at \"a.years\" has 4 items, and at most 3 are allowed. Send it in parts.", error.Message);
        Assert.Equal([new SourceLocation(1, 8)], error.Locations);
        Assert.Equal("limit", Assert.Single(error.Extensions).Key);
        Assert.Equal([new("name", "LIST_LENGTH"), new("value", 3L)], (IEnumerable<KeyValuePair<string, object?>>)error.Extensions[0].Value!);
    }

    [Fact]
    public void Variables_hold_so_many_values_and_no_more()
    {
        var limits = new VariableLimits { MaxInputNodes = 5 };
        Assert.NotNull(VariableRequest.Coerce(Schema, "($a: [Int], $b: Int)", """{ "a": [1, 2, 3], "b": 4 }""", limits).Values);

        var error = Assert.Single(VariableRequest.Coerce(Schema, "($a: [Int], $b: Int)", """{ "a": [1, 2, 3, 4], "b": 4 }""", limits).Errors);
        Assert.Equal("LIMIT_INPUT_NODES", error.Code);
        Assert.Equal("The variables hold more than 5 values. Send fewer.", error.Message);
        Assert.Equal([new("name", "INPUT_NODES"), new("value", 5L)], (IEnumerable<KeyValuePair<string, object?>>)error.Extensions[0].Value!);

        // Names count before anything is read.
        error = Assert.Single(VariableRequest.Coerce(Schema, "($a: Int)", """{ "b": 1, "c": 1, "d": 1, "e": 1, "f": 1, "g": 1 }""", limits).Errors);
        Assert.Equal("LIMIT_INPUT_NODES", error.Code);
    }

    [Fact]
    public void The_usual_limits_are_a_thousand_items_and_five_thousand_values()
    {
        Assert.Equal(1_000, VariableLimits.Default.MaxListLength);
        Assert.Equal(5_000, VariableLimits.Default.MaxInputNodes);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"x\"")]
    public void Variables_are_an_object(string json)
    {
        var error = Assert.Single(VariableRequest.Coerce(Schema, "($a: Int)", json).Errors);
        Assert.Equal("Variables must be a JSON object.", error.Message);
        Assert.Equal(ErrorCodes.BadRequest, error.Code);
    }

    [Fact]
    public void A_value_of_a_megabyte_makes_a_short_message_for_each_fault()
    {
        var big = new string('x', 1_000_000);
        var (_, errors) = VariableRequest.Coerce(Schema, "($a: Text, $b: Role)", $$"""{ "a": { "eq": 1, "{{big}}": 1 }, "b": "{{big}}" }""");
        Assert.Equal(3, errors.Count);
        Assert.All(errors, error => Assert.True(error.Message.Length < 400, error.Message));
    }

    [Fact]
    public void Nesting_as_deep_as_the_json_may_be_is_coerced()
    {
        const int depth = 64;
        var json = string.Concat(Enumerable.Repeat("{\"and\":", (depth / 2) - 1)) + "{}" + new string('}', (depth / 2) - 1);
        var document = Parser.ParseDocument(new SourceText("query ($a: Work) { a }"));
        using var variables = JsonDocument.Parse($"{{\"a\":{json}}}", new JsonDocumentOptions { MaxDepth = depth });
        var (values, errors) = VariableCoercion.Coerce(Schema, (OperationDefinitionNode)document.Definitions[0], variables.RootElement);
        Assert.Empty(errors);
        Assert.NotNull(values);
    }
}
