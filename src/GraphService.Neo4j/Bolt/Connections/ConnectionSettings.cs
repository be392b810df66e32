using GraphService.Neo4j.Bolt.Messages;

namespace GraphService.Neo4j.Bolt.Connections;

/// <summary>What all connections of a client share.</summary>
internal sealed class ConnectionSettings(CypherClientOptions options, CypherUri uri, BoltLog log)
{
    public CypherClientOptions Options => options;

    public CypherUri Uri => uri;

    public TimeProvider Time => options.TimeProvider;

    public BoltLog Log => log;

    public Login Login { get; } = new(options);

    /// <summary>Null for one server: then it does not route.</summary>
    public RoutingContext? Routing { get; } = uri.Routed
        ? new RoutingContext([new("address", $"{uri.Address}"), .. uri.RoutingContext])
        : null;
}
