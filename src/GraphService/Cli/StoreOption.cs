using System.CommandLine;
using GraphService.Options;

namespace GraphService.Cli;

/// <summary>--store, for every verb that serves a graph. It wins over the setting Graph:Store.</summary>
internal static class StoreOption
{
    public static readonly Option<StoreKind?> Instance = new("--store")
    {
        Description = "embedded: a graph folder, read into memory (the default). neo4j: the database of the settings Graph:Neo4j:Uri, User and Password, or Token.",
        HelpName = "embedded|neo4j",
        CustomParser = Parse,
    };

    /// <summary>The flag as a setting.</summary>
    public static IEnumerable<string> AsSetting(ParseResult parsed) =>
        parsed.GetValue(Instance) is { } store ? [$"--{GraphOptions.Section}:{nameof(GraphOptions.Store)}={store}"] : [];

    private static StoreKind? Parse(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        switch (text.ToLowerInvariant())
        {
            case "embedded":
                return StoreKind.Embedded;
            case "neo4j":
                return StoreKind.Neo4j;
            default:
                result.AddError($"--store is embedded or neo4j, but it is \"{text}\".");
                return null;
        }
    }
}
