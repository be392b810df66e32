using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphService.Graph;
using GraphService.GraphQL;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Transport;
using GraphService.Http;
using GraphService.Logging;
using GraphService.Options;

namespace GraphService.Cli;

/// <summary>A graph that is asked by one command and then done with: on either store, within the limits of a request.</summary>
internal sealed class GraphSession : IAsyncDisposable
{
    private readonly ILoggerFactory _logging;

    private GraphSession(Settings settings, Composition service, ILoggerFactory logging) => (Settings, Service, _logging) = (settings, service, logging);

    public Settings Settings { get; }

    public Composition Service { get; }

    /// <summary>The settings of a command that serves or asks a graph.</summary>
    /// <exception cref="BadInputException">A setting cannot be used, or two exclude each other.</exception>
    public static (Settings Settings, WebApplicationBuilder Builder) Read(ParseResult parsed, IEnumerable<string> settingFlags)
    {
        var builder = Server.CreateBuilder([.. settingFlags, .. GraphOption.AsSetting(parsed), .. StoreOption.AsSetting(parsed)]);
        if (parsed.GetValue(GraphOption.Instance) is { } folder && builder.Configuration.GetSection(GraphOptions.Section).Get<GraphOptions>()?.Store == StoreKind.Neo4j)
        {
            throw new BadInputException($"--graph {folder} is a folder, but the store is neo4j: leave one of them out. To load the folder into the database: import {folder}");
        }

        return (Settings.Read(builder.Configuration), builder);
    }

    /// <summary>Makes the graph ready to be asked; a large folder takes its time, which a terminal shows.</summary>
    /// <exception cref="BadInputException">The graph cannot be served.</exception>
    public static GraphSession Open(ParseResult parsed, IEnumerable<string> settingFlags)
    {
        var (settings, builder) = Read(parsed, settingFlags);
        var logging = LoggerFactory.Create(logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddPlainConsole(builder.Configuration));
        try
        {
            return new GraphSession(settings, ProgressView.Show(progress => Composition.Create(settings, logging, answersOnce: true, progress)), logging);
        }
        catch
        {
            logging.Dispose();
            throw;
        }
    }

    /// <summary>Answers a request within the time of a request.</summary>
    /// <exception cref="FailureException">The store is gone, or the time is up.</exception>
    public async Task ExecuteAsync(GraphQLRequest request, ResponseWriter response, CancellationToken cancel)
    {
        response.MaxBytes = Settings.Limits.ResponseBytes;
        using var deadline = new CancellationTokenSource(Settings.Limits.RequestTimeout);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, deadline.Token);
        try
        {
            await Service.Engine.ExecuteAsync(request, response, stop.Token);
        }
        catch (GraphStoreException failure)
        {
            throw new FailureException($"{failure.Message} {failure.InnerException?.Message}".Trim(), failure);
        }
        catch (ResponseTooLargeException large)
        {
            throw new FailureException(HttpErrors.ResponseTooLarge(large.MaxBytes).Message, large);
        }
        catch (Exception late) when (late is TimeoutException || (late is OperationCanceledException && deadline.IsCancellationRequested))
        {
            throw new FailureException(HttpErrors.Timeout(Settings.Limits).Message, late) { Code = ErrorCodes.Timeout };
        }
    }

    /// <summary>The answer to a query, as text.</summary>
    /// <exception cref="FailureException">The store is gone, or the time is up.</exception>
    public async Task<Answer> AskAsync(string query, JsonObject variables, CancellationToken cancel)
    {
        using var request = GraphQLRequest.Create(query, null, variables.ToJsonString());
        using var response = ResponseWriter.Rent();
        await ExecuteAsync(request, response, cancel);
        using var document = JsonDocument.Parse(response.ToString(), new JsonDocumentOptions { MaxDepth = Answer.MaxDepth });
        return new Answer(document.RootElement.Clone());
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        _logging.Dispose();
    }
}
