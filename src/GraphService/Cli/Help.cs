using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace GraphService.Cli;

/// <summary>The help of a verb: what System.CommandLine says, then what needs more words, then lines to type.</summary>
internal sealed class Help(HelpAction usual) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Shows the examples in the help of all verbs.</summary>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new Help((HelpAction)option.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not Verb verb)
        {
            return exitCode;
        }

        var output = parseResult.InvocationConfiguration.Output;
        if (verb.Details is not null)
        {
            output.WriteLine(verb.Details);
            output.WriteLine();
        }

        output.WriteLine("Examples:");
        foreach (var example in verb.Examples)
        {
            output.WriteLine("  " + example);
        }

        return exitCode;
    }
}

/// <summary>A verb of the program.</summary>
/// <param name="name">What is typed.</param>
/// <param name="description">What it does, in a sentence.</param>
/// <param name="details">What its help says beyond that.</param>
/// <param name="examples">Lines to type; each works on the seed.</param>
internal sealed class Verb(string name, string description, string? details, params string[] examples) : Command(name, description)
{
    public string? Details => details;

    public IReadOnlyList<string> Examples => examples;

    /// <summary>What to type instead of a word that the verb has no place for; empty when nobody knows.</summary>
    public Func<string, string> OnStray { get; init; } = _ => "";
}
