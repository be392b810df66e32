using System.Text;
using System.Text.Json;
using GraphService.GraphQL.Transport;

namespace GraphService.GraphQL.Tests.Transport;

public class RequestParserTests
{
    private static GraphQLRequest Parse(string json) => RequestParser.Parse(Encoding.UTF8.GetBytes(json));

    private static void Refused(string json, string message, string code = "BAD_REQUEST")
    {
        var error = Assert.Throws<GraphQLException>(() => Parse(json)).Error;
        Assert.Equal(message, error.Message);
        Assert.Equal(code, error.Code);
    }

    private static string Text(ReadOnlyMemory<byte> utf8) => Encoding.UTF8.GetString(utf8.Span);

    [Fact]
    public void All_four_parameters_are_read()
    {
        using var request = Parse("""{"query":"query A($t: String) { film(title: $t) { id } }", "operationName":"A", "variables": {"t": "K.O."} , "extensions":{"x":[1]}}""");
        Assert.Equal("query A($t: String) { film(title: $t) { id } }", request.GetQuery());
        Assert.Equal("A", request.OperationName);
        Assert.Equal("""{"t": "K.O."}""", Text(request.Variables));
        Assert.Equal("K.O.", request.GetVariables().GetProperty("t").GetString());
        Assert.Equal("""{"x":[1]}""", Text(request.Extensions));
        Assert.False(request.ReadOnly);
    }

    [Theory]
    [InlineData("""{"query":"{ a }"}""")]
    [InlineData("""{"query":"{ a }","operationName":null,"variables":null,"extensions":null}""")]
    public void Null_is_as_absent(string json)
    {
        using var request = Parse(json);
        Assert.Null(request.OperationName);
        Assert.True(request.Variables.IsEmpty);
        Assert.True(request.Extensions.IsEmpty);
        Assert.Equal(JsonValueKind.Undefined, request.GetVariables().ValueKind);
    }

    [Fact]
    public void Query_bytes_stay_escaped_and_the_text_is_unescaped()
    {
        using var request = Parse("""{"query":"{\n film(title: \"Ph\u00e9nix \ud83d\ude00\") }"}""");
        Assert.Equal("""{\n film(title: \"Ph\u00e9nix \ud83d\ude00\") }""", Text(request.QueryBytes));
        Assert.Equal("{\n film(title: \"Phénix 😀\") }", request.GetQuery());
    }

    [Fact]
    public void Unknown_properties_are_ignored()
    {
        using var request = Parse("""{"id":1,"deep":[{"query":"{ no }"}],"query":"{ yes }","z":true,"variables2":{}}""");
        Assert.Equal("{ yes }", request.GetQuery());
        Assert.True(request.Variables.IsEmpty);
    }

    [Fact]
    public void Of_equal_names_the_last_counts()
    {
        using var request = Parse("""{"query":"{ a }","query":"{ b }","variables":{"x":1},"variables":{"x":2,"x":3}}""");
        Assert.Equal("{ b }", request.GetQuery());
        Assert.Equal(3, request.GetVariables().GetProperty("x").GetInt32());
    }

    [Fact]
    public void A_name_may_be_written_with_escapes()
    {
        using var request = Parse("""{"qu\u0065ry":"{ a }"}""");
        Assert.Equal("{ a }", request.GetQuery());
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        using var request = Parse("\uFEFF{\"query\":\"{ a }\"}");
        Assert.Equal("{ a }", request.GetQuery());
    }

    [Theory]
    [InlineData("", "The request has no body. Send a JSON object such as {\"query\": \"{ __typename }\"}.")]
    [InlineData("[]", "The request is a list. Batches are not served: send one JSON object per request.")]
    [InlineData("""[{"query":"{ a }"}]""", "The request is a list. Batches are not served: send one JSON object per request.")]
    [InlineData("12", "The request is a number. Send a JSON object such as {\"query\": \"{ __typename }\"}.")]
    [InlineData("null", "The request is null. Send a JSON object such as {\"query\": \"{ __typename }\"}.")]
    [InlineData("\"{ a }\"", "The request is a string. Send a JSON object such as {\"query\": \"{ __typename }\"}.")]
    [InlineData("{}", "The request has no \"query\". Send the GraphQL document as a string named \"query\".")]
    [InlineData("""{"query":null}""", "The request has no \"query\". Send the GraphQL document as a string named \"query\".")]
    [InlineData("""{"Query":"{ a }"}""", "The request has no \"query\". Send the GraphQL document as a string named \"query\".")]
    [InlineData("""{"query":1}""", "\"query\" must be a string, but it is a number.")]
    [InlineData("""{"query":["{ a }"]}""", "\"query\" must be a string, but it is a list.")]
    [InlineData("""{"query":"{ a }","operationName":{}}""", "\"operationName\" must be a string, but it is an object.")]
    [InlineData("""{"query":"{ a }","variables":"{}"}""", "\"variables\" must be an object, but it is a string.")]
    [InlineData("""{"query":"{ a }","variables":[]}""", "\"variables\" must be an object, but it is a list.")]
    [InlineData("""{"query":"{ a }","variables":false}""", "\"variables\" must be an object, but it is a boolean.")]
    [InlineData("""{"query":"{ a }","extensions":7}""", "\"extensions\" must be an object, but it is a number.")]
    public void What_is_no_request_is_told_what_it_should_be(string json, string message) => Refused(json, message);

