namespace GraphService.Cli;

/// <summary>The text of a verb's help: what it does, and lines to type.</summary>
internal static class Help
{
    /// <summary>A description with examples, each a line that works on the seed.</summary>
    public static string Text(string description, params string[] examples) =>
        $"{description}\n\nExamples:\n{string.Join('\n', examples.Select(example => "  " + example))}";
}
