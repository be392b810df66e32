using GraphService.Neo4j.Bolt;
using GraphService.Neo4j.Bolt.PackStream;

namespace GraphService.Neo4j.Tests.Bolt.PackStream;

/// <summary>The examples of the specification, and the edges between the forms of a value.</summary>
public class PackStreamVectorTests
{
    [Theory]
    [InlineData(0, "00")]
    [InlineData(42, "2A")]
    [InlineData(127, "7F")]
    [InlineData(-1, "FF")]
    [InlineData(-16, "F0")]
    [InlineData(-17, "C8 EF")]
    [InlineData(-128, "C8 80")]
    [InlineData(-129, "C9 FF7F")]
    [InlineData(128, "C9 0080")]
    [InlineData(32767, "C9 7FFF")]
    [InlineData(32768, "CA 00008000")]
    [InlineData(-32768, "C9 8000")]
    [InlineData(-32769, "CA FFFF7FFF")]
    [InlineData(2147483647, "CA 7FFFFFFF")]
    [InlineData(2147483648, "CB 0000000080000000")]
    [InlineData(-2147483648, "CA 80000000")]
    [InlineData(-2147483649, "CB FFFFFFFF7FFFFFFF")]
    [InlineData(long.MinValue, "CB 8000000000000000")]
    [InlineData(long.MaxValue, "CB 7FFFFFFFFFFFFFFF")]
    public void Integers_take_the_shortest_form(long value, string hex) => BothWays(value, hex);

    [Theory]
    [InlineData("C8 2A")]
    [InlineData("C9 002A")]
    [InlineData("CA 0000002A")]
    [InlineData("CB 000000000000002A")]
    public void Integers_are_read_in_any_form(string hex) => Assert.Equal(42L, Packed.Read(hex));

    [Theory]
    [InlineData(1.23, "C1 3FF3AE147AE147AE")]
    [InlineData(-0.0, "C1 8000000000000000")]
    [InlineData(double.PositiveInfinity, "C1 7FF0000000000000")]
    [InlineData(double.Epsilon, "C1 0000000000000001")]
    public void Floats_are_eight_bytes(double value, string hex) => BothWays(value, hex);

    [Fact]
    public void Null_and_booleans_are_their_markers()
    {
        BothWays(null, "C0");
        BothWays(false, "C2");
        BothWays(true, "C3");
    }

