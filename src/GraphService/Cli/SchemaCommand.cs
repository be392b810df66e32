using System.CommandLine;
using GraphService.Films;

namespace GraphService.Cli;

/// <summary>schema: prints the served schema, as GET /graphql?sdl does.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Verb("schema", "Print the served schema in the schema definition language.", null, "schema");
        command.SetAction(parsed =>
        {
            parsed.InvocationConfiguration.Output.Write(FilmDomain.Create().Sdl);
            return ExitCode.Done;
        });
        return command;
    }
}
