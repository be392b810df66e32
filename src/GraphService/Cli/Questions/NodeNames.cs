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

    /// <summary>The node that a text names.</summary>
    /// <param name="argument">The argument of the field that the node is for.</param>
    /// <param name="text">An id or a name.</param>
    /// <param name="kinds">Which kinds of nodes a name may be of; all when there are none.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <exception cref="QuestionException">There is none, or there are several.</exception>
    /// <exception cref="RefusedException">The text cannot be searched for.</exception>
    public async Task<NamedNode> FindAsync(string argument, string text, IReadOnlyList<string> kinds, CancellationToken cancel)
    {
        var byId = Check(await session.AskAsync($"query($id: ID!) {{ node(id: $id) {{ {LabelFields} }} }}", new JsonObject { ["id"] = text }, cancel))["node"];
        if (byId.ValueKind == JsonValueKind.Object)
        {
            return Named(byId);
        }

        var answer = await SearchAsync(text, kinds, null, cancel);
        if (answer.Errors.Any(error => Answer.CodeOf(error) == ErrorCodes.BadUserInput))
        {
            throw QuestionException.BadName(argument, text);
        }

        var (first, shared) = await SharedAsync(text, kinds, Check(answer), cancel);
        return shared switch
        {
            0 => throw QuestionException.NotFound(argument, text, kinds, await SuggestAsync(text, answer, kinds, cancel)),
            1 => first[0],
            _ => throw QuestionException.Ambiguous(text, first, shared),
        };
    }

    /// <summary>The ids of the nodes that texts name, or null when there are none.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public async Task<JsonArray?> FindIdsAsync(string argument, IReadOnlyList<string> texts, IReadOnlyList<string> kinds, CancellationToken cancel)
    {
        var ids = new List<JsonNode?>();
        foreach (var text in texts)
        {
            ids.Add((await FindAsync(argument, text, kinds, cancel)).Id);
        }

        return ids.Count == 0 ? null : new JsonArray([.. ids]);
    }

    /// <summary>The first nodes of which the text is a whole name, and how many there are: best first, they stand before all others.</summary>
    private async Task<(IReadOnlyList<NamedNode> First, long Count)> SharedAsync(string text, IReadOnlyList<string> kinds, Answer answer, CancellationToken cancel)
    {
        var (first, count) = (new List<NamedNode>(), 0L);
        while (true)
        {
            var found = Found(answer);
            var whole = found.TakeWhile(edge => edge.GetProperty("score").GetDouble() == Whole).ToList();
            first.AddRange(whole.Take(MaxShown - first.Count).Select(edge => Named(edge.GetProperty("node"))));
            count += whole.Count;
            var page = answer["search"].GetProperty("pageInfo");
            if (whole.Count < found.Count || !page.GetProperty("hasNextPage").GetBoolean())
            {
                return (first, count);
            }

            answer = Check(await SearchAsync(text, kinds, page.Text("endCursor"), cancel));
        }
    }

    private async Task<IReadOnlyList<NamedNode>> SuggestAsync(string text, Answer answer, IReadOnlyList<string> kinds, CancellationToken cancel)
    {
        var suggested = Found(answer).ToList();
        foreach (var word in text.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).OrderByDescending(word => word.Length).Take(suggested.Count > 0 ? 0 : MaxWords))
        {
            // A word that is spelled otherwise at its end may still begin as it should.
            suggested.AddRange(Found(await SearchAsync(word, kinds, null, cancel)));
            var letters = word.EnumerateRunes().ToList();
            if (suggested.Count == 0 && letters.Count > 4)
            {
                suggested.AddRange(Found(await SearchAsync(string.Concat(letters.SkipLast(2)), kinds, null, cancel)));
            }
        }

        return [.. suggested.Select(edge => Named(edge.GetProperty("node"))).DistinctBy(node => node.Id).Take(MaxSuggested)];
    }

    private Task<Answer> SearchAsync(string text, IReadOnlyList<string> kinds, string? after, CancellationToken cancel) => session.AskAsync(
        "query($text: String!, $kinds: [NodeKind!], $first: Int, $after: String) { search(text: $text, kinds: $kinds, first: $first, after: $after) { "
        + $"pageInfo {{ hasNextPage endCursor }} edges {{ score node {{ {LabelFields} }} }} }} }}",
        new JsonObject
        {
            ["text"] = text,
            ["kinds"] = new JsonArray([.. kinds.Select(kind => (JsonNode?)kind)]),
            ["first"] = after is null ? Math.Min(MaxShown, session.Settings.Engine.MaxPageSize) : session.Settings.Engine.MaxPageSize,
            ["after"] = after,
        },
        cancel);

    /// <summary>What a search found; nothing when it was refused.</summary>
    private static IReadOnlyList<JsonElement> Found(Answer answer) => answer.Errors.Count > 0 ? [] : [.. answer["search"].Items("edges")];

    private static NamedNode Named(JsonElement node) => new(node.Text("id"), node.Text("__typename").ToUpperInvariant(), node.Label());

    private static Answer Check(Answer answer) => answer.Errors.Count == 0 ? answer : throw new RefusedException(answer);
}
