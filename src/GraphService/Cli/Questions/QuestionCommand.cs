using System.CommandLine;
using System.Text.Json.Nodes;

namespace GraphService.Cli;

/// <summary>A verb that answers one question about the graph: as a table, or as the JSON of the field that answers it.</summary>
internal abstract class QuestionCommand(IReadOnlyList<string> settingFlags)
{
    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print the data of the field that answers, as the GraphQL API does, or {\"errors\": [...]}; the exit codes are the same.",
    };

    /// <summary>The command.</summary>
    public Command Create()
    {
        var command = new Verb(Name, Description, Details, Examples) { OnStray = OnStray };
        foreach (var argument in Arguments)
        {
            command.Arguments.Add(argument);
        }

        foreach (var option in Options)
        {
            command.Options.Add(option);
        }

        command.Options.Add(_json);
        command.Options.Add(GraphOption.Instance);
        command.Options.Add(StoreOption.Instance);
        command.SetAction(RunAsync);
        return command;
    }

    protected abstract string Name { get; }

    protected abstract string Description { get; }

    /// <summary>What the help says beyond the description.</summary>
    protected virtual string? Details => null;

    /// <summary>Lines to type.</summary>
    protected abstract string[] Examples { get; }

    /// <summary>What to type instead of a word that the verb has no place for.</summary>
    protected virtual string OnStray(string word) => "";

    protected virtual IEnumerable<Argument> Arguments => [];

    protected virtual IEnumerable<Option> Options => [];

    /// <summary>Asks the graph.</summary>
    /// <exception cref="QuestionException">The question cannot be asked: a name that no node has, or several.</exception>
    /// <exception cref="RefusedException">Something that the question needs is refused.</exception>
    protected abstract Task<Outcome> AskAsync(ParseResult parsed, GraphSession session, CancellationToken cancel);

    /// <summary>True when only the data of the field is printed.</summary>
    protected bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var isJson = IsJson(parsed);
        try
        {
            await using var session = GraphSession.Open(parsed, settingFlags);
            using var interruption = new Interruption(cancellationToken);
            return Write(await AskAsync(parsed, session, interruption.Token), isJson, output, errors);
        }
        catch (QuestionException refused)
        {
            if (isJson)
            {
                output.WriteLine(ErrorJson(refused.ToJson()));
            }
            else
            {
                refused.Write(errors);
            }

            return refused.ExitCode;
        }
        catch (OperationCanceledException) when (isJson)
        {
            output.WriteLine(ErrorJson(new JsonObject { ["message"] = "Stopped.", ["extensions"] = new JsonObject { ["code"] = GraphQL.ErrorCodes.Unavailable } }));
            return ExitCode.Failure;
        }
        catch (OperationCanceledException stopped)
        {
            throw new FailureException("Stopped.", stopped);
        }
        catch (RefusedException refused)
        {
            return WriteErrors(refused.Answer, isJson, output, errors);
        }
        catch (BadInputException bad) when (isJson)
        {
            output.WriteLine(ErrorJson(new JsonObject { ["message"] = bad.Message, ["extensions"] = new JsonObject { ["code"] = GraphQL.ErrorCodes.BadUserInput } }));
            return ExitCode.BadInput;
        }
        catch (FailureException failure) when (isJson)
        {
            output.WriteLine(ErrorJson(new JsonObject { ["message"] = failure.Message, ["extensions"] = new JsonObject { ["code"] = failure.Code } }));
            return ExitCode.Failure;
        }
    }

    private static int Write(Outcome outcome, bool isJson, TextWriter output, TextWriter errors)
    {
        if (outcome.Answer.Errors.Count > 0)
        {
            return WriteErrors(outcome.Answer, isJson, output, errors);
        }

        if (isJson)
        {
            output.WriteLine(outcome.Answer[outcome.Field].GetRawText());
        }
        else if (outcome.Missing is not null)
        {
            errors.WriteLine(TextTable.Clean(outcome.Missing));
        }
        else
        {
            outcome.Show(output, Display.Of(output));
        }

        return outcome.Missing is null ? ExitCode.Done : ExitCode.NotFound;
    }

    private static int WriteErrors(Answer answer, bool isJson, TextWriter output, TextWriter errors)
    {
        if (isJson)
        {
            output.WriteLine($"{{\"errors\":{answer.Response.GetProperty("errors").GetRawText()}}}");
        }
        else
        {
            foreach (var error in answer.Errors)
            {
                errors.WriteLine(TextTable.Clean(Answer.MessageOf(error)));
            }
        }

        return answer.ExitCode;
    }

    private static string ErrorJson(JsonObject error) => new JsonObject { ["errors"] = new JsonArray(error) }.ToJsonString(Json.Readable);
}

/// <summary>What a question came to.</summary>
/// <param name="Answer">The response.</param>
/// <param name="Field">The field that answers.</param>
/// <param name="Missing">What was not found, in a sentence; null when there is an answer.</param>
/// <param name="Show">Writes the answer for a person.</param>
internal sealed record Outcome(Answer Answer, string Field, string? Missing, Action<TextWriter, Display> Show);
