using GraphService.Neo4j.Bolt.Connections;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GraphService.Neo4j.Bolt;

/// <summary>What the client tells an operator: never a credential, a value or a text of the server.</summary>
internal sealed partial class BoltLog(ILogger? logger)
{
    private readonly ILogger _logger = logger ?? NullLogger.Instance;

    [LoggerMessage(1, LogLevel.Debug, "Connected to {Address}: {Server}, Bolt {Version}.")]
    public partial void Opened(ServerAddress address, string server, string version);

    [LoggerMessage(2, LogLevel.Debug, "The connection to {Address} is given up: {Reason}")]
    public partial void Dropped(ServerAddress address, string reason);

    [LoggerMessage(3, LogLevel.Warning, "{Address} refuses the login ({Code}); it is not tried again for {Seconds} seconds.")]
    public partial void Refused(ServerAddress address, string code, int seconds);

    [LoggerMessage(4, LogLevel.Debug, "Attempt {Attempt} of a statement failed on {Address}; it is run again in {Delay} ms: {Reason}")]
    public partial void Retry(int attempt, ServerAddress address, int delay, string reason);

    [LoggerMessage(5, LogLevel.Debug, "Routing table of {Router}: readers {Readers}; writers {Writers}; routers {Routers}; for {Seconds} seconds.")]
    public partial void Routed(ServerAddress router, string readers, string writers, string routers, long seconds);

    [LoggerMessage(6, LogLevel.Debug, "{Address} gives no routing table: {Reason}")]
    public partial void NotRouted(ServerAddress address, string reason);
}
