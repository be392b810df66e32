using System.Net;
using System.Text;
using GraphService.GraphQL;
using GraphService.GraphQL.Execution;

namespace GraphService.Tests.Http;

public class PostTests
{
    private const string Json = "application/json; charset=utf-8";
    private const string GraphQLResponse = "application/graphql-response+json; charset=utf-8";

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/json", Json)]
    [InlineData("application/graphql-response+json", GraphQLResponse)]
    public async Task An_answer_is_sent_with_its_type_and_length(string? accept, string contentType)
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.PostAsync("""{"query":"{ é }","operationName":"A","variables":{"x":[1,2]}}""", accept: accept);
        await answer.IsAsync(HttpStatusCode.OK, contentType, """{"data":{"query":"{ é }","operationName":"A","variables":{"x":[1,2]},"readOnly":false}}""");
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData(null, 200)]
    [InlineData("application/graphql-response+json", 400)]
    public async Task Variables_that_nest_too_deep_meet_a_bound(string? accept, int status)
    {
        var deep = "{\"a\":" + new string('[', 32) + new string(']', 32) + "}";
        const string Error = """{"errors":[{"message":"\"variables\" is nested deeper than 32 levels.","extensions":{"code":"LIMIT_INPUT_DEPTH","limit":{"name":"INPUT_DEPTH","value":32}}}]}""";
        await using var service = await TestService.StartAsync();
        using var posted = await service.PostAsync($$"""{"query":"{ a }","variables":{{deep}}}""", accept: accept);
        await posted.IsAsync((HttpStatusCode)status, accept is null ? Json : GraphQLResponse, Error);
        using var got = await service.GetAsync("/graphql?query=%7Ba%7D&variables=" + Uri.EscapeDataString(deep), accept);
        await got.IsAsync((HttpStatusCode)status, accept is null ? Json : GraphQLResponse, Error);
    }

    [Theory]
    [InlineData(ResponseKind.RequestError, null, 200)]
    [InlineData(ResponseKind.RequestError, "application/json", 200)]
    [InlineData(ResponseKind.RequestError, "application/graphql-response+json", 400)]
    [InlineData(ResponseKind.Executed, "application/graphql-response+json", 200)]
    [InlineData(ResponseKind.Unavailable, null, 503)]
    [InlineData(ResponseKind.Unavailable, "application/graphql-response+json", 503)]
    public async Task The_status_says_how_far_a_request_came(ResponseKind kind, string? accept, int status)
    {
        await using var service = await TestService.StartAsync((_, response, _) =>
        {
            ErrorWriter.WriteRequestErrors(response, [new GraphQLError("No.", "X")]);
            response.Kind = kind;
            return ValueTask.CompletedTask;
        });
        using var answer = await service.PostAsync("""{"query":"{ a }"}""", accept: accept);
        await answer.IsAsync((HttpStatusCode)status, accept?.Contains("graphql") == true ? GraphQLResponse : Json, """{"errors":[{"message":"No.","extensions":{"code":"X"}}]}""");
    }

    [Fact]
    public async Task A_client_is_told_when_to_try_again()
    {
        await using var service = await TestService.StartAsync((_, response, _) =>
        {
            response.Kind = ResponseKind.Unavailable;
            response.RetryAfterSeconds = 5;
            return ValueTask.CompletedTask;
        });
        using var answer = await service.PostAsync("""{"query":"{ a }"}""");
        Assert.Equal("5", answer.Headers.GetValues("Retry-After").Single());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/graphql-response+json")]
    public async Task What_is_no_graphql_request_is_a_bad_request_in_every_format(string? accept)
    {
        await using var service = await TestService.StartAsync();
        using var malformed = await service.PostAsync("{", accept: accept);
        await malformed.IsErrorAsync(HttpStatusCode.BadRequest, "BAD_REQUEST", "The request is not valid JSON: see line 1, byte 2. Send a JSON object such as {\"query\": \"{ __typename }\"}.");
        using var missing = await service.PostAsync("{}", accept: accept);
        await missing.IsErrorAsync(HttpStatusCode.BadRequest, "BAD_REQUEST", "The request has no \"query\". Send the GraphQL document as a string named \"query\".");
        using var empty = await service.PostAsync("", accept: accept);
        await empty.IsErrorAsync(HttpStatusCode.BadRequest, "BAD_REQUEST", "The request has no body. Send a JSON object such as {\"query\": \"{ __typename }\"}.");
    }

    [Theory]
    [InlineData(null, "missing")]
    [InlineData("text/plain", "\"text/plain\"")]
    [InlineData("application/x-www-form-urlencoded", "\"application/x-www-form-urlencoded\"")]
    [InlineData("multipart/form-data; boundary=x", "\"multipart/form-data; boundary=x\"")]
    [InlineData("application/json; charset=latin1", "\"application/json; charset=latin1\"")]
    public async Task Other_content_types_are_refused(string? contentType, string found)
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.PostAsync(Encoding.UTF8.GetBytes("""{"query":"{ a }"}"""), contentType);
        await answer.IsErrorAsync(HttpStatusCode.UnsupportedMediaType, "BAD_REQUEST", $"The Content-Type must be application/json in UTF-8, but it is {found}.");
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        await using var service = await TestService.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Content.Headers.ContentEncoding.Add("gzip");
        using var answer = await service.SendAsync(request);
        await answer.IsErrorAsync(HttpStatusCode.UnsupportedMediaType, "BAD_REQUEST", "The Content-Encoding \"gzip\" is not read. Send the body as plain JSON.");
    }

    [Fact]
    public async Task Nothing_acceptable_is_refused()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.PostAsync("""{"query":"{ a }"}""", accept: "text/csv");
        await answer.IsErrorAsync(HttpStatusCode.NotAcceptable, "BAD_REQUEST", "The Accept header allows none of what is sent here: application/json, application/graphql-response+json.");
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("HEAD")]
    [InlineData("BREW")]
    public async Task Other_methods_are_refused(string method)
    {
        await using var service = await TestService.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql");
        using var answer = await service.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "POST"], answer.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task A_body_of_the_largest_size_is_read_and_one_byte_more_is_refused()
    {
        await using var service = await TestService.StartAsync();
        const int limit = 1024 * 1024;
        static byte[] Body(int size)
        {
            const string head = "{\"query\":\"", tail = "\"}";
            return Encoding.UTF8.GetBytes(head + new string('a', size - head.Length - tail.Length) + tail);
        }

        using var largest = await service.PostAsync(Body(limit), "application/json");
        Assert.Equal(HttpStatusCode.OK, largest.StatusCode);
        using var larger = await service.PostAsync(Body(limit + 1), "application/json");
        await larger.IsErrorAsync(HttpStatusCode.RequestEntityTooLarge, "LIMIT_REQUEST_BYTES", "The request is larger than 1,048,576 bytes (setting Limits:RequestBytes).");
        using var much = await service.PostAsync(Body(20 * limit), "application/json");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, much.StatusCode);
    }

    [Fact]
    public async Task The_path_may_end_with_a_slash()
    {
        await using var service = await TestService.StartAsync();
        using var content = new StringContent("""{"query":"{ a }"}""", Encoding.UTF8, "application/json");
        using var answer = await service.Client.PostAsync(new Uri("/graphql/", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_large_answer_arrives_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 300_000).Select(i => (char)('a' + (i % 26))));
        await using var service = await TestService.StartAsync((_, response, _) =>
        {
            response.Text(text);
            return ValueTask.CompletedTask;
        });
        using var answer = await service.PostAsync("""{"query":"{ a }"}""");
        await answer.IsAsync(HttpStatusCode.OK, Json, $"\"{text}\"");
    }
}
