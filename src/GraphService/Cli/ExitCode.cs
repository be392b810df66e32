namespace GraphService.Cli;

/// <summary>What every verb returns.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The question has no answer: no such path, no such name.</summary>
    public const int NotFound = 1;

    /// <summary>Usage, settings, an ambiguous name, a faulty graph folder.</summary>
    public const int BadInput = 2;

    public const int Failure = 3;
}
