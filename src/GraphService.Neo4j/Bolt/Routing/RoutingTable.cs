using GraphService.Neo4j.Bolt.Connections;
using GraphService.Neo4j.Bolt.PackStream;

namespace GraphService.Neo4j.Bolt.Routing;

/// <summary>Which servers route, read and write, and until when that holds. (Bolt specification, ROUTE.)</summary>
internal sealed record RoutingTable(IReadOnlyList<ServerAddress> Routers, IReadOnlyList<ServerAddress> Readers, IReadOnlyList<ServerAddress> Writers, long Expires)
{
    public static readonly RoutingTable Empty = new([], [], [], 0);

    public IReadOnlyList<ServerAddress> For(AccessMode mode) => mode == AccessMode.Read ? Readers : Writers;

    /// <summary>Whether a statement can be sent by it.</summary>
    public bool IsFresh(AccessMode mode, long now) => now < Expires && Routers.Count > 0 && For(mode).Count > 0;

    public bool Names(ServerAddress server) => Routers.Contains(server) || Readers.Contains(server) || Writers.Contains(server);

    /// <summary>Without a server that failed.</summary>
    public RoutingTable Without(ServerAddress server)
    {
        return this with { Routers = Except(Routers, server), Readers = Except(Readers, server), Writers = Except(Writers, server) };
    }

    /// <summary>Without a server that does not write any more; it may still read.</summary>
    public RoutingTable WithoutWriter(ServerAddress server) => this with { Writers = Except(Writers, server) };

    /// <summary>Reads the SUCCESS of ROUTE: <c>{rt: {ttl, servers: [{role, addresses}]}}</c>.</summary>
    public static RoutingTable Read(ref PackStreamReader metadata, long now)
    {
        var success = PackValue.ReadDictionary(ref metadata);
        if (success.GetValueOrDefault("rt") is not Dictionary<string, object?> table
            || table.GetValueOrDefault("ttl") is not long seconds
            || table.GetValueOrDefault("servers") is not List<object?> servers)
        {
            throw Malformed();
        }

        var routers = new List<ServerAddress>();
        var readers = new List<ServerAddress>();
        var writers = new List<ServerAddress>();
        foreach (object? server in servers)
        {
            if (server is not Dictionary<string, object?> entry
                || entry.GetValueOrDefault("role") is not string role
                || entry.GetValueOrDefault("addresses") is not List<object?> addresses)
            {
                throw Malformed();
            }

            var known = role switch
            {
                "ROUTE" => routers,
                "READ" => readers,
                "WRITE" => writers,
                _ => null,
            };
            known?.AddRange(addresses.Select(ReadAddress));
        }

        // Without them there is nobody to ask, now or later; a cluster without a writer can still be read.
        if (routers.Count == 0 || readers.Count == 0)
        {
            throw new BoltProtocolException("The server gave a routing table without routers or without readers.");
        }

        return new RoutingTable(routers, readers, writers, Clock.Add(now, 1000 * Math.Clamp(seconds, 0, int.MaxValue)));
    }

    private static ServerAddress ReadAddress(object? text)
    {
        return text is string written && ServerAddress.TryParse(written, out var address) ? address : throw Malformed();
    }

    private static List<ServerAddress> Except(IReadOnlyList<ServerAddress> servers, ServerAddress server) => [.. servers.Where(other => other != server)];

    private static BoltProtocolException Malformed() => new("The server gave a routing table that cannot be read.");
}
