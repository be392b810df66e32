using GraphService.Neo4j.Bolt;

namespace GraphService.Neo4j.Tests.Bolt;

/// <summary>A URI says where the database is, or what is wrong with it.</summary>
public class CypherUriTests
{
    [Theory]
    [InlineData("bolt://localhost", "localhost", 7687, false, false, false)]
    [InlineData("bolt://localhost:7690/", "localhost", 7690, false, false, false)]
    [InlineData("bolt+s://db.example.org", "db.example.org", 7687, false, true, false)]
    [InlineData("bolt+ssc://10.0.0.1:1", "10.0.0.1", 1, false, true, true)]
    [InlineData("neo4j://[::1]:7688", "::1", 7688, true, false, false)]
    [InlineData("neo4j+s://cluster", "cluster", 7687, true, true, false)]
    [InlineData("NEO4J+SSC://cluster", "cluster", 7687, true, true, true)]
    public void Schemes_say_how_to_connect(string text, string host, int port, bool routed, bool tls, bool any)
    {
        var uri = CypherUri.Parse(text);
        Assert.Equal((host, port, routed, tls, any), (uri.Host, uri.Port, uri.Routed, uri.Tls, uri.AnyCertificate));
        Assert.Empty(uri.RoutingContext);
    }

    [Fact]
    public void The_query_is_the_routing_context()
    {
        Assert.Equal([new("region", "eu west"), new("policy", "a=b")], CypherUri.Parse("neo4j://host?region=eu%20west&policy=a=b").RoutingContext);
    }

    [Theory]
    [InlineData("localhost", "It is no URI. Write bolt://host:7687 for one server, or neo4j://host:7687 for a cluster.")]
    [InlineData("bolt://host:99999", "It is no URI. Write bolt://host:7687 for one server, or neo4j://host:7687 for a cluster.")]
    [InlineData(
        "https://host:7473",
        "https:// is Neo4j's HTTP interface, which is not used here. Write bolt:// for one server or neo4j:// for a cluster, and the Bolt port (7687 by default).")]
    [InlineData(
        "redis://host",
        "The scheme redis:// is not known. Write bolt:// for one server or neo4j:// for a cluster; with +s for TLS (bolt+s://), with +ssc for TLS with any certificate (bolt+ssc://).")]
    [InlineData("bolt://neo4j:synthetic@host", "User and password do not belong into the URI, because URIs are logged and shown. Give them as settings of their own.")]
    [InlineData("bolt://host/films", "The URI has a path (/films), which means nothing here. The database is a setting of its own.")]
    [InlineData("bolt://host#x", "The URI has a fragment (#), which means nothing here.")]
    [InlineData("bolt://host?region=eu", "The URI has a query (?), which only neo4j:// takes, as its routing context.")]
    [InlineData("bolt://host:0", "Port 0 is no port to connect to. The Bolt port is 7687 by default.")]
    [InlineData("bolt:///", "The URI names no host. Write, for example, bolt://localhost:7687.")]
    [InlineData("neo4j://host?region", "The query of the URI is the routing context: entries of the form name=value, with & between them.")]
    [InlineData("neo4j://host?=eu", "The query of the URI is the routing context: entries of the form name=value, with & between them.")]
    [InlineData("neo4j://host?a=1&a=2", "The routing context (the query of the URI) holds a twice.")]
    [InlineData("neo4j://host?address=x:1", "The routing context (the query of the URI) cannot hold an address: the client gives that of the URI.")]
    public void What_cannot_be_connected_to_is_explained(string text, string message)
    {
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => CypherUri.Parse(text)).Message);
    }
}
