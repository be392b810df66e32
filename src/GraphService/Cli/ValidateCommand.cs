using System.CommandLine;
using GraphService.Films;
using GraphService.Graph.Files;

namespace GraphService.Cli;

/// <summary>validate: reads a graph folder as serve would, and prints every fault of it.</summary>
internal static class ValidateCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "The graph folder to read." };

    public static Command Create()
    {
        var command = new Verb("validate", "Print every fault of a graph folder.", null, "validate seed");
        command.Arguments.Add(Folder);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var folder = Path.GetFullPath(parsed.GetRequiredValue(Folder));
        try
        {
            var snapshot = ProgressView.Show(progress => Composition.LoadGraph(folder, FilmDomain.Create(), progress));
            output.WriteLine($"{folder} has no faults: {Composition.Describe(snapshot.Summary)}.");
            foreach (var line in Composition.DescribeUnserved(snapshot.Summary.Unserved))
            {
                errors.WriteLine(line);
            }

            return ExitCode.Done;
        }
        catch (GraphLoadException faulty)
        {
            foreach (var fault in faulty.Faults)
            {
                output.WriteLine(fault);
            }

            var kept = faulty.Faults.Count;
            errors.WriteLine(faulty.Total > kept ? $"{faulty.Total} faults, of which the first {kept} are shown." : $"{kept} {(kept == 1 ? "fault" : "faults")}.");
            return ExitCode.BadInput;
        }
    }
}
