namespace GraphService.Cli;

/// <summary>How results are shown: for the terminal that they go to, or plain where they go elsewhere.</summary>
/// <param name="IsTerminal">False for pipes and files: no borders, no bounds.</param>
/// <param name="Width">Columns of the terminal.</param>
/// <param name="HasColor">True when the terminal takes control sequences and nobody objects (the variable NO_COLOR).</param>
internal sealed record Display(bool IsTerminal, int Width, bool HasColor)
{
    private const int DefaultWidth = 80;

    /// <summary>Without a terminal.</summary>
    public static readonly Display Plain = new(false, int.MaxValue, false);

    /// <summary>True when the user wants no color, or the terminal has none.</summary>
    public static bool IsColorRefused =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) || Environment.GetEnvironmentVariable("TERM") == "dumb";

    /// <summary>How results are shown that go there.</summary>
    public static Display Of(TextWriter output) => ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected
        ? new Display(true, Math.Max(DefaultWidth / 2, WindowWidth()), !IsColorRefused)
        : Plain;

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : DefaultWidth;
        }
        catch (IOException)
        {
            return DefaultWidth;
        }
    }
}
