using GraphService.Neo4j.Bolt;
using GraphService.Neo4j.Bolt.Messages;
using GraphService.Neo4j.Bolt.PackStream;
using GraphService.Neo4j.Tests.Bolt.PackStream;

namespace GraphService.Neo4j.Tests.Bolt.Messages;

/// <summary>What the server says, and what it must not say.</summary>
public class AnswersTests
{
    [Fact]
    public void A_page_ends_with_more_or_with_a_bookmark()
    {
        Assert.Equal(new PullSummary(true, null), Pull(new() { ["has_more"] = true }));
        Assert.Equal(new PullSummary(false, "FB:1"), Pull(new() { ["t_last"] = 3L, ["bookmark"] = "FB:1", ["stats"] = new Dictionary<string, object?> { ["nodes-created"] = 1L } }));
        Assert.Equal(new PullSummary(false, null), Pull(new() { ["has_more"] = false, ["bookmark"] = null }));
    }

    [Fact]
    public void Hints_are_read_from_hello()
    {
        Assert.Equal(
            new HelloSummary("Neo4j/5.26.28", 120, false),
            Hello(new() { ["server"] = "Neo4j/5.26.28", ["hints"] = new Dictionary<string, object?> { ["connection.recv_timeout_seconds"] = 120L, ["ssr.enabled"] = true } }));
        Assert.Equal(new HelloSummary(null, null, true), Hello(new() { ["credentials_expired"] = true, ["hints"] = null }));
        Assert.Equal(new HelloSummary(null, null, false), Hello(new() { ["hints"] = new Dictionary<string, object?> { ["connection.recv_timeout_seconds"] = -5L } }));
    }

    [Theory]
    [InlineData("code")]
    [InlineData("neo4j_code")]
    public void The_code_of_a_failure_is_read_and_its_text_is_not(string key)
    {
        var failure = new Dictionary<string, object?>
        {
            ["message"] = "Neo.ClientError.Fake.Code",
            [key] = "Neo.ClientError.Statement.SyntaxError",
            ["cause"] = new Dictionary<string, object?> { ["neo4j_code"] = "Neo.Other.Code.Nested" },
        };
        Assert.Equal("Neo.ClientError.Statement.SyntaxError", Failure(failure));
    }

    [Theory]
    [InlineData("a secret text")]
    [InlineData("Neo.ClientError.\nInjected")]
    [InlineData("Neo.Client Error")]
    [InlineData("")]
    public void A_text_in_the_place_of_a_code_is_refused(string code)
    {
        var refused = Assert.Throws<BoltProtocolException>(() => Failure(new() { ["code"] = code }));
        Assert.Equal("The server sent a failure without a code that can be read.", refused.Message);
    }

    [Fact]
    public void A_failure_without_a_code_is_refused()
    {
        Assert.Throws<BoltProtocolException>(() => Failure(new() { ["message"] = "x" }));
        Assert.Throws<BoltProtocolException>(() => Failure(new() { ["code"] = 5L }));
    }

    [Theory]
    [InlineData("B1 70 A0", 0x70)]
    [InlineData("B1 71 90", 0x71)]
    [InlineData("B0 7E", 0x7E)]
    [InlineData("B1 7E A0", 0x7E)]
    [InlineData("B1 7F A0", 0x7F)]
    public void Messages_have_a_tag(string hex, byte tag) => Assert.Equal(tag, Begin(hex));

    [Theory]
    [InlineData("B1 10 A0", "The server sent a message of an unknown kind (10).")]
    [InlineData("B0 70", "The server sent a message (70) with 0 fields; it has 1.")]
    [InlineData("B2 71 90 90", "The server sent a message (71) with 2 fields; it has 1.")]
    [InlineData("A0", "The server sent a value of another type (Dictionary, A0) where a structure was expected.")]
    public void What_is_no_message_is_refused(string hex, string message)
    {
        Assert.Equal(message, Assert.Throws<BoltProtocolException>(() => Begin(hex)).Message);
    }

    private static byte Begin(string hex)
    {
        var reader = new PackStreamReader(Packed.Hex(hex));
        return Answers.Begin(ref reader);
    }

    private static PullSummary Pull(Dictionary<string, object?> metadata)
    {
        var reader = new PackStreamReader(Packed.Write(metadata));
        return Answers.ReadPull(ref reader);
    }

    private static HelloSummary Hello(Dictionary<string, object?> metadata)
    {
        var reader = new PackStreamReader(Packed.Write(metadata));
        return Answers.ReadHello(ref reader);
    }

    private static string Failure(Dictionary<string, object?> metadata)
    {
        var reader = new PackStreamReader(Packed.Write(metadata));
        return Answers.ReadFailure(ref reader);
    }
}
