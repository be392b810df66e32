using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GraphService.GraphQL.Transport;

namespace GraphService.GraphQL.Tests.Transport;

public class GraphQLRequestTests
{
    [Fact]
    public void Text_that_looks_escaped_is_another_query_than_what_it_would_unescape_to()
    {
        using var url = GraphQLRequest.Create("""{ film(title: \"K.O.\") }""");
        using var body = RequestParser.Parse("""{"query":"{ film(title: \"K.O.\") }"}"""u8.ToArray());
        Assert.NotEqual(Encoding.UTF8.GetString(url.QueryBytes.Span), Encoding.UTF8.GetString(body.QueryBytes.Span));
        Assert.Equal("""{ film(title: \"K.O.\") }""", url.GetQuery());
    }

    [Fact]
    public void One_query_has_the_same_bytes_by_get_and_by_post()
    {
        using var url = GraphQLRequest.Create("{ film(title: \"Phénix\") { id } }");
        using var body = RequestParser.Parse(Encoding.UTF8.GetBytes("""{"query":"{ film(title: \"Phénix\") { id } }"}"""));
        Assert.True(url.QueryBytes.Span.SequenceEqual(body.QueryBytes.Span));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("null")]
    public void Empty_parameters_are_as_absent(string? variables)
    {
        using var request = GraphQLRequest.Create("{ a }", null, variables);
        Assert.True(request.Variables.IsEmpty);
    }

    [Fact]
    public void Variables_are_read_from_text()
    {
        using var request = GraphQLRequest.Create("{ a }", "A", """ {"t":"x"} """, readOnly: true);
        Assert.Equal("x", request.GetVariables().GetProperty("t").GetString());
        Assert.True(request.ReadOnly);
        Assert.Equal("A", request.OperationName);
    }

    [Theory]
    [InlineData("{", "\"variables\" is not valid JSON: see line 1, byte 2.")]
    [InlineData("{} {}", "\"variables\" is not valid JSON: see line 1, byte 4.")]
    [InlineData("[]", "\"variables\" must be an object, but it is a list.")]
    public void Bad_variables_are_refused(string variables, string message) =>
        Assert.Equal(message, Assert.Throws<GraphQLException>(() => GraphQLRequest.Create("{ a }", null, variables)).Message);

    [Fact]
    public void An_unpaired_surrogate_is_refused() =>
        Assert.Equal("\"query\" is not valid Unicode text.", Assert.Throws<GraphQLException>(() => GraphQLRequest.Create("{ a\ud800 }")).Message);

    [Fact]
    public void Any_text_comes_back_as_it_was() => Prop.ForAll<NonNull<string>>(text =>
    {
        if (text.Get.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar))
        {
            return true;
        }

        using var request = GraphQLRequest.Create(text.Get);
        return request.GetQuery() == text.Get;
    }).QuickCheckThrowOnFailure();
}
