using FsCheck;
using FsCheck.Fluent;
using GraphService.Neo4j.Bolt;
using GraphService.Neo4j.Bolt.PackStream;

namespace GraphService.Neo4j.Tests.Bolt.PackStream;

/// <summary>What holds for every value, and for every message that is not whole or lies about its sizes.</summary>
public class PackStreamLawTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20261121, 1);

    [Fact]
    public void What_is_written_is_read_again() => Check.One(Config, Prop.ForAll(Value(4).ToArbitrary(), value =>
    {
        Assert.Equal(value, Packed.Read(Packed.Write(value)), Same);
    }));

    [Fact]
    public void Skipping_ends_where_reading_ends() => Check.One(Config, Prop.ForAll(Value(4).ToArbitrary(), value =>
    {
        byte[] bytes = [.. Packed.Write(value), 0x01];
        var reader = new PackStreamReader(bytes);
        reader.Skip();
        Assert.Equal(1, reader.Remaining);
    }));

    [Fact]
    public void A_message_that_ends_early_is_refused() => Check.One(Config, Prop.ForAll(Value(4).ToArbitrary(), value =>
    {
        var bytes = Packed.Write(value);
        for (var length = 0; length < bytes.Length; length++)
        {
            var prefix = bytes[..length];
            Assert.Equal("The server sent a message that ends inside a value.", Assert.Throws<BoltProtocolException>(() => Packed.Read(prefix)).Message);
        }
    }));

    [Fact]
    public void Any_bytes_are_a_value_or_refused() => Check.One(Config, Prop.ForAll(
        ArbMap.Default.GeneratorFor<byte[]>().ToArbitrary(),
        bytes =>
        {
            try
            {
                var reader = new PackStreamReader(bytes);
                PackValue.Read(ref reader);
            }
            catch (BoltProtocolException)
            {
                // Refused.
            }
        }));

    [Theory]
    [InlineData("D2 7FFFFFFF 41")]
    [InlineData("D2 FFFFFFFF 41")]
    [InlineData("CE 7FFFFFFF 00")]
    [InlineData("CE 80000000")]
    [InlineData("D6 7FFFFFFF 01")]
    [InlineData("D6 FFFFFFFF 01")]
    [InlineData("D5 FFFF 01")]
    [InlineData("DA 7FFFFFFF 81 61 01")]
    [InlineData("DA 80000000 81 61 01")]
    [InlineData("D9 FFFF 81 61 01")]
    [InlineData("BF 4E 01")]
    public void Sizes_are_not_believed_without_their_bytes(string hex)
    {
        var bytes = Packed.Hex(hex);
        Assert.Throws<BoltProtocolException>(() => Packed.Read(bytes));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<BoltProtocolException>(() => Packed.Read(bytes));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
    }

    [Fact]
    public void Lists_in_lists_have_a_limit()
    {
        var deepest = Enumerable.Repeat((byte)0x91, PackStreamReader.MaxDepth).Append((byte)0xC0).ToArray();
        Packed.Read(deepest);
        byte[] tooDeep = [0x91, .. deepest];
        byte[] abyss = [.. Enumerable.Repeat((byte)0x91, 1_000_000)];
        Assert.Equal("The server sent a value nested deeper than 256 levels.", Assert.Throws<BoltProtocolException>(() => Packed.Read(tooDeep)).Message);
        Assert.Throws<BoltProtocolException>(() => Packed.Read(abyss));
        Assert.Throws<BoltProtocolException>(() => new PackStreamReader(abyss).Skip());
    }

    /// <summary>NaN is itself, structures are compared by their parts.</summary>
    private static bool Same(object? one, object? other) => (one, other) switch
    {
        (PackStructure a, PackStructure b) => a.Tag == b.Tag && Same(a.Fields, b.Fields),
        (List<object?> a, List<object?> b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        (Dictionary<string, object?> a, Dictionary<string, object?> b) => a.Count == b.Count && a.All(entry => b.TryGetValue(entry.Key, out var value) && Same(entry.Value, value)),
        (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b),
        (double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b),
        _ => Equals(one, other),
    };

    private static Gen<object?> Value(int depth)
    {
        var text = Gen.OneOf(Gen.Elements("", "x", "æ", "😀", new string('y', 300)), Gen.Choose(0x20, 0x7E).Select(c => new string((char)c, 20)));
        var leaf = Gen.OneOf(
            Gen.Elements<object?>(null, true, false),
            ArbMap.Default.GeneratorFor<long>().Select(object? (i) => i),
            Gen.Choose(-200, 200).Select(object? (i) => (long)i),
            ArbMap.Default.GeneratorFor<double>().Select(object? (d) => d),
            text.Select(object? (t) => t),
            ArbMap.Default.GeneratorFor<byte[]>().Select(object? (b) => b));
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Value(depth - 1);
        return Gen.Frequency(
            (3, leaf),
            (2, inner.ListOf().Select(object? (items) => items.Take(20).ToList())),
            (1, text.SelectMany(key => inner.Select(value => (key, value))).ListOf().Select(object? (entries) => entries.DistinctBy(e => e.key).ToDictionary(e => e.key, e => e.value))),
            (1, inner.ListOf().SelectMany(fields => Gen.Choose(0, 255).Select(object? (tag) => new PackStructure((byte)tag, [.. fields.Take(15)])))));
    }
}
