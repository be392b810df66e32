using GraphService.Neo4j.Bolt;
using GraphService.Neo4j.Bolt.PackStream;
using GraphService.Neo4j.Tests.Bolt.Scripted;

namespace GraphService.Neo4j.Tests.Bolt.PackStream;

/// <summary>Rows reach the sink as they stand in the message, and what no row holds is named by its place.</summary>
public class RowReaderTests
{
    [Fact]
    public void A_row_is_pushed_value_by_value()
    {
        var row = new List<object?> { null, true, -5L, 1.5, "æ", new List<object?>(), new List<object?> { 1L, new List<object?> { "a" } } };
        Assert.Equal("""(null, true, -5, 1.5d, "æ", [], [1, ["a"]])""", Push(row));
    }

    [Theory]
    [InlineData("91 A0", "a dictionary in column 1")]
    [InlineData("92 01 CC 00", "bytes in column 2")]
    [InlineData("93 01 92 01 92 02 B1 44 05 03", "a structure (44) in column 2, item 2, item 2")]
    [InlineData("92 90 91 91 A1 81 61 01", "a dictionary in column 2, item 1, item 1")]
    public void What_no_row_holds_is_named_by_its_place(string hex, string what)
    {
        var refused = Assert.Throws<BoltProtocolException>(() => Push(Packed.Hex(hex)));
        Assert.Equal($"Row 7 holds {what}; a row holds null, booleans, integers, floats, strings and lists of them. Let the statement return these.", refused.Message);
    }

    [Fact]
    public void Columns_are_a_list()
    {
        Assert.Equal(
            "The server sent a value of another type (Integer, 01) where a list was expected.",
            Assert.Throws<BoltProtocolException>(() => Push(Packed.Hex("01"))).Message);
    }

    [Fact]
    public void An_unknown_marker_in_a_row_is_refused()
    {
        Assert.Equal(
            "The server sent the byte C7 where a value begins; no value begins with it.",
            Assert.Throws<BoltProtocolException>(() => Push(Packed.Hex("91 91 C7"))).Message);
    }

    [Fact]
    public void Rows_nested_without_end_are_refused()
    {
        Assert.Throws<BoltProtocolException>(() => Push([.. Enumerable.Repeat((byte)0x91, 100_000)]));
    }

    [Fact]
    public void Pushing_rows_allocates_nothing()
    {
        var row = Packed.Write(new List<object?> { 12345L, "a text of some length", null, true, 0.5, new List<object?> { 1L, "x", new List<object?> { "y" } } });
        byte[] rows = [.. Enumerable.Repeat(row, 10_000).SelectMany(bytes => bytes)];
        var sink = new Sum();
        PushAll(rows, sink);

        var before = GC.GetAllocatedBytesForCurrentThread();
        PushAll(rows, sink);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(20_000, sink.Rows);
    }

    private static void PushAll(byte[] rows, IRowSink sink)
    {
        var reader = new PackStreamReader(rows);
        for (var row = 1; reader.Remaining > 0; row++)
        {
            RowReader.Push(ref reader, sink, row);
        }
    }

    private static string Push(List<object?> row) => Push(Packed.Write(row));

    private static string Push(byte[] row)
    {
        var rows = new Rows();
        var reader = new PackStreamReader(row);
        RowReader.Push(ref reader, rows, 7);
        reader.ExpectEnd();
        return rows.ToString();
    }

    private sealed class Sum : IRowSink
    {
        public int Rows { get; private set; }

        public long Total { get; private set; }

        public void Restart() => Rows = 0;

        public void BeginRow(int columns) => Total += columns;

        public void EndRow() => Rows++;

        public void Null() => Total++;

        public void Bool(bool value) => Total += value ? 1 : 0;

        public void Int(long value) => Total += value;

        public void Double(double value) => Total += (long)value;

        public void Text(ReadOnlySpan<byte> utf8) => Total += utf8.Length;

        public void BeginList(int count) => Total += count;

        public void EndList() => Total++;
    }
}
