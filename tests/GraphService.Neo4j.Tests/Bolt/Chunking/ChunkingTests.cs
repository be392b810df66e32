using FsCheck;
using FsCheck.Fluent;
using GraphService.Neo4j.Bolt;
using GraphService.Neo4j.Bolt.Chunking;
using GraphService.Neo4j.Tests.Bolt.PackStream;

namespace GraphService.Neo4j.Tests.Bolt.Chunking;

/// <summary>Messages come out of chunks as they were put in, however they were cut.</summary>
public class ChunkingTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261121, 1);

    [Fact]
    public void The_example_of_the_specification_is_one_message()
    {
        var chunks = Packed.Hex("0010 000102030405060708090A0B0C0D0E0F 0004 01020304 0000");
        var message = Assert.Single(Read(chunks, chunks.Length));
        Assert.Equal(Packed.Hex("000102030405060708090A0B0C0D0E0F01020304"), message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Empty_chunks_between_messages_are_read_over(int received)
    {
        var chunks = Packed.Hex("0000 0000 0001 AA 0000 0000 0002 BBCC 0001 DD 0000 0000");
        Assert.Equal([Packed.Hex("AA"), Packed.Hex("BBCCDD")], Read(chunks, received));
    }

    [Fact]
    public void A_message_is_not_read_before_its_end()
    {
        using var reader = new MessageReader(1024);
        Receive(reader, Packed.Hex("0002 AABB 00"));
        Assert.False(reader.TryRead(out _));
        Assert.True(reader.HasBytes);
        Receive(reader, Packed.Hex("00"));
        Assert.True(reader.TryRead(out var message));
        Assert.Equal(Packed.Hex("AABB"), message.ToArray());
        Assert.False(reader.HasBytes);
    }

    [Fact]
    public void Any_cut_gives_the_same_messages() => Check.One(Config, Prop.ForAll(Cut().ToArbitrary(), cut =>
    {
        var bytes = new List<byte>();
        foreach (var message in cut.Messages)
        {
            var rest = message.AsSpan();
            for (var i = 0; rest.Length > 0; i++)
            {
                var size = Math.Min(rest.Length, cut.Sizes[i % cut.Sizes.Length]);
                bytes.AddRange([(byte)(size >> 8), (byte)size, .. rest[..size]]);
                rest = rest[size..];
            }

            bytes.AddRange(new byte[2 + (2 * cut.Noops)]);
        }

        Assert.Equal(cut.Messages, Read([.. bytes], cut.Received, bufferSize: 64));
    }));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(65_535, 1)]
    [InlineData(65_536, 2)]
    [InlineData(131_070, 2)]
    [InlineData(131_071, 3)]
    [InlineData(1_000_000, 16)]
    public void Long_messages_are_cut_into_chunks(int length, int chunks)
    {
        using var writer = new MessageWriter();
        writer.Begin(0x01, 0);
        for (var i = 2; i < length; i++)
        {
            writer.Values.Output.Append((byte)(i % 251));
        }

        writer.End();
        var bytes = writer.Pending.ToArray();
        var written = Math.Max(2, length);
        Assert.Equal(written + (2 * chunks) + 2, bytes.Length);
        var message = Assert.Single(Read(bytes, 30_000, MessageReader.DefaultBufferSize, 2_000_000));
        Assert.Equal([0xB0, 0x01, .. Enumerable.Range(2, written - 2).Select(i => (byte)(i % 251))], message);
    }

    [Fact]
    public void Messages_of_one_flush_stand_behind_one_another()
    {
        using var writer = new MessageWriter();
        writer.Raw([0, 0, 8, 5, 0]);
        writer.Begin(0x0F, 0);
        writer.End();
        writer.Begin(0x3F, 1);
        writer.Values.DictionaryHeader(0);
        writer.End();
        Assert.Equal(Packed.Hex("0000080500 0002 B00F 0000 0003 B13FA0 0000"), writer.Pending.ToArray());
        writer.Clear();
        Assert.Equal(0, writer.Pending.Length);
    }

    [Fact]
    public void A_message_over_the_limit_is_refused_before_it_is_received()
    {
        using var reader = new MessageReader(1024);
        Receive(reader, Packed.Hex("0400"));
        Assert.False(reader.TryRead(out _));
        using var other = new MessageReader(1024);
        Receive(other, Packed.Hex("0401"));
        var refused = Assert.Throws<BoltProtocolException>(() => other.TryRead(out _));
        Assert.Equal("The server sent a message of more than 1024 bytes.", refused.Message);
    }

    [Fact]
    public void A_message_that_grows_over_the_limit_in_small_chunks_is_refused()
    {
        var endless = Enumerable.Repeat(new byte[] { 0, 1, 0xAA }, 2000).SelectMany(chunk => chunk).ToArray();
        Assert.Throws<BoltProtocolException>(() => Read(endless, 100));
    }

    [Fact]
    public void Reading_messages_allocates_nothing()
    {
        using var reader = new MessageReader(1024);
        byte[] message = [0, 3, 0xB1, 0x71, 0x90, 0, 0];
        Receive(reader, message);
        Assert.True(reader.TryRead(out _));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
        {
            Receive(reader, message);
            Assert.True(reader.TryRead(out _));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static List<byte[]> Read(byte[] bytes, int received, int bufferSize = MessageReader.DefaultBufferSize, int maxMessageBytes = 1024)
    {
        using var reader = new MessageReader(maxMessageBytes, bufferSize);
        var messages = new List<byte[]>();
        for (var position = 0; position < bytes.Length;)
        {
            var room = reader.Room();
            var size = Math.Min(Math.Min(received, room.Length), bytes.Length - position);
            bytes.AsSpan(position, size).CopyTo(room.Span);
            reader.Received(size);
            position += size;
            while (reader.TryRead(out var message))
            {
                messages.Add(message.ToArray());
            }
        }

        Assert.False(reader.HasBytes);
        return messages;
    }

    private static void Receive(MessageReader reader, byte[] bytes)
    {
        bytes.CopyTo(reader.Room());
        reader.Received(bytes.Length);
    }

    private static Gen<(byte[][] Messages, int[] Sizes, int Noops, int Received)> Cut()
    {
        var message = Gen.Choose(1, 200).Select(length => Enumerable.Range(0, length).Select(i => (byte)(i + length)).ToArray());
        return from messages in message.ArrayOf()
               from sizes in Gen.Choose(1, 150).NonEmptyListOf()
               from noops in Gen.Choose(0, 2)
               from received in Gen.Choose(1, 80)
               select (messages, sizes.ToArray(), noops, received);
    }
}
