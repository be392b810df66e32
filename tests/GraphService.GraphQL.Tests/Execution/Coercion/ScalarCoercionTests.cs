using System.Text.Json;
using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.Execution.Coercion;

/// <summary>What each scalar makes of each literal and each JSON value.</summary>
public class ScalarCoercionTests
{
    private static readonly Schema Schema = SchemaBuilder.Build(
        new SourceText("""
            scalar Date scalar Long scalar Any
            type Query { f(a: Int, b: Float, c: String, d: Boolean, e: ID, f: Date, g: Long, h: Any): Int }
            """),
        new Dictionary<string, ScalarCoercion> { ["Date"] = ScalarCoercion.Date, ["Long"] = ScalarCoercion.Long });

    [Theory]
    [InlineData("Int", "0", 0L)]
    [InlineData("Int", "2147483647", 2147483647L)]
    [InlineData("Int", "-2147483648", -2147483648L)]
    [InlineData("Float", "1", 1.0)]
    [InlineData("Float", "-1.5e3", -1500.0)]
    [InlineData("Float", "12345678901234567890", 12345678901234567890.0)]
    [InlineData("String", "\"\"", "")]
    [InlineData("String", "\"\\u{1F3AC} film\"", "🎬 film")]
    [InlineData("Boolean", "true", true)]
    [InlineData("Boolean", "false", false)]
    [InlineData("ID", "\"fabrice-gobert\"", "fabrice-gobert")]
    [InlineData("ID", "0", "0")]
    [InlineData("ID", "123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("Date", "\"2025\"", "2025")]
    [InlineData("Date", "\"2025-06\"", "2025-06")]
    [InlineData("Date", "\"2025-06-06\"", "2025-06-06")]
    [InlineData("Date", "\"2024-02-29\"", "2024-02-29")]
    [InlineData("Date", "\"0001-01-01\"", "0001-01-01")]
    [InlineData("Long", "9223372036854775807", long.MaxValue)]
    [InlineData("Long", "-9223372036854775808", long.MinValue)]
    [InlineData("Any", "\"x\"", "x")]
    [InlineData("Any", "1", 1L)]
    [InlineData("Any", "1.5", 1.5)]
    [InlineData("Any", "12345678901234567890", 12345678901234567890.0)]
    [InlineData("Int", "null", null)]
    public void Literals_become_values(string type, string literal, object? value) =>
        Assert.Equal(value, ValueCoercion.CoerceLiteral(Parser.ParseValue(literal), Schema.Type(type)!, null));

    [Theory]
    [InlineData("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Int", "-2147483649", "Int cannot represent non 32-bit signed integer value: -2147483649")]
    [InlineData("Int", "1.0", "Int cannot represent non-integer value: 1.0")]
    [InlineData("Int", "\"1\"", "Int cannot represent non-integer value: \"1\"")]
    [InlineData("Int", "true", "Int cannot represent non-integer value: true")]
    [InlineData("Int", "[1]", "Int cannot represent non-integer value: [1]")]
    [InlineData("Int", "{ a: 1 }", "Int cannot represent non-integer value: {a: 1}")]
    [InlineData("Int", "A", "Int cannot represent non-integer value: A")]
    [InlineData("Float", "\"1.5\"", "Float cannot represent non numeric value: \"1.5\"")]
    [InlineData("Float", "false", "Float cannot represent non numeric value: false")]
    [InlineData("Float", "1e400", "Float cannot represent a value beyond its range: 1e400")]
    [InlineData("String", "5", "String cannot represent a non string value: 5")]
    [InlineData("String", "A", "String cannot represent a non string value: A")]
    [InlineData("Boolean", "0", "Boolean cannot represent a non boolean value: 0")]
    [InlineData("Boolean", "\"true\"", "Boolean cannot represent a non boolean value: \"true\"")]
    [InlineData("ID", "1.5", "ID cannot represent a non-string and non-integer value: 1.5")]
    [InlineData("ID", "true", "ID cannot represent a non-string and non-integer value: true")]
    [InlineData("Date", "2025", "Date cannot represent a non date value (2025-06-06, 2025-06 or 2025): 2025")]
    [InlineData("Date", "\"2025-02-29\"", "Date cannot represent a non date value (2025-06-06, 2025-06 or 2025): \"2025-02-29\"")]
    [InlineData("Long", "9223372036854775808", "Long cannot represent non 64-bit signed integer value: 9223372036854775808")]
    [InlineData("Long", "1.0", "Long cannot represent non-integer value: 1.0")]
    [InlineData("Long", "\"1\"", "Long cannot represent non-integer value: \"1\"")]
    [InlineData("Any", "true", "Any cannot represent value: true")]
    [InlineData("Any", "1e400", "Any cannot represent value: 1e400")]
    public void Other_literals_are_refused(string type, string literal, string message)
    {
        var e = Assert.Throws<GraphQLException>(() => ValueCoercion.CoerceLiteral(Parser.ParseValue(literal), Schema.Type(type)!, null));
        Assert.Equal(message, e.Message);
        Assert.Equal(ErrorCodes.BadUserInput, e.Error.Code);
        Assert.Equal(new SourceLocation(1, 1), Assert.Single(e.Error.Locations));
    }

