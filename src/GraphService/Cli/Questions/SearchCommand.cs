using System.CommandLine;
using System.Text.Json.Nodes;

namespace GraphService.Cli;

/// <summary>search: finds nodes by their names.</summary>
internal sealed class SearchCommand(IReadOnlyList<string> settingFlags) : QuestionCommand(settingFlags)
{
    private const string Field = "search";

    private const string Query = "query($text: String!, $kinds: [NodeKind!], $first: Int) { search(text: $text, kinds: $kinds, first: $first) { "
        + $"totalCount pageInfo {{ hasNextPage endCursor }} edges {{ score matched node {{ {NodeNames.LabelFields} }} }} }} }}";

    private readonly Argument<string> _text = new("TEXT") { Description = "Words, or the beginnings of words, of one name; case, accents and punctuation do not count." };
    private readonly EnumOption _kinds = new("--kinds", "NodeKind", "Only nodes of these kinds, such as PERSON,FILM.");
    private readonly Option<int?> _first = FirstOption.Create();

    protected override string Name => "search";

    protected override string Description =>
        "Find nodes of any kind by their names, titles and aliases: whole names first, then names that begin so, then words.";

    protected override string[] Examples =>
    [
        "search ko",
        "search honore --kinds PERSON --json",
    ];

    protected override IEnumerable<Argument> Arguments => [_text];

    protected override IEnumerable<Option> Options => [_kinds.Option, _first];

    protected override async Task<Outcome> AskAsync(ParseResult parsed, GraphSession session, CancellationToken cancel)
    {
        var text = parsed.GetRequiredValue(_text);
        var kinds = _kinds.Read(parsed, session.Service.Domain.Schema);
        var variables = new JsonObject { ["text"] = text, ["kinds"] = new JsonArray([.. kinds.Select(kind => (JsonNode?)kind)]), ["first"] = parsed.GetValue(_first) };
        var answer = await session.AskAsync(Query, variables, cancel);
        var isMissing = answer.Errors.Count == 0 && answer[Field].GetProperty("totalCount").GetInt32() == 0;
        return new Outcome(answer, Field, isMissing ? $"Nothing is found for \"{text}\"." : null, (output, display) =>
        {
            var table = new TextTable("name", "kind", "id", "matched");
            var edges = answer[Field].Items("edges").ToList();
            foreach (var edge in edges)
            {
                var node = edge.GetProperty("node");
                table.Add([node.Label()], [Words.Of(node.Text("__typename"))], [node.Text("id")], [edge.Text("matched")]);
            }

            table.Write(output, display);
            FirstOption.WriteRest(output, edges.Count, answer[Field].GetProperty("totalCount").GetInt32());
        });
    }
}
