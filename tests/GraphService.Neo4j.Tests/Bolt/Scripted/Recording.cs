using System.Reflection;

namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>
/// Scripts from exchanges that were recorded with a real server: <c>C:</c> and <c>S:</c> are the bytes of client and server, <c>EOF</c> and <c>RST</c> how they ended,
/// <c>HEX*N</c> repeats, <c>= name</c> begins a connection, <c>H: version</c> stands for a handshake and login, <c>#</c> for what a reader wants to know.
/// </summary>
internal static class Recording
{
    /// <summary>One connection of a recording.</summary>
    public static Script Of(string file, string connection)
    {
        var script = new Script();
        var handshake = false;
        foreach (var line in Lines(file, connection))
        {
            var text = line.Length > 2 ? line[2..].Trim() : "";
            switch (line[..2])
            {
                case "H:":
                    script.Login(text);
                    break;
                case "C:" when text == "EOF":
                    break;
                case "S:" when text == "EOF":
                    script.End();
                    break;
                case "S:" when text == "RST":
                    script.Abort();
                    break;
                case "C:":
                    handshake = Client(script, Bytes(text));
                    break;
                default:
                    Server(script, Bytes(text), handshake);
                    break;
            }
        }

        return script;
    }

    /// <summary>The statements of a connection with their parameters, as the client sent them.</summary>
    public static List<BoltMessage> Statements(string file, string connection) =>
        [.. Lines(file, connection).Where(line => line.StartsWith("C: ", StringComparison.Ordinal) && !line.EndsWith("EOF", StringComparison.Ordinal))
            .Select(line => Bytes(line[3..])).Where(bytes => bytes.Length != 20 && bytes.Length != 5)
            .SelectMany(Messages).Select(payload => BoltMessage.Decode(payload)).Where(message => message.Name == "RUN")];

    /// <summary>The bytes of a line's tokens.</summary>
    public static byte[] Bytes(string tokens) =>
        [.. tokens.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(token =>
            token.Split('*') is [var hex, var times] ? Enumerable.Repeat(Convert.FromHexString(hex), int.Parse(times, null)).SelectMany(bytes => bytes) : Convert.FromHexString(token))];

    private static IEnumerable<string> Lines(string file, string connection)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream($"Recordings.{file}.txt") ?? throw new ArgumentException($"There is no recording {file}.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToList();
        var begin = lines.IndexOf("= " + connection);
        return begin < 0 ? throw new ArgumentException($"{file} has no connection {connection}.") : lines.Skip(begin + 1).TakeWhile(line => line[0] != '=');
    }

    /// <summary>What the client sent: the handshake, a choice from a manifest, or messages. Whether the answer is no message.</summary>
    private static bool Client(Script script, byte[] bytes)
    {
        if (bytes is [0x60, 0x60, 0xB0, 0x17, ..])
        {
            script.Handshake();
            return true;
        }

        if (bytes.Length == 5)
        {
            script.Choice(Convert.ToHexString(bytes));
            return false;
        }

        foreach (var payload in Messages(bytes))
        {
            var message = BoltMessage.Decode(payload);
            script.Expect(message.Name, sent => Difference(message, sent));
        }

        return false;
    }

    private static void Server(Script script, byte[] bytes, bool handshake)
    {
        if (handshake || bytes is [0, 0])
        {
            script.Send(bytes);
            return;
        }

        foreach (var payload in Messages(bytes))
        {
            script.Answer(payload);
        }
    }

    /// <summary>The payloads of messages, without chunk headers.</summary>
    private static IEnumerable<byte[]> Messages(byte[] bytes)
    {
        var payload = new List<byte>();
        for (var at = 0; at < bytes.Length;)
        {
            var size = (bytes[at] << 8) | bytes[at + 1];
            payload.AddRange(bytes[(at + 2)..(at + 2 + size)]);
            at += 2 + size;
            if (size == 0)
            {
                yield return [.. payload];
                payload.Clear();
            }
        }
    }

    /// <summary>What matters of a message: not who says it (HELLO), not how many rows are asked for when the recording asks for all, and not what is said in addition.</summary>
    private static string? Difference(BoltMessage recorded, BoltMessage sent)
    {
        var (wanted, given) = recorded.Name switch
        {
            "HELLO" => (Without(recorded, "user_agent", "bolt_agent", "routing", "patch_bolt", "notifications_minimum_severity"), sent.Map(0)),
            "LOGON" => (recorded.Map(0), sent.Map(0)),
            "PULL" => (Without(recorded, recorded.Map(0)["n"] is -1L ? "n" : ""), sent.Map(0)),
            // Writing is what a statement does when nothing is said.
            "RUN" => (recorded.Map(2).Where(entry => entry is not { Key: "mode", Value: "w" }).ToDictionary(), sent.Map(2)),
            _ => ([], []),
        };
        if (recorded.Name == "RUN" && (recorded.Statement != sent.Statement || BoltMessage.Show(recorded.Fields[1]) != BoltMessage.Show(sent.Fields[1])))
        {
            return $"not the statement {recorded}";
        }

        return wanted.All(entry => given.TryGetValue(entry.Key, out var value) && BoltMessage.Show(value) == BoltMessage.Show(entry.Value)) ? null : $"it lacks what {recorded} says";
    }

    private static Dictionary<string, object?> Without(BoltMessage message, params string[] keys) =>
        message.Map(0).Where(entry => !keys.Contains(entry.Key)).ToDictionary();
}