    [Theory]
    [InlineData("", "80")]
    [InlineData("A", "81 41")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "D0 1A 4142434445464748494A4B4C4D4E4F505152535455565758595A")]
    [InlineData("Größenmaßstäbe", "D0 12 4772C3B6C39F656E6D61C39F7374C3A46265")]
    public void Strings_count_their_bytes(string value, string hex) => BothWays(value, hex);

    [Theory]
    [InlineData("D0 01 41")]
    [InlineData("D1 0001 41")]
    [InlineData("D2 00000001 41")]
    public void Strings_are_read_in_any_form(string hex) => Assert.Equal("A", Packed.Read(hex));

    [Theory]
    [InlineData(15, "8F")]
    [InlineData(16, "D0 10")]
    [InlineData(255, "D0 FF")]
    [InlineData(256, "D1 0100")]
    [InlineData(65535, "D1 FFFF")]
    [InlineData(65536, "D2 00010000")]
    public void Strings_take_the_shortest_header(int length, string header)
    {
        BothWays(new string('x', length), header + string.Concat(Enumerable.Repeat("78", length)));
    }

    [Theory]
    [InlineData(0, "CC 00")]
    [InlineData(3, "CC 03")]
    [InlineData(256, "CD 0100")]
    [InlineData(65536, "CE 00010000")]
    public void Bytes_have_no_tiny_form(int length, string header)
    {
        BothWays(new byte[length], header + string.Concat(Enumerable.Repeat("00", length)));
    }

    [Theory]
    [InlineData(0, "90")]
    [InlineData(15, "9F")]
    [InlineData(16, "D4 10")]
    [InlineData(256, "D5 0100")]
    [InlineData(65536, "D6 00010000")]
    public void Lists_take_the_shortest_header(int count, string header)
    {
        BothWays(Enumerable.Repeat<object?>(1L, count).ToList(), header + string.Concat(Enumerable.Repeat("01", count)));
    }

    [Fact]
    public void Dictionaries_take_the_shortest_header()
    {
        BothWays(new Dictionary<string, object?>(), "A0");
        BothWays(new Dictionary<string, object?> { ["one"] = "eins" }, "A1 83 6F6E65 84 65696E73");
        var sixteen = Enumerable.Range(0, 16).ToDictionary(i => ((char)('A' + i)).ToString(), object? (i) => (long)i);
        BothWays(sixteen, "D8 10" + string.Concat(Enumerable.Range(0, 16).Select(i => $"81{0x41 + i:X2}{i:X2}")));
        Assert.Equal(256, ((Dictionary<string, object?>)Packed.Read(Packed.Write(Enumerable.Range(0, 256).ToDictionary(i => $"{i}", object? (i) => null)))!).Count);
    }

    [Theory]
    [InlineData("D8 01 81 61 01")]
    [InlineData("D9 0001 81 61 01")]
    [InlineData("DA 00000001 81 61 01")]
    [InlineData("D8 02 81 61 00 81 61 01")]
    public void Dictionaries_are_read_in_any_form_and_the_last_of_equal_keys_counts(string hex)
    {
        Assert.Equal(1L, Assert.IsType<Dictionary<string, object?>>(Packed.Read(hex))["a"]);
    }

    // Bolt specification, Structure Semantics: a node, a path that turns back, and date-times with offset and zone.
    [Theory]
    [InlineData("B4 4E 01 91 81 41 A0 81 78", 0x4E, 4)]
    [InlineData("B3 50 90 90 96 01 01 01 00 FE 02", 0x50, 3)]
    [InlineData("B3 49 C9 1194 2A C9 0E10", 0x49, 3)]
    [InlineData("B3 69 CA 66827E20 00 8D 4575726F70652F5669656E6E61", 0x69, 3)]
    [InlineData("B4 45 03 C9 3972 00 FF", 0x45, 4)]
    public void Structures_have_a_tag_and_fields(string hex, byte tag, int fields)
    {
        var structure = Assert.IsType<PackStructure>(Packed.Read(hex));
        Assert.Equal((tag, fields), (structure.Tag, structure.Fields.Count));
        Assert.Equal(Packed.Hex(hex), Packed.Write(structure));
    }

    [Theory]
    [InlineData("C4")]
    [InlineData("C5")]
    [InlineData("C6")]
    [InlineData("C7")]
    [InlineData("CF")]
    [InlineData("D3")]
    [InlineData("D7")]
    [InlineData("DB")]
    [InlineData("DF")]
    [InlineData("E0")]
    [InlineData("EF")]
    public void Unknown_markers_are_refused(string hex)
    {
        var refused = Assert.Throws<BoltProtocolException>(() => Packed.Read(hex));
        Assert.Equal($"The server sent the byte {hex} where a value begins; no value begins with it.", refused.Message);
        Assert.Equal(refused.Message, Assert.Throws<BoltProtocolException>(() => Skip(hex)).Message);
    }

    [Theory]
    [InlineData("81 80")]
    [InlineData("83 EDA080")]
    [InlineData("82 C0AF")]
    public void Strings_that_are_not_utf8_are_refused(string hex)
    {
        Assert.Equal("The server sent a string that is not UTF-8.", Assert.Throws<BoltProtocolException>(() => Packed.Read(hex)).Message);
    }

    [Fact]
    public void A_value_of_another_type_is_named()
    {
        Assert.Equal(
            "The server sent a value of another type (Integer, 01) where a string was expected.",
            Assert.Throws<BoltProtocolException>(() => Packed.Read("A1 01 01")).Message);
    }

    [Fact]
    public void Every_marker_has_one_type_and_is_read_or_refused()
    {
        for (var marker = 0; marker <= 255; marker++)
        {
            var bytes = new byte[32];
            bytes[0] = (byte)marker;
            if (Marker.TypeOf((byte)marker) == PackType.Unknown)
            {
                Assert.Throws<BoltProtocolException>(() => Packed.Read(bytes));
            }
            else if (marker is not (>= 0xA1 and <= 0xAF))
            {
                var reader = new PackStreamReader(bytes);
                var skipper = new PackStreamReader(bytes);
                PackValue.Read(ref reader);
                skipper.Skip();
                Assert.Equal(reader.Position, skipper.Position);
            }
        }
    }

    private static void Skip(string hex)
    {
        var reader = new PackStreamReader(Packed.Hex(hex));
        reader.Skip();
    }

    private static void BothWays(object? value, string hex)
    {
        var bytes = Packed.Hex(hex);
        Assert.Equal(bytes, Packed.Write(value));
        Assert.Equal(value, Packed.Read(bytes));
    }
}
