using System.Text.Json;
using System.Text.Json.Nodes;
using GraphService.GraphQL;

namespace GraphService.Cli;

/// <summary>A node as a command names it.</summary>
internal sealed record NamedNode(string Id, string Kind, string Label);

/// <summary>Finds the nodes that a command line names: by id if a node has it, else by a name of theirs, folded.</summary>
internal sealed class NodeNames(GraphSession session)
{
    /// <summary>The name of any node, within a selection.</summary>
    public const string LabelFields = "__typename id ... on Person { name } ... on Work { title year } ... on Named { name }";

    private const double Whole = 3;
    private const int MaxShown = 20;
    private const int MaxSuggested = 5;
    private const int MaxWords = 3;

    /// <summary>The node that an argument names.</summary>
    /// <param name="argument">An id or a name.</param>
    /// <param name="kinds">Which kinds of nodes a name may be of; all when there are none.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <exception cref="QuestionException">There is none, or there are several.</exception>
    public async Task<NamedNode> FindAsync(string argument, IReadOnlyList<string> kinds, CancellationToken cancel)
    {
        var byId = Check(await session.AskAsync($"query($id: ID!) {{ node(id: $id) {{ {LabelFields} }} }}", new JsonObject { ["id"] = argument }, cancel))["node"];
        if (byId.ValueKind == JsonValueKind.Object)
        {
            return Named(byId);
        }

        var found = await SearchAsync(argument, kinds, cancel);
        var whole = found.Where(edge => edge.GetProperty("score").GetDouble() == Whole).Select(edge => Named(edge.GetProperty("node"))).ToList();
        return whole.Count switch
        {
            1 => whole[0],
            0 => throw NotFound(argument, kinds, await SuggestAsync(argument, found, kinds, cancel)),
            _ => throw new QuestionException(
                $"The name \"{argument}\" is shared by {whole.Count}: give the id of one of them.", ErrorCodes.AmbiguousName, ExitCode.BadInput, [.. whole.Take(MaxShown)], whole.Count),
        };
    }

    /// <summary>The ids of the nodes that arguments name, or null when there are none.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public async Task<JsonArray?> FindIdsAsync(IReadOnlyList<string> arguments, IReadOnlyList<string> kinds, CancellationToken cancel)
    {
        var ids = new List<JsonNode?>();
        foreach (var argument in arguments)
        {
            ids.Add((await FindAsync(argument, kinds, cancel)).Id);
        }

        return ids.Count == 0 ? null : new JsonArray([.. ids]);
    }

    private static QuestionException NotFound(string argument, IReadOnlyList<string> kinds, IReadOnlyList<NamedNode> suggested) => new(
        $"No {(kinds.Count == 1 ? Words.Of(kinds[0]) : "node")} has the id or the name \"{argument}\".",
        ErrorCodes.NodeNotFound, ExitCode.NotFound, suggested, suggested.Count);

    private async Task<IReadOnlyList<NamedNode>> SuggestAsync(string argument, IReadOnlyList<JsonElement> found, IReadOnlyList<string> kinds, CancellationToken cancel)
    {
        var suggested = found.ToList();
        foreach (var word in argument.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).OrderByDescending(word => word.Length).Take(suggested.Count > 0 ? 0 : MaxWords))
        {
            // A word that is spelled otherwise at its end may still begin as it should.
            suggested.AddRange(await SearchAsync(word, kinds, cancel));
            if (suggested.Count == 0 && word.Length > 4)
            {
                suggested.AddRange(await SearchAsync(word[..^2], kinds, cancel));
            }
        }

        return [.. suggested.Select(edge => Named(edge.GetProperty("node"))).DistinctBy(node => node.Id).Take(MaxSuggested)];
    }

    private async Task<IReadOnlyList<JsonElement>> SearchAsync(string text, IReadOnlyList<string> kinds, CancellationToken cancel)
    {
        var answer = await session.AskAsync(
            $"query($text: String!, $kinds: [NodeKind!]) {{ search(text: $text, kinds: $kinds) {{ edges {{ score node {{ {LabelFields} }} }} }} }}",
            new JsonObject { ["text"] = text, ["kinds"] = new JsonArray([.. kinds.Select(kind => (JsonNode?)kind)]) },
            cancel);

        // A text without a letter or digit is nobody's name.
        return answer.Errors.Any(error => Answer.CodeOf(error) == ErrorCodes.BadUserInput) ? [] : [.. Check(answer)["search"].Items("edges")];
    }

    private static NamedNode Named(JsonElement node) => new(node.Text("id"), node.Text("__typename").ToUpperInvariant(), node.Label());

    private static Answer Check(Answer answer) => answer.Errors.Count == 0
        ? answer
        : throw new FailureException(string.Join('\n', answer.Errors.Select(Answer.MessageOf)), null) { Code = Answer.CodeOf(answer.Errors[0]) };
}
