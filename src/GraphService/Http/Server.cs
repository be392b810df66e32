using GraphService.GraphQL.Transport;
using GraphService.Logging;
using GraphService.Neo4j;
using GraphService.Options;

namespace GraphService.Http;

/// <summary>The HTTP server: what is answered at which path.</summary>
internal static class Server
{
    /// <summary>The server's builder, with the settings of appsettings.json, the environment and the given flags (a later one wins).</summary>
    public static WebApplicationBuilder CreateBuilder(IEnumerable<string> flags)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // Settings are read once: no watching of files.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. flags],
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The endpoint counts itself, to refuse with an error in GraphQL's form; no other path reads a body.
            kestrel.Limits.MaxRequestBodySize = null;
        });
        builder.Logging.ClearProviders().AddPlainConsole(builder.Configuration)
            // Its warnings tell of what clients do, one with a stack trace for every upload that breaks off: nothing that an operator could mend.
            .AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
        return builder;
    }

    /// <summary>The server of a service that may still be in the making: it is asked for last, and waited for.</summary>
    public static WebApplication Build(WebApplicationBuilder builder, Func<Composition> service, Settings settings) =>
        Build(builder, () => service().Engine, cancel => service().AskReadiness(cancel), settings);

    /// <summary>The server of an executor, not yet started.</summary>
    public static WebApplication Build(WebApplicationBuilder builder, Func<IRequestExecutor> executor, Func<CancellationToken, Task<Readiness>> askReadiness, Settings settings)
    {
        builder.Services.AddSingleton(services =>
            new GraphQLEndpoint(executor(), settings.Limits, services.GetRequiredService<ILogger<GraphQLEndpoint>>()));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxConcurrentConnections = settings.Limits.Connections);
        var origins = settings.Cors.Origins;
        if (origins.Length > 0)
        {
            builder.Services.AddCors();
        }

        var app = builder.Build();
        new HostNames(settings.Listen).Use(app);
        if (origins.Length > 0)
        {
            app.UseCors(policy => policy.WithOrigins(origins).WithMethods("GET", "POST").AllowAnyHeader());
        }

        var endpoint = app.Services.GetRequiredService<GraphQLEndpoint>();
        app.Use(next => context => IsGraphQL(context.Request) ? endpoint.InvokeAsync(context) : next(context));
        IdePages.Use(app, Path.Combine(AppContext.BaseDirectory, "ide"));
        app.Run(context => AnswerOtherAsync(context, askReadiness));
        return app;
    }

    // All but a browser's visit, which is for the IDE.
    private static bool IsGraphQL(HttpRequest request)
    {
        var path = request.Path.Value;
        if (path is not (GraphQLEndpoint.Path or GraphQLEndpoint.Path + "/"))
        {
            return false;
        }

        if (HttpMethods.IsPost(request.Method) || request.QueryString.HasValue)
        {
            return true;
        }

        return path == GraphQLEndpoint.Path
            ? !(HttpMethods.IsGet(request.Method) && Negotiation.WantsHtml(request.Headers.Accept))
            : !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));
    }

    private static Task AnswerOtherAsync(HttpContext context, Func<CancellationToken, Task<Readiness>> askReadiness)
    {
        switch (context.Request.Path.Value)
        {
            case "/":
                context.Response.Redirect(GraphQLEndpoint.Path);
                return Task.CompletedTask;
            case GraphQLEndpoint.Path:
                // The IDE's own links are relative to a folder.
                context.Response.Redirect(GraphQLEndpoint.Path + "/");
                return Task.CompletedTask;
            case "/health" or "/health/ready":
                return Health.AnswerAsync(context, askReadiness);
            default:
                return Reply.TextAsync(context, StatusCodes.Status404NotFound, "text/plain; charset=utf-8", "Nothing here. GraphQL is at /graphql.\n");
        }
    }
}
