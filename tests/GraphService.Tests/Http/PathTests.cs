using System.Net;
using System.Text;

namespace GraphService.Tests.Http;

public class PathTests
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Fact]
    public async Task The_root_leads_to_the_ide()
    {
        await using var service = await TestService.StartAsync();
        using var root = await service.GetAsync("/", Browser);
        Assert.Equal((HttpStatusCode.Found, "/graphql"), (root.StatusCode, root.Headers.Location?.ToString()));
        using var graphql = await service.GetAsync("/graphql", Browser);
        Assert.Equal((HttpStatusCode.Found, "/graphql/"), (graphql.StatusCode, graphql.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("/health", """{"status":"ok"}""")]
    [InlineData("/health/ready", """{"status":"ready"}""")]
    public async Task Health_is_json(string path, string body)
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.GetAsync(path);
        await answer.IsAsync(HttpStatusCode.OK, "application/json", body);
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/health/ready")]
    public async Task Health_is_asked_for_by_get_or_head(string path)
    {
        await using var service = await TestService.StartAsync();
        using var head = await service.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        using var post = await service.SendAsync(new HttpRequestMessage(HttpMethod.Post, path));
        await post.IsAsync(HttpStatusCode.MethodNotAllowed, "text/plain; charset=utf-8", "Ask for this by GET.\n");
        Assert.Equal(["GET", "HEAD"], post.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/graph")]
    [InlineData("/graphql/none")]
    [InlineData("/graphql/../Program.cs")]
    [InlineData("/graphql/%2e%2e/appsettings.json")]
    [InlineData("/graphql/..%2fappsettings.json")]
    public async Task Other_paths_say_where_graphql_is(string path)
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.GetAsync(path, Browser);
        await answer.IsAsync(HttpStatusCode.NotFound, "text/plain; charset=utf-8", "Nothing here. GraphQL is at /graphql.\n");
    }

    [Fact]
    public async Task A_name_that_is_not_this_machine_is_refused_when_the_server_is_for_this_machine()
    {
        await using var service = await TestService.StartAsync();
        foreach (var host in new[] { "localhost", "localhost:99", "127.0.0.1", "[::1]:1", "LOCALHOST" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/health") { Headers = { Host = host } };
            using var answer = await service.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7Ba%7D") { Headers = { Host = "rebound.example" } };
        using var refused = await service.SendAsync(foreign);
        await refused.IsErrorAsync(HttpStatusCode.BadRequest, "BAD_REQUEST",
            "This server does not answer for the host \"rebound.example\". Its names are the setting AllowedHosts.");
    }

    [Fact]
    public async Task Allowed_hosts_can_be_set()
    {
        await using var service = await TestService.StartAsync("--AllowedHosts=films.example;*.films.example");
        foreach (var (host, status) in new[] { ("films.example", 200), ("www.films.example:80", 200), ("localhost", 400) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/health") { Headers = { Host = host } };
            using var answer = await service.SendAsync(request);
            Assert.Equal(status, (int)answer.StatusCode);
        }
    }

    [Fact]
    public async Task Other_sites_may_not_call_unless_they_are_named()
    {
        await using var closed = await TestService.StartAsync();
        await using var open = await TestService.StartAsync("--Cors:Origins:0=https://films.example");
        foreach (var (service, origin, allowed) in new[] { (closed, "https://films.example", false), (open, "https://films.example", true), (open, "https://other.example", false) })
        {
            using var preflight = new HttpRequestMessage(HttpMethod.Options, "/graphql");
            preflight.Headers.Add("Origin", origin);
            preflight.Headers.Add("Access-Control-Request-Method", "POST");
            preflight.Headers.Add("Access-Control-Request-Headers", "content-type");
            using var answer = await service.SendAsync(preflight);
            Assert.Equal(allowed, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) && origins.Single() == origin);

            using var post = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("""{"query":"{ a }"}""", Encoding.UTF8, "application/json") };
            post.Headers.Add("Origin", origin);
            using var posted = await service.SendAsync(post);
            Assert.Equal(allowed, posted.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }
}
