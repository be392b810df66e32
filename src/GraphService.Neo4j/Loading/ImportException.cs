namespace GraphService.Neo4j.Loading;

/// <summary>An import cannot go on; the message says why and what to do.</summary>
public sealed class ImportException : Exception
{
    internal ImportException(string message)
        : base(message)
    {
    }
}
