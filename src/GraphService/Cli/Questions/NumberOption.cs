using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace GraphService.Cli;

/// <summary>Options that take a whole number.</summary>
internal static class NumberOption
{
    /// <summary>How many, or how far.</summary>
    public static Option<int?> Count(string name, string description) => Create(name, description, "N", "a whole number such as 3");

    /// <summary>A year.</summary>
    public static Option<int?> Year(string name, string description) => Create(name, description, "YEAR", "a year such as 2017");

    private static Option<int?> Create(string name, string description, string helpName, string what) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result => Parse(result, name, what),
    };

    private static int? Parse(ArgumentResult result, string name, string what)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        result.AddError($"{name} is {what}, but it is \"{text}\".");
        return null;
    }
}
