using System.CommandLine;
using GraphService.GraphQL;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Transport;

namespace GraphService.Cli;

/// <summary>query: answers one GraphQL request, or says how it would be answered.</summary>
internal sealed class QueryCommand(IReadOnlyList<string> settingFlags)
{
    private readonly Argument<string?> _text = new("TEXT") { Description = "The query; - reads it from standard input.", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<FileInfo?> _file = new("--file") { Description = "Read the query from a file instead.", HelpName = "F" };

    private readonly Option<string?> _variables = new("--variables") { Description = "The values of its variables, a JSON object.", HelpName = "JSON" };

    private readonly Option<string?> _operation = new("--operation") { Description = "Which of several operations to run.", HelpName = "NAME" };

    private readonly Option<bool> _explain = new("--explain") { Description = "Do not answer it; print its plan, and the Cypher where there is one." };

    public Command Create()
    {
        var command = new Verb(
            "query", "Answer a GraphQL query on the command line.", null,
            "query '{ film(title: \"L\u2019Ascension\") { year cast { nodes { name } } } }'",
            "query --variables '{\"n\": 3}' 'query($n: Int) { works(first: $n) { nodes { title year } } }'",
            "query --explain '{ works(first: 3) { nodes { title } } }'");
        command.Arguments.Add(_text);
        foreach (var option in new Option[] { _file, _variables, _operation, _explain, GraphOption.Instance, StoreOption.Instance })
        {
            command.Options.Add(option);
        }

        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var request = Read(parsed);
        await using var session = GraphSession.Open(parsed, settingFlags);
        using var interruption = new Interruption(cancellationToken);
        using var response = ResponseWriter.Rent();
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_explain))
        {
            // It tells which of the two slots the statements are about.
            await session.Service.AskReadiness(interruption.Token);
            output.Write(session.Service.Engine.Explain(request, response) ?? response + "\n");
            return response.Position == 0 ? ExitCode.Done : ExitCode.BadInput;
        }

        await session.ExecuteAsync(request, response, interruption.Token);
        output.WriteLine(response);
        return response.Kind switch
        {
            ResponseKind.Executed => ExitCode.Done,
            ResponseKind.Unavailable => ExitCode.Failure,
            _ => ExitCode.BadInput,
        };
    }

    private GraphQLRequest Read(ParseResult parsed)
    {
        var (text, file) = (parsed.GetValue(_text), parsed.GetValue(_file));
        if (text is null == file is null)
        {
            throw new BadInputException("Give the query itself, or - to read it from standard input, or --file F.");
        }

        try
        {
            var query = file is not null ? File.ReadAllText(file.FullName) : text == "-" ? Console.In.ReadToEnd() : text!;
            return GraphQLRequest.Create(query, parsed.GetValue(_operation), parsed.GetValue(_variables));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or GraphQLException)
        {
            throw new BadInputException(unreadable.Message);
        }
    }
}
