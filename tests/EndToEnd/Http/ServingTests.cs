using System.Net;
using System.Text.RegularExpressions;

namespace EndToEnd.Http;

public sealed partial class ServingTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public void It_says_what_was_loaded_and_what_to_open()
    {
        Assert.Equal(3, service.Lines.Count);
        Assert.Matches(Loaded(), service.Lines[0]);
        Assert.Contains(Path.Combine(HostProgram.OutputFolder, "seed"), service.Lines[0]);
        Assert.Equal($"Open {service.GraphQL}", service.Lines[1]);
        Assert.Equal("ready", service.Lines[2]);
    }

    [Fact]
    public async Task It_answers_a_query_by_post_and_by_get()
    {
        using var post = await service.PostAsync("""{"query":"{ __typename }"}""");
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await post.Content.ReadAsStringAsync());
        Assert.Equal("application/json; charset=utf-8", post.Content.Headers.ContentType?.ToString());
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await service.Client.GetStringAsync(new Uri("/graphql?query=%7B__typename%7D", UriKind.Relative)));
    }

    [Fact]
    public async Task Films_of_one_title_are_told_apart()
    {
        var answer = await service.QueryAsync("""{ film(title: "K.O.", year: 2017) { title directors { nodes { name } } } }""");
        Assert.Equal("""{"data":{"film":{"title":"K.O.","directors":{"nodes":[{"name":"Fabrice Gobert"}]}}}}""", answer.GetRawText());
    }

    [Theory]
    [InlineData("{ film(title: }", null, 200)]
    [InlineData("{ nothing }", null, 200)]
    [InlineData("query A { __typename } query B { __typename }", null, 200)]
    [InlineData("query($y: Int!) { film(title: \\\"K.O.\\\", year: $y) { title } }", null, 200)]
    [InlineData("{ film(title: }", "application/graphql-response+json", 400)]
    [InlineData("{ nothing }", "application/graphql-response+json", 400)]
    [InlineData("query A { __typename } query B { __typename }", "application/graphql-response+json", 400)]
    [InlineData("query($y: Int!) { film(title: \\\"K.O.\\\", year: $y) { title } }", "application/graphql-response+json", 400)]
    [InlineData("{ film(id: \\\"a\\\", title: \\\"b\\\") { title } }", "application/graphql-response+json", 200)]
    public async Task The_status_follows_the_media_type(string query, string? accept, int status)
    {
        using var answer = await service.PostAsync($$"""{"query":"{{query}}"}""", accept: accept);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(accept ?? "application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"errors\":[", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_mutation_by_get_is_not_run()
    {
        using var answer = await service.Client.GetAsync(new Uri("/graphql?query=mutation%7B__typename%7D", UriKind.Relative));
        Assert.Contains("\"errors\":[", await answer.Content.ReadAsStringAsync());
        Assert.DoesNotContain("\"data\":{", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_schema_can_be_read()
    {
        var sdl = await service.Client.GetStringAsync(new Uri("/graphql?sdl", UriKind.Relative));
        Assert.Contains("type Query {", sdl);
        Assert.Contains("type Film implements", sdl);
    }

    [Fact]
    public async Task It_is_healthy()
    {
        Assert.Equal("""{"status":"ok"}""", await service.Client.GetStringAsync(new Uri("/health", UriKind.Relative)));
        Assert.Equal("""{"status":"ready"}""", await service.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
    }

    [Fact]
    public async Task A_browser_is_led_to_a_page()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, service.GraphQL);
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal((HttpStatusCode.Found, "/graphql/"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        using var page = await service.Client.GetAsync(new Uri("/graphql/", UriKind.Relative));
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
    }

    [GeneratedRegex(@"^Loaded .+ from .+ in \d+\.\d\d s\.$")]
    private static partial Regex Loaded();
}
