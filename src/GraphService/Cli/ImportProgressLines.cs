using System.Globalization;
using GraphService.Neo4j.Loading;

namespace GraphService.Cli;

/// <summary>How far an import is, in lines for a log: one where a phase begins, and one for each tenth of what takes long.</summary>
internal sealed class ImportProgressLines(TextWriter output) : IProgress<ImportProgress>
{
    private ImportPhase? _phase;
    private long _tenth;

    /// <summary>What the import is doing.</summary>
    public static string Title(ImportPhase phase) => phase switch
    {
        ImportPhase.Clearing => "Removing what an import before left",
        ImportPhase.Reading => "Reading what the database holds",
        ImportPhase.Nodes => "Nodes",
        ImportPhase.Relationships => "Relationships",
        ImportPhase.Indexes => "Indexes",
        ImportPhase.Grace => "The new graph is served; services change over",
        _ => "Removing the graph before",
    };

    public void Report(ImportProgress value)
    {
        if (_phase != value.Phase)
        {
            (_phase, _tenth) = (value.Phase, 0);
            if (value.Total == 0 || value.Phase == ImportPhase.Grace)
            {
                output.WriteLine(value.Phase == ImportPhase.Grace ? $"{Title(value.Phase)} ({value.Total} s)" : Title(value.Phase));
            }
        }

        var tenth = value.Total == 0 || value.Phase == ImportPhase.Grace ? 0 : 10 * value.Done / value.Total;
        if (tenth > _tenth)
        {
            _tenth = tenth;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Title(value.Phase)}: {value.Done:N0} of {value.Total:N0}"));
        }
    }
}
