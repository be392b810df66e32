using System.CommandLine;

namespace GraphService.Cli;

/// <summary>Runs a command line: results to standard output, what went wrong to standard error, and the exit code.</summary>
internal static class CommandLine
{
    // The server's host listens for Ctrl+C and SIGTERM itself.
    private static readonly InvocationConfiguration Configuration = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };

    public static async Task<int> RunAsync(RootCommand root, IReadOnlyList<string> args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Complain(string.Join(' ', parsed.Errors.Select(error => error.Message)) + " See --help.", ExitCode.BadInput);
        }

        try
        {
            return await parsed.InvokeAsync(Configuration);
        }
        catch (BadInputException bad)
        {
            return Complain(bad.Message, ExitCode.BadInput);
        }
        catch (FailureException failure)
        {
            return Complain(failure.Message, ExitCode.Failure);
        }
        catch (Exception unexpected)
        {
            return Complain($"This should not have happened: {unexpected}", ExitCode.Failure);
        }
    }

    private static int Complain(string message, int exitCode)
    {
        Console.Error.WriteLine(message);
        return exitCode;
    }
}
