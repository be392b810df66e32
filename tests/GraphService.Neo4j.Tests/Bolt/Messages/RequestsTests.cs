using GraphService.Neo4j.Bolt.Chunking;
using GraphService.Neo4j.Bolt.Messages;
using GraphService.Neo4j.Bolt.PackStream;
using GraphService.Neo4j.Tests.Bolt.PackStream;

namespace GraphService.Neo4j.Tests.Bolt.Messages;

/// <summary>What the client says, field by field, in each version.</summary>
public class RequestsTests
{
    private static readonly CypherClientOptions Nobody = new() { Uri = new Uri("bolt://localhost") };

    [Theory]
    [InlineData(4, 4, "user_agent, routing, scheme, principal, credentials")]
    [InlineData(5, 0, "user_agent, routing, scheme, principal, credentials")]
    [InlineData(5, 1, "user_agent, routing")]
    [InlineData(5, 2, "user_agent, routing, notifications_minimum_severity")]
    [InlineData(5, 3, "user_agent, bolt_agent, routing, notifications_minimum_severity")]
    [InlineData(5, 8, "user_agent, bolt_agent, routing, notifications_minimum_severity")]
    public void Hello_holds_what_the_version_knows(byte major, byte minor, string keys)
    {
        var login = new Login(Nobody with { User = "neo4j", Password = "synthetic" });
        var hello = Field(Message(m => Requests.Hello(m, new BoltVersion(major, minor), login, null)), 0x01);
        Assert.Equal(keys, string.Join(", ", hello.Keys));
        Assert.Null(hello["routing"]);
        Assert.Equal("OFF", hello.GetValueOrDefault("notifications_minimum_severity", "OFF"));
    }

    [Fact]
    public void Hello_holds_the_routing_context()
    {
        var routing = new RoutingContext([new("address", "host:7687"), new("region", "eu")]);
        var hello = Field(Message(m => Requests.Hello(m, new BoltVersion(5, 8), new Login(Nobody), routing)), 0x01);
        Assert.Equal(new Dictionary<string, object?> { ["address"] = "host:7687", ["region"] = "eu" }, hello["routing"]);
        Assert.Equal("GraphService/0.1", Assert.IsType<Dictionary<string, object?>>(hello["bolt_agent"])["product"]);
    }

    [Fact]
    public void Logon_is_none_basic_or_bearer()
    {
        Assert.Equal(new() { ["scheme"] = "none" }, Logon(Nobody));
        Assert.Equal(
            new() { ["scheme"] = "basic", ["principal"] = "neo4j", ["credentials"] = "synthetic" },
            Logon(Nobody with { User = "neo4j", Password = "synthetic" }));
        Assert.Equal(new() { ["scheme"] = "bearer", ["credentials"] = "token" }, Logon(Nobody with { Token = "token" }));
    }

    [Fact]
    public void Run_says_no_more_than_it_must()
    {
        var run = Message(m => Requests.Run(m, new ParameterWriter(), new(new("RETURN 1"), NoParameters.Instance, AccessMode.Write, 0, null, [])));
        Assert.Equal((0x10, 3), (run.Tag, run.Fields.Count));
        Assert.Equal("RETURN 1", run.Fields[0]);
        Assert.Equal(new Dictionary<string, object?>(), run.Fields[1]);
        Assert.Equal(new Dictionary<string, object?>(), run.Fields[2]);
    }

    [Fact]
    public void Run_says_mode_timeout_database_and_bookmarks()
    {
        var run = Message(m => Requests.Run(m, new ParameterWriter(), new(new("RETURN 1"), NoParameters.Instance, AccessMode.Read, 1500, "films", ["a", "b"])));
        Assert.Equal(
            new Dictionary<string, object?> { ["mode"] = "r", ["tx_timeout"] = 1500L, ["db"] = "films", ["bookmarks"] = new List<object?> { "a", "b" } },
            run.Fields[2]);
    }

    [Fact]
    public void The_other_requests_are_short()
    {
        Assert.Equal("0006B13FA1816E05" + "0000", Bytes(m => Requests.Pull(m, 5)));
        Assert.Equal("0002B00F0000", Bytes(Requests.Reset));
        Assert.Equal("0002B0020000", Bytes(Requests.Goodbye));
        var route = Message(m => Requests.Route(m, new RoutingContext([new("address", "h:1")]), ["x"], "films"));
        Assert.Equal(0x66, route.Tag);
        Assert.Equal(
            [new Dictionary<string, object?> { ["address"] = "h:1" }, new List<object?> { "x" }, new Dictionary<string, object?> { ["db"] = "films" }],
            route.Fields);
    }

    private static Dictionary<string, object?> Logon(CypherClientOptions options) => Field(Message(m => Requests.Logon(m, new Login(options))), 0x6A);

    private static Dictionary<string, object?> Field(PackStructure message, byte tag)
    {
        Assert.Equal(tag, message.Tag);
        return Assert.IsType<Dictionary<string, object?>>(Assert.Single(message.Fields));
    }

    private static PackStructure Message(Action<MessageWriter> write)
    {
        var bytes = Packed.Hex(Bytes(write));
        return Assert.IsType<PackStructure>(Packed.Read(bytes[2..^2]));
    }

    private static string Bytes(Action<MessageWriter> write)
    {
        using var writer = new MessageWriter();
        write(writer);
        return Convert.ToHexString(writer.Pending.Span);
    }
}
