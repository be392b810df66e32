using System.CommandLine;
using System.Text.Json;

namespace GraphService.Cli;

/// <summary>path: how two nodes are linked.</summary>
internal sealed class PathCommand(IReadOnlyList<string> settingFlags) : QuestionCommand(settingFlags)
{
    private readonly PathOptions _path = new();

    protected override string Name => "path";

    protected override string Description =>
        "Say how two nodes are linked, with what proves each step.";

    protected override string? Details => PathOptions.Explanation;

    protected override string[] Examples =>
    [
        "path 'Clotilde Hesme' 'Martin Bourboulon'",
        "path 'Fabrice Gobert' 'Laurent Lafitte' --roles ACTOR,DIRECTOR --from-year 2010 --avoid 'Clotilde Hesme'",
        "path k-o-2017 k-o-2025 --json",
    ];

    protected override IEnumerable<Argument> Arguments => _path.Arguments;

    protected override IEnumerable<Option> Options => _path.Options;

    protected override async Task<Outcome> AskAsync(ParseResult parsed, GraphSession session, CancellationToken cancel)
    {
        var question = await _path.ReadAsync(parsed, session, cancel);
        var answer = await session.AskAsync(PathFields.OneQuery(question.IsPeople), question.Variables, cancel);
        var field = PathFields.One(question.IsPeople);
        var isMissing = answer.Errors.Count == 0 && answer[field].ValueKind == JsonValueKind.Null;
        return new Outcome(answer, field, isMissing ? question.None : null, (output, display) =>
        {
            var path = answer[field];
            var length = question.IsPeople ? Words.Count(path.GetProperty("degrees").GetInt32(), "degree") : Words.Count(path.GetProperty("length").GetInt32(), "relationship");
            output.WriteLine(question.Title(length));
            if (!question.IsOneNode)
            {
                PathTable.Write(output, display, question.IsPeople, [path], areNumbered: false);
            }
        });
    }
}
