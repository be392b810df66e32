using System.CommandLine;

namespace GraphService.Cli;

/// <summary>--first, for verbs that list.</summary>
internal static class FirstOption
{
    public static Option<int?> Create() => NumberOption.Count("--first", "How many to list, at most 200 (default: 50).");

    /// <summary>What is not listed, in a line; nothing when all is.</summary>
    public static void WriteRest(TextWriter output, long shown, long total)
    {
        if (shown < total)
        {
            output.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{total - shown:N0} more: --first lists more of them"));
        }
    }
}
