using GraphService.Neo4j.Bolt;
using GraphService.Neo4j.Bolt.Messages;
using GraphService.Neo4j.Bolt.PackStream;
using GraphService.Neo4j.Tests.Bolt.PackStream;

namespace GraphService.Neo4j.Tests.Bolt.Messages;

/// <summary>Parameters are written as announced, or not sent at all.</summary>
public class ParameterWriterTests
{
    [Fact]
    public void All_kinds_of_values_are_written()
    {
        var bytes = Write(2, sink =>
        {
            sink.Key("a"u8);
            sink.BeginList(4);
            sink.Null();
            sink.Bool(true);
            sink.Double(0.5);
            sink.BeginMap(1);
            sink.Key("k"u8);
            sink.BeginList(0);
            sink.EndList();
            sink.EndMap();
            sink.EndList();
            sink.Key("b"u8);
            sink.Text("æ"u8);
        });
        Assert.Equal("A2816194C0C3C13FE0000000000000A1816B90816282C3A6", Convert.ToHexString(bytes));
    }

    [Fact]
    public void Nothing_may_be_left_out_or_added()
    {
        Refused("1 parameters were announced, and not all were written to their end.", 1, _ => { });
        Refused("1 parameters were announced, and not all were written to their end.", 1, sink => sink.Key("a"u8));
        Refused("A key was written where none was announced.", 0, sink => sink.Key("a"u8));
        Refused("A value was written where none was announced.", 1, sink => sink.Int(1));
        Refused("A key was written where none was announced.", 1, sink =>
        {
            sink.Key("a"u8);
            sink.Key("b"u8);
        });
        Refused("A list or map ends before all that was announced was written.", 1, sink =>
        {
            sink.Key("a"u8);
            sink.BeginList(1);
            sink.EndList();
        });
        Refused("A value was written where none was announced.", 1, sink =>
        {
            sink.Key("a"u8);
            sink.BeginList(0);
            sink.Int(1);
        });
        Refused("A list or map ends before all that was announced was written.", 1, sink =>
        {
            sink.Key("a"u8);
            sink.BeginList(0);
            sink.EndMap();
        });
        Refused("A list or map ends before all that was announced was written.", 0, sink => sink.EndMap());
        Refused("A list or map ends before all that was announced was written.", 1, sink =>
        {
            sink.Key("a"u8);
            sink.BeginMap(1);
            sink.Key("b"u8);
            sink.EndMap();
        });
    }

    [Fact]
    public void Texts_are_utf8()
    {
        Refused("A text is not UTF-8.", 1, sink =>
        {
            sink.Key("a"u8);
            sink.Text([0xED, 0xA0, 0x80]);
        });
        Refused("A text is not UTF-8.", 1, sink => sink.Key([0xFF]));
    }

    [Fact]
    public void Nesting_has_a_limit()
    {
        Refused("Values lie deeper than 256 levels.", 1, sink =>
        {
            sink.Key("a"u8);
            for (var i = 0; i < 300; i++)
            {
                sink.BeginList(1);
            }
        });
    }

    [Fact]
    public void It_can_be_used_again_after_a_mistake()
    {
        var writer = new ParameterWriter();
        using var buffer = new ByteBuffer();
        var values = new PackStreamWriter(buffer);
        Assert.Throws<InvalidOperationException>(() => writer.Write(new Parameters(1, sink => sink.BeginList(1)), values));
        buffer.Clear();
        writer.Write(new Parameters(0, _ => { }), values);
        Assert.Equal("A0", Convert.ToHexString(buffer.Span));
    }

    private static void Refused(string message, int count, Action<IParameterSink> write)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Write(count, write));
        Assert.Equal("The parameters of a statement are written wrongly. " + message, refused.Message);
    }

    private static byte[] Write(int count, Action<IParameterSink> write)
    {
        using var buffer = new ByteBuffer();
        new ParameterWriter().Write(new Parameters(count, write), new PackStreamWriter(buffer));
        Packed.Read(buffer.Span.ToArray());
        return buffer.Span.ToArray();
    }

    private sealed class Parameters(int count, Action<IParameterSink> write) : ICypherParameters
    {
        public int Count => count;

        public void Write(IParameterSink sink) => write(sink);
    }
}
