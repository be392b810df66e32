using System.Reflection;
using GraphService.Neo4j.Bolt.Chunking;
using GraphService.Neo4j.Bolt.PackStream;
using GraphService.Neo4j.Tests.Bolt.Scripted;

namespace GraphService.Neo4j.Tests.Bolt.PackStream;

/// <summary>What a real server sent is read as the tests' own reader reads it, and written again byte for byte.</summary>
public class RecordedValueTests
{
    [Fact]
    public void Every_recorded_message_is_read()
    {
        var messages = 0;
        foreach (var line in RecordedLines())
        {
            foreach (var bytes in Messages(Recording.Bytes(line)))
            {
                var value = Packed.Read(bytes);
                Assert.Equal(PackReader.Read(bytes), value, Same);
                Assert.Equal(bytes, Packed.Write(value));
                messages++;
            }
        }

        Assert.InRange(messages, 100, int.MaxValue);
    }

    /// <summary>Handshakes are no messages: they end inside a chunk.</summary>
    private static List<byte[]> Messages(byte[] bytes)
    {
        using var reader = new MessageReader(1 << 24, bytes.Length);
        bytes.CopyTo(reader.Room());
        reader.Received(bytes.Length);
        var messages = new List<byte[]>();
        while (reader.TryRead(out var message))
        {
            messages.Add(message.ToArray());
        }

        return messages;
    }

    private static IEnumerable<string> RecordedLines()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Recordings.", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            while (reader.ReadLine() is { } line)
            {
                if (line.StartsWith("S: ", StringComparison.Ordinal) && line is not ("S: EOF" or "S: RST"))
                {
                    yield return line[3..];
                }
            }
        }
    }

    private static bool Same(object? one, object? other) => (one, other) switch
    {
        (Structure a, PackStructure b) => a.Tag == b.Tag && Same(a.Fields, b.Fields),
        (List<object?> a, List<object?> b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        (Dictionary<string, object?> a, Dictionary<string, object?> b) => a.Count == b.Count && a.All(entry => b.TryGetValue(entry.Key, out var value) && Same(entry.Value, value)),
        (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b),
        _ => Equals(one, other),
    };
}
