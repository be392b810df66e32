using GraphService.Cli;
using GraphService.TestSupport;

namespace GraphService.Tests.Cli;

/// <summary>Tables on a terminal and in a pipe, and texts that would make a terminal do something.</summary>
public sealed class TextTableTests
{
    private static TextTable Table()
    {
        var table = new TextTable("name", "found in");
        table.Add(["Alanté Kavaïté and a name that is too long for a narrow terminal"], ["source-003 line 1", "source-004 lines 2-3"]);
        table.Add(["[red]Markup[/] is text"], []);
        table.Add(["\u001b[31mred\u0007 \u009b2J\u202Eevil\r\n\tend"], ["日本語"]);
        return table;
    }

    [Theory]
    [InlineData("plain", false, 80, false)]
    [InlineData("terminal-60", true, 60, false)]
    [InlineData("terminal-200", true, 200, false)]
    [InlineData("terminal-color", true, 60, true)]
    public void A_table_fits_where_it_is_shown(string name, bool isTerminal, int width, bool hasColor)
    {
        using var output = new StringWriter { NewLine = "\n" };
        Table().Write(output, new Display(isTerminal, width, hasColor));
        Golden.Match($"Cli/table-{name}.txt", output.ToString());
        Assert.DoesNotContain('\u0007', output.ToString());
        Assert.Equal(hasColor, output.ToString().Contains('\u001b', StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_no_terminal_is_plain() => Assert.Equal(Display.Plain, Display.Of(TextWriter.Null));
}
