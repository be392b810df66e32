using GraphService.Neo4j.Bolt;
using GraphService.Neo4j.Bolt.Messages;
using GraphService.Neo4j.Tests.Bolt.PackStream;

namespace GraphService.Neo4j.Tests.Bolt.Messages;

/// <summary>Bolt specification, Handshake: what is offered, what is chosen, and what answers that are none say.</summary>
public class HandshakeTests
{
    [Fact]
    public void The_manifest_is_offered_first()
    {
        Assert.Equal(Packed.Hex("6060B017 000001FF 00080805 00000404 00000000"), Handshake.Offer.ToArray());
    }

    [Theory]
    [InlineData("00000805", "5.8")]
    [InlineData("00000605", "5.6")]
    [InlineData("00000405", "5.4")]
    [InlineData("00000005", "5.0")]
    [InlineData("00000404", "4.4")]
    public void A_version_is_taken_as_it_is_answered(string hex, string version)
    {
        Assert.Equal(4, Handshake.Read(Packed.Hex(hex), out var choice));
        Assert.Equal((version, false), (choice.Version.ToString(), choice.FromManifest));
    }

    [Theory]
    [InlineData("03 00040404 00040405 00020805 00", "5.8")]
    [InlineData("03 00020805 00040405 00040404 00", "5.8")]
    [InlineData("02 00000006 00000705 00", "5.7")]
    [InlineData("01 00000505 00", null)]
    [InlineData("02 00000505 00000404 00", "4.4")]
    [InlineData("01 00080805 FF8271", "5.8")]
    [InlineData("01 00090505 00", "5.4")]
    [InlineData("8100 00000405 00", "5.4")]
    [InlineData("00 00", null)]
    public void The_highest_version_of_a_manifest_is_chosen_never_5_5(string manifest, string? version)
    {
        var answer = Packed.Hex("000001FF" + manifest);
        if (version is null)
        {
            Assert.Throws<BoltProtocolException>(() => Handshake.Read(answer, out _));
            return;
        }

        Assert.Equal(answer.Length, Handshake.Read([.. answer, 0xAA], out var choice));
        Assert.Equal((version, true), (choice.Version.ToString(), choice.FromManifest));
    }

    [Fact]
    public void An_answer_that_is_not_whole_waits_for_more()
    {
        var answer = Packed.Hex("000001FF 03 00040404 00040405 00020805 FF8271");
        for (var length = 0; length < answer.Length; length++)
        {
            Assert.Equal(0, Handshake.Read(answer.AsSpan(0, length), out _));
        }

        Assert.Equal(answer.Length, Handshake.Read(answer, out _));
    }

    [Fact]
    public void The_choice_names_the_version_without_range_and_no_capability()
    {
        Assert.Equal(Packed.Hex("00000805 00"), Handshake.Answer(new BoltVersion(5, 8)));
    }

    [Theory]
    [InlineData("00000000", "The server speaks no version of Bolt that this client knows: the client speaks 5.8 to 5.0 and 4.4. Use Neo4j 4.4 or 5.")]
    [InlineData(
        "000001FF 02 00020306 00000505 00",
        "The server speaks no version of Bolt that this client knows: the client speaks 5.8 to 5.0 and 4.4, the server 6.3-6.1, 5.5. Use Neo4j 4.4 or 5.")]
    [InlineData("48545450 2F312E31", "An HTTP server answered: this is the port of Neo4j's HTTP interface. Use the Bolt port, 7687 by default.")]
    [InlineData("00000505", "What answered is no Neo4j server: its first bytes are 00000505, which is no version that was offered. Check host and port.")]
    [InlineData("00000905", "What answered is no Neo4j server: its first bytes are 00000905, which is no version that was offered. Check host and port.")]
    [InlineData("00010805", "What answered is no Neo4j server: its first bytes are 00010805, which is no version that was offered. Check host and port.")]
    [InlineData("5353482D", "What answered is no Neo4j server: its first bytes are 5353482D, which is no version that was offered. Check host and port.")]
    [InlineData("000001FF FFFF03", "The server lists 65535 versions of the protocol; that is no answer of a Neo4j server.")]
    [InlineData("000001FF FFFFFFFFFFFFFFFFFFFF01", "The server sent a number of more than 63 bits in the handshake.")]
    public void What_is_no_answer_is_explained(string hex, string message)
    {
        Assert.Equal(message, Assert.Throws<BoltProtocolException>(() => Handshake.Read(Packed.Hex(hex), out _)).Message);
    }

    [Theory]
    [InlineData("00", 0)]
    [InlineData("01", 1)]
    [InlineData("7F", 127)]
    [InlineData("FF8271", 1_851_775)]
    public void Numbers_of_the_manifest_have_seven_bits_a_byte(string hex, long value)
    {
        var bytes = Packed.Hex(hex);
        Assert.Equal(bytes.Length, Handshake.ReadVarInt(bytes, out var read));
        Assert.Equal(value, read);
    }
}
