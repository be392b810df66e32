using System.Globalization;
using System.Text.Json.Nodes;
using GraphService.GraphQL;

namespace GraphService.Cli;

/// <summary>A question that cannot be asked, since a name in it stands for no node or for several.</summary>
internal sealed class QuestionException : Exception
{
    private readonly string _code;
    private readonly string? _argument;
    private readonly IReadOnlyList<NamedNode> _candidates;
    private readonly long? _total;

    private QuestionException(string message, string code, string? argument, IReadOnlyList<NamedNode> candidates, long? total)
        : base(message) => (_code, _argument, _candidates, _total) = (code, argument, candidates, total);

    /// <summary>No node has the text as its id or name.</summary>
    /// <param name="argument">The argument of the field that the node is for.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="kinds">The kinds of nodes that were looked among; all when there are none.</param>
    /// <param name="suggested">Nodes that may be meant.</param>
    public static QuestionException NotFound(string argument, string text, IReadOnlyList<string> kinds, IReadOnlyList<NamedNode> suggested) => new(
        $"No {(kinds.Count == 1 ? Words.Of(kinds[0]) : "node")} has the id or the name \"{text}\".", ErrorCodes.NodeNotFound, argument, suggested, null);

    /// <summary>Several nodes have the text as a name.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="total">How many there are in all.</param>
    public static QuestionException Ambiguous(string text, IReadOnlyList<NamedNode> first, long total) => new(
        string.Create(CultureInfo.InvariantCulture, $"The name \"{text}\" is shared by {total}: give the id of one of them."), ErrorCodes.AmbiguousName, null, first, total);

    /// <summary>The text is no id, and cannot be a name.</summary>
    /// <param name="argument">The argument of the field that the node is for.</param>
    /// <param name="text">What was typed.</param>
    public static QuestionException BadName(string argument, string text) => new(
        $"\"{text}\" is no id, and has no letter or digit to look for.", ErrorCodes.BadUserInput, argument, [], null);

    /// <summary>The exit code.</summary>
    public int ExitCode => _code == ErrorCodes.NodeNotFound ? Cli.ExitCode.NotFound : Cli.ExitCode.BadInput;

    /// <summary>For people.</summary>
    public void Write(TextWriter errors)
    {
        errors.WriteLine(TextTable.Clean(Message));
        if (_candidates.Count > 0)
        {
            errors.WriteLine(_code == ErrorCodes.NodeNotFound ? "Names like it:" : "They are:");
            var table = new TextTable("id", "name", "kind");
            foreach (var candidate in _candidates)
            {
                table.Add([candidate.Id], [candidate.Label], [Words.Of(candidate.Kind)]);
            }

            table.Write(errors, Display.Plain);
        }

        if (_total > _candidates.Count)
        {
            errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {_total - _candidates.Count:N0} more"));
        }
    }

    /// <summary>For programs, in the form of the API's errors.</summary>
    public JsonObject ToJson()
    {
        var extensions = new JsonObject { ["code"] = _code };
        if (_argument is not null)
        {
            extensions["argument"] = _argument;
        }

        if (_candidates.Count > 0)
        {
            extensions["candidates"] = new JsonArray([.. _candidates.Select(c => new JsonObject { ["id"] = c.Id, ["label"] = c.Label, ["kind"] = c.Kind })]);
        }

        if (_total is not null)
        {
            extensions["total"] = _total;
        }

        return new JsonObject { ["message"] = Message, ["extensions"] = extensions };
    }
}
