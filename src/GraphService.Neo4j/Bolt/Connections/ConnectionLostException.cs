namespace GraphService.Neo4j.Bolt.Connections;

/// <summary>Why there is no connection, or no more.</summary>
internal enum ConnectionLoss
{
    /// <summary>It could not be opened, or the other side ended it.</summary>
    Closed,

    /// <summary>The server works on an answer, and gave no sign of life for longer than it promised.</summary>
    Silent,

    /// <summary>The time of the call was over.</summary>
    Deadline,
}

/// <summary>A connection cannot be opened, or is lost.</summary>
internal sealed class ConnectionLostException(ConnectionLoss loss, string message, Exception? inner = null) : Exception(message, inner)
{
    public ConnectionLoss Loss { get; } = loss;
}

/// <summary>The server answered FAILURE.</summary>
internal sealed class ServerFailureException(string code) : Exception(code)
{
    public string Code { get; } = code;
}
