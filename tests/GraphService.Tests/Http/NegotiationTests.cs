using GraphService.Http;
using Microsoft.Extensions.Primitives;

namespace GraphService.Tests.Http;

public class NegotiationTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*/*")]
    [InlineData("application/*")]
    [InlineData("application/json")]
    [InlineData("Application/JSON")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("text/html, application/json")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")]
    [InlineData("application/json, application/graphql-response+json;q=0.9")]
    [InlineData("application/graphql-response+json;q=0.1, */*;q=0.2")]
    [InlineData("application/graphql-response+json;q=0, */*")]
    [InlineData("application/json, application/graphql-response+json")]
    public void Json_is_chosen(string? accept) => Assert.Equal(ResponseFormat.Json, Negotiation.ChooseFormat(accept));

    [Theory]
    [InlineData("application/graphql-response+json")]
    [InlineData("APPLICATION/graphql-response+JSON")]
    [InlineData("application/graphql-response+json; charset=utf-8")]
    [InlineData("application/graphql-response+json, application/json")]
    [InlineData("application/graphql-response+json, application/json;q=0.9")]
    [InlineData("application/json;q=0.9, application/graphql-response+json")]
    [InlineData("*/*, application/graphql-response+json")]
    [InlineData("application/json;q=0, */*")]
    [InlineData("text/html, application/graphql-response+json;q=0.1")]
    public void The_graphql_type_is_chosen(string accept) => Assert.Equal(ResponseFormat.GraphQLResponse, Negotiation.ChooseFormat(accept));

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/*")]
    [InlineData("application/xml")]
    [InlineData("application/json;q=0")]
    [InlineData("*/*;q=0")]
    [InlineData("application/*;q=0, */*")]
    [InlineData(";;;")]
    public void Nothing_fits(string accept) => Assert.Null(Negotiation.ChooseFormat(accept));

    [Fact]
    public void Several_accept_headers_are_one_list() => Assert.Equal(
        ResponseFormat.GraphQLResponse, Negotiation.ChooseFormat(new StringValues(["application/json;q=0.5", "application/graphql-response+json"])));

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("Application/Json")]
    [InlineData("application/json; profile=x")]
    public void Json_in_utf8_is_read(string contentType) => Assert.True(Negotiation.IsJson(contentType));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/graphql")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/jsonp")]
    [InlineData("application/json, text/plain")]
    public void Anything_else_is_not(string? contentType) => Assert.False(Negotiation.IsJson(contentType));
}
