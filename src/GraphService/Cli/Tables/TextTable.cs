using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GraphService.Cli;

/// <summary>A table for people. A cell may have several lines.</summary>
internal sealed class TextTable(params string[] headers)
{
    // More than any text has; no line is broken.
    private const int Unbounded = 1 << 24;
    private readonly List<IReadOnlyList<string>[]> _rows = [];

    /// <summary>Adds a row; each cell by its lines.</summary>
    public void Add(params IReadOnlyList<string>[] cells) => _rows.Add(cells);

    /// <summary>Writes the table.</summary>
    public void Write(TextWriter output, Display display)
    {
        var table = new Table { Border = display.IsTerminal ? TableBorder.Simple : TableBorder.None, UseSafeBorder = false };
        foreach (var header in headers)
        {
            table.AddColumn(new TableColumn(new Text(header, display.HasColor ? new Style(decoration: Decoration.Bold) : Style.Plain)) { Padding = new Padding(0, 0, 2, 0) });
        }

        foreach (var row in _rows)
        {
            table.AddRow(row.Select(cell => (IRenderable)new Text(string.Join(display.IsTerminal ? "\n" : "; ", cell.Select(Clean)))));
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = display.HasColor ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = display.HasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = display.IsTerminal ? display.Width : Unbounded;
        console.Write(table);
        foreach (var line in text.ToString().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0))
        {
            output.WriteLine(line);
        }
    }

    /// <summary>A text of the graph, without what a terminal would obey.</summary>
    public static string Clean(string text) => text.Any(IsControl) ? string.Concat(text.Select(c => c is '\n' or '\r' or '\t' ? ' ' : IsControl(c) ? '\uFFFD' : c)) : text;

    // Also what turns the direction of writing, which would make a line look as another one.
    private static bool IsControl(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029';
}
