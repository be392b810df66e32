using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.Engine.Schema;

/// <summary>The arguments that lists share, and what each tells users.</summary>
internal static class ListArguments
{
    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.Ordinal)
    {
        ["where"] = "Only rows of which this holds.",
        ["order"] = "Earlier entries count first, several fields of one entry as written, then the id. Values that are missing are last in ASC, first in DESC.",
        ["first"] = "How many rows, from the start or from `after` on: 0 or more, by default 50, at most 200 unless the service is set up otherwise.",
        ["after"] = "A cursor of this list: only what comes after it.",
        ["last"] = "How many rows, up to the end or up to `before`; not with `first`.",
        ["before"] = "A cursor of this list: only what comes before it.",
    };

    /// <summary>All of them, for a list that is filtered and ordered by inputs.</summary>
    public static IReadOnlyList<InputValueDefinitionNode> All(string filter, string sort)
    {
        var text = $"type T {{ f(where: {filter}, order: [{sort}!], first: Int, after: String, last: Int, before: String): Int }}";
        var parsed = (ObjectTypeDefinitionNode)Parser.ParseDocument(new SourceText(text), ParserOptions.Schema).Definitions[0];
        return Described(parsed.Fields[0].Arguments);
    }

    /// <summary>The arguments with a description where they have none.</summary>
    public static IReadOnlyList<InputValueDefinitionNode> Described(IReadOnlyList<InputValueDefinitionNode> arguments) => [.. arguments.Select(Described)];

    private static InputValueDefinitionNode Described(InputValueDefinitionNode argument) =>
        argument.Description is null && Descriptions.TryGetValue(argument.Name.Value, out var description)
            ? new InputValueDefinitionNode
            {
                Name = argument.Name,
                Description = new StringValueNode(description),
                Type = argument.Type,
                DefaultValue = argument.DefaultValue,
                Source = argument.Source,
                Start = argument.Start,
                End = argument.End,
            }
            : argument;
}
