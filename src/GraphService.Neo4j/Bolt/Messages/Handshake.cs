namespace GraphService.Neo4j.Bolt.Messages;

/// <summary>Agrees on a version: an offer of four, and an answer that is one of them or a manifest to choose from. (Bolt specification, Handshake.)</summary>
internal static class Handshake
{
    /// <summary>More versions than any server will ever list; protects against a corrupt count.</summary>
    private const int MaxManifest = 256;

    private const int VersionSize = 4;

    /// <summary>
    /// The magic number and four versions in the order of preference, each zero, range, minor, major. The first one that the server knows wins, so the
    /// manifest comes first; the range of 5.8 reaches down to 5.0.
    /// </summary>
    public static ReadOnlySpan<byte> Offer =>
    [
        0x60, 0x60, 0xB0, 0x17,
        0x00, 0x00, 0x01, 0xFF,
        0x00, 0x08, 0x08, 0x05,
        0x00, 0x00, 0x04, 0x04,
        0x00, 0x00, 0x00, 0x00,
    ];

    /// <summary>Reads the server's answer.</summary>
    /// <param name="answer">What was received so far.</param>
    /// <param name="choice">What was agreed on.</param>
    /// <returns>How many bytes the answer has; 0: more must be received first.</returns>
    public static int Read(ReadOnlySpan<byte> answer, out HandshakeChoice choice)
    {
        choice = default;
        if (answer.Length < VersionSize)
        {
            return 0;
        }

        var first = answer[..VersionSize];
        if (first.SequenceEqual((ReadOnlySpan<byte>)[0x00, 0x00, 0x01, 0xFF]))
        {
            var manifest = ReadManifest(answer[VersionSize..], out var version);
            choice = new HandshakeChoice(version, FromManifest: true);
            return manifest == 0 ? 0 : VersionSize + manifest;
        }

        if (first.SequenceEqual("HTTP"u8))
        {
            throw new BoltProtocolException("An HTTP server answered: this is the port of Neo4j's HTTP interface. Use the Bolt port, 7687 by default.");
        }

        if (first.SequenceEqual((ReadOnlySpan<byte>)[0, 0, 0, 0]))
        {
            throw NothingInCommon("");
        }

        var chosen = new BoltVersion(first[3], first[2]);
        if (first[0] != 0 || first[1] != 0 || !chosen.IsSpoken)
        {
            throw new BoltProtocolException(
                $"What answered is no Neo4j server: its first bytes are {Convert.ToHexString(first)}, which is no version that was offered. Check host and port.");
        }

        choice = new HandshakeChoice(chosen, FromManifest: false);
        return VersionSize;
    }

    /// <summary>The manifest's answer: the chosen version, without range, and no capability.</summary>
    public static byte[] Answer(BoltVersion version) => [0, 0, version.Minor, version.Major, 0];

    /// <summary>Manifest version 1: how many versions, these, and capabilities, which are not used here. The order is not that of preference.</summary>
    private static int ReadManifest(ReadOnlySpan<byte> bytes, out BoltVersion best)
    {
        best = default;
        var position = ReadVarInt(bytes, out long count);
        if (position == 0)
        {
            return 0;
        }

        if (count > MaxManifest)
        {
            throw new BoltProtocolException($"The server lists {count} versions of the protocol; that is no answer of a Neo4j server.");
        }

        var listed = new List<string>();
        for (; count > 0; count--)
        {
            if (bytes.Length - position < VersionSize)
            {
                return 0;
            }

            (byte range, byte minor, byte major) = (bytes[position + 1], bytes[position + 2], bytes[position + 3]);
            position += VersionSize;
            listed.Add(range == 0 ? $"{major}.{minor}" : $"{major}.{minor}-{major}.{Math.Max(0, minor - range)}");
            for (int offered = minor; offered >= Math.Max(0, minor - range); offered--)
            {
                var version = new BoltVersion(major, (byte)offered);
                if (version.IsSpoken && version > best)
                {
                    best = version;
                }
            }
        }

        var capabilities = ReadVarInt(bytes[position..], out _);
        if (capabilities == 0)
        {
            return 0;
        }

        return best != default ? position + capabilities : throw NothingInCommon(listed.Count == 0 ? "" : $", the server {string.Join(", ", listed)}");
    }

    /// <summary>Seven bits a byte, the lowest ones first; the eighth says that more follow. (Bolt specification, Manifest, VarInt.)</summary>
    /// <returns>How many bytes it has; 0: more must be received first.</returns>
    public static int ReadVarInt(ReadOnlySpan<byte> bytes, out long value)
    {
        value = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (i == 9)
            {
                throw new BoltProtocolException("The server sent a number of more than 63 bits in the handshake.");
            }

            value |= (long)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80)
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static BoltProtocolException NothingInCommon(string server)
    {
        return new BoltProtocolException($"The server speaks no version of Bolt that this client knows: the client speaks 5.8 to 5.0 and 4.4{server}. Use Neo4j 4.4 or 5.");
    }
}

/// <summary>The version agreed on, and whether it was chosen from a manifest: then the server waits to hear of it.</summary>
internal readonly record struct HandshakeChoice(BoltVersion Version, bool FromManifest);
