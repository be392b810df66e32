namespace GraphService.Cli;

/// <summary>What the user gave cannot be used (exit code 2): one line per fault.</summary>
internal sealed class BadInputException(IEnumerable<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public BadInputException(string fault)
        : this([fault])
    {
    }
}
