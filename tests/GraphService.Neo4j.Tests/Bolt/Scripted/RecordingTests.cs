namespace GraphService.Neo4j.Tests.Bolt.Scripted;

public sealed class RecordingTests
{
    [Fact]
    public void A_token_may_repeat_its_bytes() => Assert.Equal([0x01, 0x78, 0x78, 0x78, 0x02], Recording.Bytes("01 78*3 02"));

    [Fact]
    public void Recorded_messages_are_decoded()
    {
        var statement = Assert.Single(Recording.Statements("reads", "parameters"));

        Assert.Equal("""RUN "RETURN $a AS a, $b AS b" {a: 1, b: [null, true, "x"]} {mode: "r"}""", statement.ToString());
    }

    [Fact]
    public void A_recording_becomes_the_steps_of_a_script() =>
        Assert.Equal(
            ["the handshake", "bytes", "HELLO", "LOGON", "an answer", "an answer", "RUN", "PULL", "an answer", "an answer", "an answer"],
            Recording.Of("session-5.8", "auth-basic").Steps.Select(step => step.What));

    [Fact]
    public void What_is_written_reads_the_same()
    {
        List<object?> value = [null, true, false, -17L, 127L, 128L, long.MinValue, 1.5, "", new string('x', 70000), new Dictionary<string, object?> { ["k"] = new List<object?> { 1L } }];

        Assert.Equal(BoltMessage.Show(value), BoltMessage.Show(PackReader.Read(PackWriter.Write(value))));
    }
}
