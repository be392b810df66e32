using System.Buffers;
using System.Text;
using GraphService.Neo4j.Bolt.PackStream;

namespace GraphService.Neo4j.Bolt.Messages;

/// <summary>Reads the messages of the server. (Bolt specification, Messages.)</summary>
internal static class Answers
{
    private static readonly SearchValues<char> CodeCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._");

    /// <summary>What a message is; the reader then stands before its field.</summary>
    public static byte Begin(ref PackStreamReader message)
    {
        (byte tag, int fields) = message.ReadStructureHeader();
        var expected = tag switch
        {
            MessageTag.Success or MessageTag.Record or MessageTag.Failure => 1,
            MessageTag.Ignored => 0,
            _ => throw new BoltProtocolException($"The server sent a message of an unknown kind ({tag:X2})."),
        };
        // Some servers give IGNORED an empty field.
        return fields == expected || tag == MessageTag.Ignored
            ? tag
            : throw new BoltProtocolException($"The server sent a message ({tag:X2}) with {fields} fields; it has {expected}.");
    }

    /// <summary>SUCCESS of PULL: whether there are more rows, and at the end the bookmark.</summary>
    public static PullSummary ReadPull(ref PackStreamReader metadata)
    {
        var more = false;
        string? bookmark = null;
        for (var entries = metadata.ReadDictionaryHeader(); entries > 0; entries--)
        {
            var key = metadata.ReadString();
            if (key.SequenceEqual("has_more"u8))
            {
                more = metadata.ReadBoolean();
            }
            else if (key.SequenceEqual("bookmark"u8) && metadata.PeekType() == PackType.String)
            {
                bookmark = Encoding.UTF8.GetString(metadata.ReadString());
            }
            else
            {
                metadata.Skip();
            }
        }

        return new PullSummary(more, bookmark);
    }

    /// <summary>SUCCESS of HELLO and of LOGON.</summary>
    public static HelloSummary ReadHello(ref PackStreamReader metadata)
    {
        var entries = PackValue.ReadDictionary(ref metadata);
        long? silence = entries.GetValueOrDefault("hints") is Dictionary<string, object?> hints
            && hints.GetValueOrDefault("connection.recv_timeout_seconds") is long and > 0 and var seconds ? seconds : null;
        return new HelloSummary(entries.GetValueOrDefault("server") as string, silence, entries.GetValueOrDefault("credentials_expired") is true);
    }

    /// <summary>The code of a FAILURE: <c>neo4j_code</c> from 5.7, <c>code</c> before. The text is not read: it may hold data.</summary>
    public static string ReadFailure(ref PackStreamReader metadata)
    {
        string? code = null;
        for (var entries = metadata.ReadDictionaryHeader(); entries > 0; entries--)
        {
            var key = metadata.ReadString();
            if ((key.SequenceEqual("neo4j_code"u8) || key.SequenceEqual("code"u8)) && metadata.PeekType() == PackType.String)
            {
                code = Encoding.UTF8.GetString(metadata.ReadString());
            }
            else
            {
                metadata.Skip();
            }
        }

        return code is not null && IsCode(code) ? code : throw new BoltProtocolException("The server sent a failure without a code that can be read.");
    }

    /// <summary>Codes are logged and shown; a text in the place of one is not.</summary>
    private static bool IsCode(string code)
    {
        return code.Length <= 200 && code.StartsWith("Neo.", StringComparison.Ordinal) && !code.AsSpan().ContainsAnyExcept(CodeCharacters);
    }
}

/// <summary>What the SUCCESS of a PULL says.</summary>
internal readonly record struct PullSummary(bool HasMore, string? Bookmark);

/// <summary>What the SUCCESS of HELLO or LOGON says.</summary>
/// <param name="Server">The name of the server, such as <c>Neo4j/5.26.0</c>.</param>
/// <param name="SilenceSeconds">The hint <c>connection.recv_timeout_seconds</c>: a server that works on an answer sends something within this time.</param>
/// <param name="CredentialsExpired">The password must be changed before anything else is possible.</param>
internal readonly record struct HelloSummary(string? Server, long? SilenceSeconds, bool CredentialsExpired);
