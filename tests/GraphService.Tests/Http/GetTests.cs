using System.Net;
using System.Text;
using GraphService.GraphQL.Execution;

namespace GraphService.Tests.Http;

public class GetTests
{
    private const string Json = "application/json; charset=utf-8";

    [Fact]
    public async Task All_parameters_come_from_the_url()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.GetAsync("/graphql?query=%7B%20%C3%A9+%7D&operationName=null&variables=%7B%22x%22%3A1%7D&extensions=&other=1");
        await answer.IsAsync(HttpStatusCode.OK, Json, """{"data":{"query":"{ é }","operationName":"null","variables":{"x":1},"readOnly":true}}""");
    }

    [Fact]
    public async Task Empty_parameters_are_as_absent()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.GetAsync("/graphql?query=%7Ba%7D&operationName=&variables=&extensions=");
        await answer.IsAsync(HttpStatusCode.OK, Json, """{"data":{"query":"{a}","operationName":"","variables":null,"readOnly":true}}""");
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/graphql?query=")]
    [InlineData("/graphql?variables={}")]
    public async Task A_query_is_required(string path)
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.GetAsync(path);
        await answer.IsErrorAsync(HttpStatusCode.BadRequest, "BAD_REQUEST",
            "The URL has no \"query\" parameter. Add ?query={__typename} (percent-encoded), or send the request by POST. /graphql?sdl is the schema.");
    }

    [Theory]
    [InlineData("/graphql?query={a}&query={b}", "query")]
    [InlineData("/graphql?query={a}&operationName=A&operationName=A", "operationName")]
    public async Task A_parameter_is_given_once(string path, string parameter)
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.GetAsync(path);
        await answer.IsErrorAsync(HttpStatusCode.BadRequest, "BAD_REQUEST", $"The URL has the parameter \"{parameter}\" more than once: give it once.");
    }

    [Fact]
    public async Task Bad_variables_are_refused()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.GetAsync("/graphql?query=%7Ba%7D&variables=%5B%5D");
        await answer.IsErrorAsync(HttpStatusCode.BadRequest, "BAD_REQUEST", "\"variables\" must be an object, but it is a list.");
    }

    [Fact]
    public async Task A_mutation_is_not_allowed()
    {
        await using var service = await TestService.StartAsync((request, response, _) =>
        {
            response.Kind = request.ReadOnly ? ResponseKind.NotAllowed : ResponseKind.Executed;
            return ValueTask.CompletedTask;
        });
        using var answer = await service.GetAsync("/graphql?query=mutation%7Ba%7D");
        await answer.IsErrorAsync(HttpStatusCode.MethodNotAllowed, "BAD_REQUEST", "A GET may only run a query. Send a mutation by POST.");
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_get_with_a_form_type_is_refused(string contentType)
    {
        await using var service = await TestService.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7Ba%7D") { Content = new StringContent("", Encoding.UTF8) };
        request.Content.Headers.Remove("Content-Type");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var answer = await service.SendAsync(request);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task The_schema_is_plain_text()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.GetAsync("/graphql?sdl");
        await answer.IsAsync(HttpStatusCode.OK, "text/plain; charset=utf-8", "type Query { título: String }\n");
        using var browser = await service.GetAsync("/graphql?sdl", "text/html,application/xhtml+xml,*/*;q=0.8");
        Assert.Equal("text/plain", browser.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_browser_with_a_query_gets_its_answer()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.GetAsync("/graphql?query=%7Ba%7D", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
    }
}
