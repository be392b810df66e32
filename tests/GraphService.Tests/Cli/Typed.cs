using System.Text;
using System.Text.RegularExpressions;
using GraphService.Cli;

namespace GraphService.Tests.Cli;

/// <summary>A command line, run in this process as the program runs it.</summary>
internal sealed partial record Typed(int ExitCode, string Output, string Errors)
{
    public static Task<Typed> RunAsync(string line) => RunAsync(Split(line));

    public static async Task<Typed> RunAsync(IReadOnlyList<string> arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var (settings, rest) = SettingFlags.Split([.. arguments]);
        var exitCode = await CommandLine.RunAsync(CommandLine.CreateRoot(settings), rest, output, errors);
        return new Typed(exitCode, output.ToString(), errors.ToString());
    }

    /// <summary>All of it, as a golden file keeps it.</summary>
    public string Transcript(string line) => $"$ {line}\n{Output}{(Errors.Length == 0 ? "" : "--- standard error\n" + Errors)}--- exit code {ExitCode}\n";

    /// <summary>The words of a line, as a shell would part it.</summary>
    public static IReadOnlyList<string> Split(string line) => [.. Word().Matches(line).Select(match =>
    {
        var word = new StringBuilder();
        foreach (Match part in Part().Matches(match.Value))
        {
            word.Append(part.Value is ['\'', ..] or ['"', ..] ? part.Value[1..^1] : part.Value);
        }

        return word.ToString();
    })];

    [GeneratedRegex("""(?:'[^']*'|"[^"]*"|[^\s'"])+""")]
    private static partial Regex Word();

    [GeneratedRegex("""'[^']*'|"[^"]*"|[^'"]+""")]
    private static partial Regex Part();
}
