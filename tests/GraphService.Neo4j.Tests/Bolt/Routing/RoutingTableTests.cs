using GraphService.Neo4j.Bolt;
using GraphService.Neo4j.Bolt.Connections;
using GraphService.Neo4j.Bolt.PackStream;
using GraphService.Neo4j.Bolt.Routing;
using GraphService.Neo4j.Tests.Bolt.PackStream;

namespace GraphService.Neo4j.Tests.Bolt.Routing;

/// <summary>Bolt specification, ROUTE: who routes, reads and writes, and until when.</summary>
public class RoutingTableTests
{
    private static readonly ServerAddress A = new("a", 1);
    private static readonly ServerAddress B = new("b", 2);

    [Fact]
    public void A_table_names_servers_by_what_they_do()
    {
        var table = Read(300L, Server("ROUTE", "a:1"), Server("READ", "a:1", "[::1]:3"), Server("WRITE", "b:2"), Server("OBSERVE", "c:3"));
        Assert.Equal([A], table.Routers);
        Assert.Equal([A, new ServerAddress("::1", 3)], table.For(AccessMode.Read));
        Assert.Equal([B], table.For(AccessMode.Write));
        Assert.Equal(301_000, table.Expires);
        Assert.True(table.Names(B));
        Assert.False(table.Names(new ServerAddress("c", 3)));
    }

    [Fact]
    public void A_table_is_fresh_until_it_expires_or_names_nobody_for_it()
    {
        var table = Read(300L, Server("ROUTE", "a:1"), Server("READ", "a:1"), Server("WRITE", "b:2"));
        Assert.True(table.IsFresh(AccessMode.Read, 300_999));
        Assert.False(table.IsFresh(AccessMode.Read, 301_000));
        Assert.True(table.WithoutWriter(B).IsFresh(AccessMode.Read, 2000));
        Assert.False(table.WithoutWriter(B).IsFresh(AccessMode.Write, 2000));
        Assert.False(table.Without(A).IsFresh(AccessMode.Write, 2000));
        Assert.False(RoutingTable.Empty.IsFresh(AccessMode.Read, 0));
    }

    [Fact]
    public void Without_a_writer_a_table_can_still_be_read_by()
    {
        Assert.Empty(Read(300L, Server("ROUTE", "a:1"), Server("READ", "a:1")).For(AccessMode.Write));
    }

    [Theory]
    [InlineData(-5L, 1000)]
    [InlineData(0L, 1000)]
    [InlineData(long.MaxValue, 1000 + (1000L * int.MaxValue))]
    public void A_time_to_live_is_kept_in_bounds(long seconds, long expires)
    {
        Assert.Equal(expires, Read(seconds, Server("ROUTE", "a:1"), Server("READ", "a:1")).Expires);
    }

    [Fact]
    public void A_table_without_routers_or_readers_is_refused()
    {
        Refused("The server gave a routing table without routers or without readers.", () => Read(300L, Server("READ", "a:1"), Server("WRITE", "a:1")));
        Refused("The server gave a routing table without routers or without readers.", () => Read(300L, Server("ROUTE", "a:1"), Server("WRITE", "a:1")));
    }

    [Fact]
    public void A_table_that_is_none_is_refused()
    {
        const string Malformed = "The server gave a routing table that cannot be read.";
        Refused(Malformed, () => Read("soon", Server("ROUTE", "a:1")));
        Refused(Malformed, () => Read(300L, "a:1"));
        Refused(Malformed, () => Read(300L, Server("ROUTE", "a:0")));
        Refused(Malformed, () => Read(300L, Server("ROUTE", "")));
        Refused(Malformed, () => Read(300L, Server("ROUTE", "a:1:2")));
    }

    [Theory]
    [InlineData("host", "host:7687")]
    [InlineData("host:1", "host:1")]
    [InlineData("10.0.0.1:65535", "10.0.0.1:65535")]
    [InlineData("[fe80::1]:7", "[fe80::1]:7")]
    [InlineData("host:65536", null)]
    [InlineData("host:-1", null)]
    [InlineData("host:", null)]
    [InlineData(":7687", null)]
    [InlineData("fe80::1", null)]
    public void Addresses_are_host_and_port(string text, string? address)
    {
        Assert.Equal(address, ServerAddress.TryParse(text, out var parsed) ? parsed.ToString() : null);
    }

    private static Dictionary<string, object?> Server(string role, params object?[] addresses) => new() { ["role"] = role, ["addresses"] = addresses.ToList() };

    private static RoutingTable Read(object? ttl, params object?[] servers)
    {
        var success = new Dictionary<string, object?> { ["rt"] = new Dictionary<string, object?> { ["ttl"] = ttl, ["db"] = "neo4j", ["servers"] = servers.ToList() } };
        var reader = new PackStreamReader(Packed.Write(success));
        return RoutingTable.Read(ref reader, 1000);
    }

    private static void Refused(string message, Func<object> read) => Assert.Equal(message, Assert.Throws<BoltProtocolException>(read).Message);
}
