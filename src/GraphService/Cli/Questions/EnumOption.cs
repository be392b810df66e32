using System.CommandLine;
using GraphService.GraphQL;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Cli;

/// <summary>An option that takes names of an enum of the schema: in any case, several parted by commas or given one by one.</summary>
internal sealed class EnumOption(string name, string type, string description)
{
    /// <summary>The option.</summary>
    public Option<string[]> Option { get; } = new(name) { Description = description, HelpName = "NAME,..." };

    /// <summary>The values as the schema spells them; empty when the option is not given.</summary>
    /// <exception cref="BadInputException">The schema has no such value.</exception>
    public IReadOnlyList<string> Read(ParseResult parsed, Schema schema)
    {
        var known = ((EnumType)schema.Type(type)!).Values.Select(value => value.Name).ToList();
        var given = (parsed.GetValue(Option) ?? [])
            .SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(text => text.Replace('-', '_').ToUpperInvariant()).Distinct().ToList();
        return given.FirstOrDefault(value => !known.Contains(value)) is { } unknown
            ? throw new BadInputException($"{name} has no {unknown}.{Suggestions.DidYouMean(unknown, known)} There are {string.Join(", ", known)}.")
            : given;
    }
}
