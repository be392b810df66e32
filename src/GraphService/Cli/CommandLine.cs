using System.CommandLine;

namespace GraphService.Cli;

/// <summary>Runs a command line: results to standard output, what went wrong to standard error, and the exit code.</summary>
internal static class CommandLine
{
    /// <summary>All verbs.</summary>
    /// <param name="settings">Settings given as flags.</param>
    public static RootCommand CreateRoot(IReadOnlyList<string> settings)
    {
        var serve = new ServeCommand(settings);
        var root = new RootCommand("A GraphQL server over a graph of films.")
        {
            serve.Create(),
            new QueryCommand(settings).Create(),
            SchemaCommand.Create(),
            ValidateCommand.Create(),
            new StatsCommand(settings).Create(),
            new PathCommand(settings).Create(),
            new PathsCommand(settings).Create(),
            new TeamCommand(settings).Create(),
            new SearchCommand(settings).Create(),
            new ImportCommand(settings).Create(),
            new ExportCommand(settings).Create(),
        };
        serve.AddTo(root); // no verb is serve
        Help.AddTo(root);
        return root;
    }

    /// <param name="root">All verbs.</param>
    /// <param name="args">What was typed.</param>
    /// <param name="output">Takes results; standard output when it is not given.</param>
    /// <param name="errors">Takes what went wrong; standard error when it is not given.</param>
    public static async Task<int> RunAsync(RootCommand root, IReadOnlyList<string> args, TextWriter? output = null, TextWriter? errors = null)
    {
        // The server's host listens for Ctrl+C and SIGTERM itself, and so do commands that have something to put in order.
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = output ?? Console.Out, Error = errors ?? Console.Error };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Complain(configuration.Error, string.Join(' ', [.. parsed.Errors.Select(error => error.Message), .. Advice(parsed), "See --help."]), ExitCode.BadInput);
        }

        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (BadInputException bad)
        {
            return Complain(configuration.Error, bad.Message, ExitCode.BadInput);
        }
        catch (FailureException failure)
        {
            return Complain(configuration.Error, failure.Message, ExitCode.Failure);
        }
        catch (Exception unexpected)
        {
            return Complain(configuration.Error, $"This should not have happened: {unexpected}", ExitCode.Failure);
        }
    }

    private static IEnumerable<string> Advice(ParseResult parsed) =>
        parsed.UnmatchedTokens is [var word, ..] && !word.StartsWith('-') && parsed.CommandResult.Command is Verb verb && verb.OnStray(word) is { Length: > 0 } advice ? [advice] : [];

    private static int Complain(TextWriter errors, string message, int exitCode)
    {
        errors.WriteLine(message);
        return exitCode;
    }
}
