using System.CommandLine;
using System.Net.Sockets;
using GraphService.Http;
using GraphService.Logging;
using Microsoft.AspNetCore.Connections;

namespace GraphService.Cli;

/// <summary>serve: loads the graph, then answers HTTP until it is told to stop.</summary>
internal sealed class ServeCommand(IReadOnlyList<string> settingFlags)
{
    private readonly Option<string?> _urls = new("--urls")
    {
        Description = "The addresses to listen on, separated by semicolons (default: http://localhost:5000).",
        HelpName = "URL",
    };

    public Command Create()
    {
        var command = new Verb("serve", "Serve the GraphQL API and its IDE (what happens without a verb).", null, "serve --urls http://localhost:8080");
        AddTo(command);
        return command;
    }

    /// <summary>Makes a command behave as serve.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(GraphOption.Instance);
        command.Options.Add(StoreOption.Instance);
        command.Options.Add(_urls);
        command.SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var output = parsed.InvocationConfiguration.Output;
        var urls = parsed.GetValue(_urls) is { } given ? new[] { "--urls=" + given } : [];
        var (settings, builder) = GraphSession.Read(parsed, [.. settingFlags, .. urls]);
        using var logging = LoggerFactory.Create(logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddPlainConsole(builder.Configuration));

        // The server is built beside the graph, so that the first answer comes sooner; it listens when both are there.
        var loading = Task.Run(() => ProgressView.Show(progress => Composition.Create(settings, logging, progress: progress)), cancellationToken);
        await using var app = Server.Build(builder, () => loading.GetAwaiter().GetResult(), settings);
        await using var service = await loading;
        foreach (var line in service.Greeting)
        {
            output.WriteLine(line);
        }

        await StartAsync(app, cancellationToken);
        foreach (var address in app.Urls)
        {
            output.WriteLine($"Open {address}{GraphQLEndpoint.Path}");
        }

        output.WriteLine("ready");
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            throw new FailureException($"{error.Message} Stop the program that uses it, or choose another port: --urls http://localhost:5001", error);
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            throw new FailureException($"Cannot listen: {error.Message}. Choose another address: --urls http://localhost:5001", error);
        }
    }
}
