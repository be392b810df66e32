using System.CommandLine;

namespace GraphService.Cli;

/// <summary>paths: all shortest ways in which two nodes are linked.</summary>
internal sealed class PathsCommand(IReadOnlyList<string> settingFlags) : QuestionCommand(settingFlags)
{
    private readonly PathOptions _path = new();
    private readonly Option<int?> _first = FirstOption.Create();

    protected override string Name => "paths";

    protected override string Description =>
        "List all shortest paths between two nodes, and count them.";

    protected override string? Details => PathOptions.Explanation;

    protected override string[] Examples =>
    [
        "paths 'Clotilde Hesme' 'Martin Bourboulon'",
        "paths 'Fabrice Gobert' 'Chiara Mastroianni' --max-degrees 4 --first 5",
    ];

    protected override IEnumerable<Argument> Arguments => _path.Arguments;

    protected override IEnumerable<Option> Options => [.. _path.Options, _first];

    protected override async Task<Outcome> AskAsync(ParseResult parsed, GraphSession session, CancellationToken cancel)
    {
        var question = await _path.ReadAsync(parsed, session, cancel);
        question.Variables["first"] = parsed.GetValue(_first);
        var answer = await session.AskAsync(PathFields.AllQuery(question.IsPeople), question.Variables, cancel);
        var field = PathFields.All(question.IsPeople);
        var isMissing = answer.Errors.Count == 0 && answer[field].GetProperty("totalCount").GetInt32() == 0;
        return new Outcome(answer, field, isMissing ? question.None : null, (output, display) =>
        {
            var total = answer[field].GetProperty("totalCount").GetInt32();
            var paths = answer[field].Items("nodes").ToList();
            output.WriteLine(question.Title(Words.Count(total, "shortest path")));
            if (!question.IsOneNode)
            {
                PathTable.Write(output, display, question.IsPeople, paths, areNumbered: true);
            }

            FirstOption.WriteRest(output, paths.Count, total);
        });
    }
}
