using System.Globalization;
using System.Text;

namespace GraphService.Graph.Files;

/// <summary>A graph folder was refused. Nothing of it was loaded. The message lists the first 1,000 faults.</summary>
public sealed class GraphLoadException : Exception
{
    private const int MaxShown = 1000;

    internal GraphLoadException(string folder, IReadOnlyList<Fault> faults, long total)
        : base(MessageOf(folder, faults, total)) => (Faults, Total) = (faults, total);

    /// <summary>The faults by file and line, at most 100,000.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>How many there are in all.</summary>
    public long Total { get; }

    private static string MessageOf(string folder, IReadOnlyList<Fault> faults, long total)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"The graph in {folder} has {total:N0} {(total == 1 ? "fault" : "faults")}; nothing was loaded.");
        foreach (var fault in faults.Take(MaxShown))
        {
            text.Append('\n').Append(fault);
        }

        if (total > MaxShown)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nand {total - MaxShown:N0} more");
        }

        return text.ToString();
    }
}
