using GraphService.GraphQL;

namespace GraphService.Cli;

/// <summary>Something outside the program refused (exit code 3): a port in use, a store that is gone.</summary>
internal sealed class FailureException(string message, Exception? inner) : Exception(message, inner)
{
    /// <summary>What programs are told: a code of the API's errors.</summary>
    public string Code { get; init; } = ErrorCodes.Unavailable;
}
