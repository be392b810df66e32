using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit;

namespace GraphService.TestSupport;

/// <summary>
/// The server of <see cref="RealNeo4j"/>, when the environment names shell commands that kill it as a crash would, and start it again and wait until it
/// answers: <c>NEO4J_TESTS_KILL</c> and <c>NEO4J_TESTS_START</c>.
/// </summary>
public static class RestartableNeo4j
{
    /// <summary>Why it cannot be restarted; null when it can.</summary>
    public static string? Missing => RealNeo4j.Missing
        ?? (Command("NEO4J_TESTS_KILL") is null || Command("NEO4J_TESTS_START") is null ? "NEO4J_TESTS_KILL and NEO4J_TESTS_START do not say how to restart the server" : null);

    public static Task KillAsync() => RunAsync("NEO4J_TESTS_KILL");

    public static Task StartAsync() => RunAsync("NEO4J_TESTS_START");

    private static string? Command(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } command ? command : null;

    // The server outlives the command: nothing of it may be waited for but the command itself.
    private static async Task RunAsync(string variable)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh") { ArgumentList = { "-c", $"({Command(variable)}) >/dev/null 2>&1 </dev/null" } })!;
        await shell.WaitForExitAsync();
        if (shell.ExitCode != 0)
        {
            throw new InvalidOperationException($"The command of {variable} failed with {shell.ExitCode}.");
        }
    }
}

/// <summary>A test that restarts a real Neo4j; without one that can be restarted it is skipped with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RestartableNeo4jFactAttribute : FactAttribute
{
    public RestartableNeo4jFactAttribute([CallerMemberName] string test = "")
    {
        if (RestartableNeo4j.Missing is { } reason)
        {
            Skip = reason;
            DisplayName = $"{test} ({reason})";
        }
    }
}
