using System.Text.Encodings.Web;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace GraphService.Http;

/// <summary>The GraphQL IDE that a browser finds at /graphql/: static files beside the program, put there by a build with Node.js.</summary>
internal static class IdePages
{
    // The IDE compiles validators at run time, hence 'unsafe-eval': without it the page stays blank.
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; worker-src 'self'";

    /// <summary>Serves the files of a folder under /graphql/, or says how to get them.</summary>
    public static void Use(IApplicationBuilder app, string folder)
    {
        if (!File.Exists(Path.Combine(folder, "index.html")))
        {
            app.Use(next => context => IsHome(context.Request) ? SendMissingPage(context) : next(context));
            return;
        }

        app.Use(next => context =>
        {
            if (IsHome(context.Request))
            {
                context.Request.Path = GraphQLEndpoint.Path + "/index.html";
            }

            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            RequestPath = GraphQLEndpoint.Path,
            ServeUnknownFileTypes = true, // LICENSE
            DefaultContentType = "text/plain; charset=utf-8",
            OnPrepareResponse = SetHeaders,
        });
    }

    private static bool IsHome(HttpRequest request) =>
        request.Path == GraphQLEndpoint.Path + "/" && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));

    private static void SetHeaders(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        // Names under static/ hold a hash of what is in the file.
        headers.CacheControl = file.Context.Request.Path.StartsWithSegments(GraphQLEndpoint.Path + "/static")
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
    }

    private static Task SendMissingPage(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        var address = HtmlEncoder.Default.Encode($"{context.Request.Scheme}://{context.Request.Host}{GraphQLEndpoint.Path}");
        return Reply.TextAsync(context, StatusCodes.Status200OK, "text/html; charset=utf-8", $$"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>GraphService</title>
            <body style="font-family: sans-serif; max-width: 42rem; margin: 3rem auto; line-height: 1.5">
            <h1>GraphService is running</h1>
            <p>The GraphQL API answers at <code>/graphql</code>; its schema is at <a href="/graphql?sdl">/graphql?sdl</a>.</p>
            <p>This page would be the GraphQL IDE, but it was not there when the program was built, because Node.js was not.
            Install <strong>Node.js</strong> 18 or later, build again (<code>dotnet build</code>) and restart.</p>
            <p>Until then, for example:</p>
            <pre>curl -H 'Content-Type: application/json' -d '{"query":"{ __typename }"}' {{address}}</pre>
            </body>
            </html>
            """);
    }
}
