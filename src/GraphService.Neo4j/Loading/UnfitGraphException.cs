namespace GraphService.Neo4j.Loading;

/// <summary>The database cannot hold this graph; nothing was written.</summary>
public sealed class UnfitGraphException : Exception
{
    internal UnfitGraphException(IReadOnlyList<string> faults)
        : base(string.Join(Environment.NewLine, faults))
    {
    }
}
