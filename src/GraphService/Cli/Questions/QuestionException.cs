using System.Globalization;
using System.Text.Json.Nodes;

namespace GraphService.Cli;

/// <summary>A question that cannot be asked, since a name in it stands for no node or for several.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="code">The code of the error.</param>
/// <param name="exitCode">The exit code.</param>
/// <param name="candidates">Nodes that may be meant.</param>
/// <param name="total">How many there are in all.</param>
internal sealed class QuestionException(string message, string code, int exitCode, IReadOnlyList<NamedNode> candidates, long total) : Exception(message)
{
    /// <summary>The exit code.</summary>
    public int ExitCode => exitCode;

    /// <summary>For people.</summary>
    public void Write(TextWriter errors)
    {
        errors.WriteLine(TextTable.Clean(Message));
        if (candidates.Count > 0)
        {
            errors.WriteLine(exitCode == Cli.ExitCode.NotFound ? "Names like it:" : "They are:");
            var table = new TextTable("id", "name", "kind");
            foreach (var candidate in candidates)
            {
                table.Add([candidate.Id], [candidate.Label], [Words.Of(candidate.Kind)]);
            }

            table.Write(errors, Display.Plain);
        }

        if (total > candidates.Count)
        {
            errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {total - candidates.Count:N0} more"));
        }
    }

    /// <summary>For programs, in the form of the API's errors.</summary>
    public JsonObject ToJson() => new()
    {
        ["message"] = Message,
        ["extensions"] = new JsonObject
        {
            ["code"] = code,
            ["candidates"] = new JsonArray([.. candidates.Select(c => new JsonObject { ["id"] = c.Id, ["label"] = c.Label, ["kind"] = c.Kind })]),
            ["total"] = total,
        },
    };
}