    [Theory]
    [InlineData("Int", "5", 5L)]
    [InlineData("Int", "-0", 0L)]
    [InlineData("Int", "1.0", 1L)]
    [InlineData("Int", "1e3", 1000L)]
    [InlineData("Int", "-2147483648", -2147483648L)]
    [InlineData("Float", "1", 1.0)]
    [InlineData("Float", "1.5e3", 1500.0)]
    [InlineData("String", "\"\\ud83c\\udfac\"", "🎬")]
    [InlineData("Boolean", "true", true)]
    [InlineData("ID", "\"a\"", "a")]
    [InlineData("ID", "-5", "-5")]
    [InlineData("ID", "12345678901234567890", "12345678901234567890")]
    [InlineData("Date", "\"2025-06\"", "2025-06")]
    [InlineData("Long", "9223372036854775807", long.MaxValue)]
    [InlineData("Long", "1e3", 1000L)]
    [InlineData("Any", "\"x\"", "x")]
    [InlineData("Any", "1", 1L)]
    [InlineData("Any", "1.5", 1.5)]
    public void Json_becomes_values(string type, string json, object value) =>
        Assert.Equal((value, null), ((ScalarType)Schema.Type(type)!).ParseJson(Parse(json)));

    [Theory]
    [InlineData("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Int", "1e30", "Int cannot represent non-integer value: 1e30")]
    [InlineData("Int", "1.5", "Int cannot represent non-integer value: 1.5")]
    [InlineData("Int", "\"5\"", "Int cannot represent non-integer value: \"5\"")]
    [InlineData("Int", "[5]", "Int cannot represent non-integer value: [5]")]
    [InlineData("Float", "\"1\"", "Float cannot represent non numeric value: \"1\"")]
    [InlineData("Float", "1e400", "Float cannot represent a value beyond its range: 1e400")]
    [InlineData("String", "5", "String cannot represent a non string value: 5")]
    [InlineData("String", "{ \"a\" : [ 1,\n 2 ], \"b\": \" \\\" \" }", "String cannot represent a non string value: {\"a\":[1,2],\"b\":\" \\\" \"}")]
    [InlineData("String", "\"\\ud800\"", "String cannot represent text that is not valid Unicode: \"\\ud800\"")]
    [InlineData("Boolean", "1", "Boolean cannot represent a non boolean value: 1")]
    [InlineData("ID", "1.0", "ID cannot represent value: 1.0")]
    [InlineData("ID", "true", "ID cannot represent value: true")]
    [InlineData("ID", "\"\\udc00\"", "ID cannot represent value: \"\\udc00\"")]
    [InlineData("Date", "2025", "Date cannot represent a non date value (2025-06-06, 2025-06 or 2025): 2025")]
    [InlineData("Long", "9223372036854775808", "Long cannot represent non 64-bit signed integer value: 9223372036854775808")]
    [InlineData("Long", "1e300", "Long cannot represent non-integer value: 1e300")]
    [InlineData("Any", "{}", "Any cannot represent value: {}")]
    [InlineData("Any", "true", "Any cannot represent value: true")]
    [InlineData("Any", "1e400", "Any cannot represent value: 1e400")]
    public void Other_json_is_refused(string type, string json, string message) =>
        Assert.Equal((null, message), ((ScalarType)Schema.Type(type)!).ParseJson(Parse(json)));

    [Theory]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("0000-01")]
    [InlineData("25")]
    [InlineData("02025")]
    [InlineData("2025-00")]
    [InlineData("2025-13")]
    [InlineData("2025-6")]
    [InlineData("2025-06-00")]
    [InlineData("2025-06-31")]
    [InlineData("2100-02-29")]
    [InlineData("2025-06-06T00:00:00Z")]
    [InlineData("2025/06/06")]
    [InlineData("-2025")]
    [InlineData("+025")]
    [InlineData(" 2025")]
    [InlineData("2025-06 ")]
    [InlineData("20 25-06-0")]
    [InlineData("٢٠٢٥")]
    [InlineData("٢٠٢٥-٠٦")]
    public void Only_calendar_dates_are_dates(string text) =>
        Assert.NotNull(ScalarCoercion.Date.ParseLiteral(new GraphService.GraphQL.Language.Ast.StringValueNode(text)).Error);

    [Fact]
    public void Long_values_are_cut_in_messages()
    {
        var message = ScalarCoercion.Long.ParseJson(Parse('"' + new string('x', 1_000_000) + '"')).Error!;
        Assert.Equal("Long cannot represent non-integer value: \"" + new string('x', 99) + "…", message);

        // A pair of surrogates is not cut in two.
        message = ScalarCoercion.Long.ParseJson(Parse("\"" + new string('x', 98) + "🎬🎬\"")).Error!;
        Assert.Equal("Long cannot represent non-integer value: \"" + new string('x', 98) + "…", message);
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
