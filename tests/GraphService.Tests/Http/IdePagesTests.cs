using System.Net;
using GraphService.Http;
using Microsoft.AspNetCore.Builder;

namespace GraphService.Tests.Http;

public class IdePagesTests
{
    private static async Task<WebApplication> StartAsync(string folder)
    {
        var app = Server.CreateBuilder(["--urls=http://127.0.0.1:0"]).Build();
        IdePages.Use(app, folder);
        await app.StartAsync();
        return app;
    }

    [Fact]
    public async Task Without_the_files_the_page_says_what_to_install()
    {
        await using var app = await StartAsync(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(app.Urls.Single() + "/graphql/"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Node.js", page);
        Assert.Contains("dotnet build", page);
        Assert.Contains($"{app.Urls.Single()}/graphql", page);
    }

    [Fact]
    public async Task The_files_are_served_with_their_headers_and_nothing_beside_them()
    {
        var root = Directory.CreateTempSubdirectory();
        var folder = root.CreateSubdirectory("ide");
        folder.CreateSubdirectory("static");
        await File.WriteAllTextAsync(Path.Combine(root.FullName, "secret.txt"), "secret");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "index.html"), "<title>IDE</title>");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "LICENSE"), "terms");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "static", "app.1a2b.js"), "1");
        await using var app = await StartAsync(folder.FullName);
        using var client = new HttpClient();

        using var index = await client.GetAsync(new Uri(app.Urls.Single() + "/graphql/"));
        Assert.Equal("<title>IDE</title>", await index.Content.ReadAsStringAsync());
        Assert.Equal("text/html", index.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-cache", index.Headers.CacheControl?.ToString());
        Assert.Contains("script-src 'self' 'unsafe-eval'", index.Headers.GetValues("Content-Security-Policy").Single());

        using var script = await client.GetAsync(new Uri(app.Urls.Single() + "/graphql/static/app.1a2b.js"));
        Assert.Equal("text/javascript", script.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", script.Headers.GetValues("Cache-Control").Single());

        using var license = await client.GetAsync(new Uri(app.Urls.Single() + "/graphql/LICENSE"));
        Assert.Equal("terms", await license.Content.ReadAsStringAsync());

        foreach (var path in new[] { "/graphql/../secret.txt", "/graphql/%2e%2e/secret.txt", "/graphql/..%2fsecret.txt", "/graphql/static/../../secret.txt" })
        {
            using var answer = await client.GetAsync(new Uri(app.Urls.Single() + path));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        root.Delete(recursive: true);
    }
}