    [Theory]
    [InlineData("{", 1, 2)]
    [InlineData("{ a }", 1, 3)]
    [InlineData("""{"query":"{ a }" """, 1, 18)]
    [InlineData("""{"query":"{ a }"} x""", 1, 19)]
    [InlineData("""{"query":"{ a }"}{"query":"{ a }"}""", 1, 18)]
    [InlineData("""{"query":"{ a }",}""", 1, 18)]
    [InlineData("{\"query\":\"{\n a }\"}", 1, 12)]
    [InlineData("{\n\"query\": '{ a }'}", 2, 10)]
    [InlineData("query=%7Ba%7D", 1, 1)]
    [InlineData("""{"query":"\x"}""", 1, 12)]
    [InlineData("""{"query":"{ a }","variables":{"a":NaN}}""", 1, 35)]
    public void Malformed_json_is_told_where(string json, int line, int column) =>
        Refused(json, $"The request is not valid JSON: see line {line}, byte {column}. Send a JSON object such as {{\"query\": \"{{ __typename }}\"}}.");

    private static string Nested(int levels, string open, string close) =>
        string.Concat(Enumerable.Repeat(open, levels)) + "1" + string.Concat(Enumerable.Repeat(close, levels));

    [Fact]
    public void Variables_nest_up_to_32_levels()
    {
        using var request = Parse($$"""{"query":"{ a }","variables":{{Nested(32, "{\"a\":", "}")}}}""");
        Assert.Equal(JsonValueKind.Object, request.GetVariables().ValueKind);
        Refused($$"""{"query":"{ a }","variables":{{Nested(33, "{\"a\":", "}")}}}""", "\"variables\" is nested deeper than 32 levels.", "LIMIT_INPUT_DEPTH");
        Refused($$"""{"query":"{ a }","variables":{"a":{{Nested(32, "[", "]")}} } }""", "\"variables\" is nested deeper than 32 levels.", "LIMIT_INPUT_DEPTH");
        Refused($$"""{"other":{{Nested(33, "[", "]")}}}""", "A value of the request is nested deeper than 32 levels.", "LIMIT_INPUT_DEPTH");
    }

    [Fact]
    public void Only_a_well_formed_request_meets_the_bound_of_depth() => Refused(
        $$"""{"variables":{"a":{{Nested(100, "[", "]")}} },"query":"{ a }"x}""",
        "The request is not valid JSON: see line 1, byte 238. Send a JSON object such as {\"query\": \"{ __typename }\"}.");

    [Theory]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("{\"variables\":")]
    public void A_megabyte_of_brackets_is_refused(string bracket) =>
        Assert.Throws<GraphQLException>(() => Parse(string.Concat(Enumerable.Repeat(bracket, 1_000_000 / bracket.Length))));

    [Theory]
    [InlineData("""{"query":"{ \ud800 }"}""")]
    [InlineData("""{"query":"{ \udc00\ud800 }"}""")]
    public void Unpaired_surrogates_in_the_query_are_refused_when_it_is_read(string json)
    {
        using var request = Parse(json);
        var error = Assert.Throws<GraphQLException>(request.GetQuery).Error;
        Assert.Equal("\"query\" is not valid Unicode text.", error.Message);
    }

    [Fact]
    public void Bad_utf8_is_refused()
    {
        byte[] body = [.. "{\"query\":\"{ a }\",\"operationName\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        Assert.Equal("\"operationName\" is not valid Unicode text.", Assert.Throws<GraphQLException>(() => RequestParser.Parse(body)).Message);
    }

    [Theory]
    [InlineData("""{"\ud800":1,"query":"{ a }"}""")]
    [InlineData("""{"que\ud800":1,"query":"{ a }"}""")]
    public void A_name_that_is_no_text_is_refused(string json) => Refused(json, "A name in the request is not valid Unicode text.");
}
