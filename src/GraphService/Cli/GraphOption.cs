using System.CommandLine;
using GraphService.Options;

namespace GraphService.Cli;

/// <summary>--graph, for every verb that serves a graph. It wins over the setting Graph:Path.</summary>
internal static class GraphOption
{
    public static readonly Option<string?> Instance = new("--graph")
    {
        Description = "The graph folder to read; without it the setting Graph:Path, else the seed beside the program.",
        HelpName = "DIR",
    };

    /// <summary>The flag as a setting.</summary>
    public static IEnumerable<string> AsSetting(ParseResult parsed) =>
        parsed.GetValue(Instance) is { } path ? [$"--{GraphOptions.Section}:{nameof(GraphOptions.Path)}={path}"] : [];
}
