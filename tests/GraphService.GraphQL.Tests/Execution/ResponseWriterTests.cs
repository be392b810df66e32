using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphService.GraphQL.Execution;

namespace GraphService.GraphQL.Tests.Execution;

public sealed class ResponseWriterTests : IDisposable
{
    private const int BlockSize = 64 * 1024;
    private readonly ResponseWriter _response = ResponseWriter.Rent();

    public void Dispose() => _response.Dispose();

    private void Fill(int bytes) => _response.Raw(Encoding.UTF8.GetBytes(new string('.', bytes)));

    [Theory]
    [InlineData(0L, "0")]
    [InlineData(-1L, "-1")]
    [InlineData(long.MaxValue, "9223372036854775807")]
    [InlineData(long.MinValue, "-9223372036854775808")]
    public void Whole_numbers(long value, string expected)
    {
        _response.Int(value);
        Assert.Equal(expected, _response.ToString());
    }

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e20, "1E+20")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308")]
    [InlineData(double.Epsilon, "5E-324")]
    [InlineData(1.0 / 3, "0.3333333333333333")]
    public void Doubles_are_the_shortest_text_that_reads_back(double value, string expected)
    {
        _response.Double(value);
        Assert.Equal(expected, _response.ToString());
        Assert.Equal(value, JsonDocument.Parse(_response.ToString()).RootElement.GetDouble());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Numbers_that_JSON_cannot_say_are_refused(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(nameof(value), () => _response.Double(value));
        Assert.Equal("", _response.ToString());
    }

    [Fact]
    public void Constants()
    {
        _response.Null();
        _response.Bool(true);
        _response.Bool(false);
        Assert.Equal("nulltruefalse", _response.ToString());
    }

    [Fact]
    public void Every_control_character_the_quote_and_the_backslash_are_escaped_and_nothing_else()
    {
        var text = string.Concat(Enumerable.Range(0, 0x100).Select(i => (char)i)) + "\u2028/<>&'\ud83c\udfac";
        _response.Text(text);

        var escapes = string.Concat(Enumerable.Range(0, 0x20).Select(i => i switch
        {
            '\b' => "\\b",
            '\t' => "\\t",
            '\n' => "\\n",
            '\f' => "\\f",
            '\r' => "\\r",
            _ => "\\u" + i.ToString("x4", CultureInfo.InvariantCulture),
        }));
        Assert.Equal($"\"{escapes}{text[0x20..].Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"", _response.ToString());
        Assert.Equal(text, JsonDocument.Parse(_response.ToString()).RootElement.GetString());
    }

    [Fact]
    public void A_clean_text_is_copied_as_it_is()
    {
        _response.Text("K.O. \u00e9 \ud83c\udfac"u8, isClean: true);
        Assert.Equal("\"K.O. \u00e9 \ud83c\udfac\"", _response.ToString());
    }

    [Fact]
    public void Empty_texts()
    {
        _response.Text(""u8, isClean: true);
        _response.Text(""u8, isClean: false);
        _response.Text("");
        Assert.Equal("\"\"\"\"\"\"", _response.ToString());
    }

    [Fact]
    public void Half_a_character_beyond_the_basic_plane_becomes_the_replacement_character()
    {
        _response.Text("a\ud83c");
        Assert.Equal("\"a\ufffd\"", _response.ToString());
    }

    // Each kind of value is written so that a block ends before it, in each place of it, and after it.
    [Theory]
    [InlineData("raw")]
    [InlineData("int")]
    [InlineData("double")]
    [InlineData("clean")]
    [InlineData("escaped")]
    public void Values_cross_the_end_of_a_block_at_every_place(string kind)
    {
        var (write, expected) = kind switch
        {
            "raw" => ((Action<ResponseWriter>)(r => r.Raw(",\"title\":"u8)), ",\"title\":"),
            "int" => (r => r.Int(long.MinValue), "-9223372036854775808"),
            "double" => (r => r.Double(-1.7976931348623157E+308), "-1.7976931348623157E+308"),
            "clean" => (r => r.Text("H\u00e4xan"u8, isClean: true), "\"H\u00e4xan\""),
            _ => (r => r.Text("a\u0001\"\u00e9"u8, isClean: false), "\"a\\u0001\\\"\u00e9\""),
        };
        var length = Encoding.UTF8.GetByteCount(expected);
        for (var before = BlockSize - length - 1; before <= BlockSize + 1; before++)
        {
            _response.Truncate(0);
            Fill(before);
            write(_response);
            Assert.Equal(before + length, _response.Position);
            Assert.Equal(expected, _response.ToString()[before..]);
        }
    }

    [Fact]
    public void A_value_of_several_blocks()
    {
        var text = string.Concat(Enumerable.Range(0, 50_000).Select(i => i.ToString(CultureInfo.InvariantCulture)));
        _response.Text(Encoding.UTF8.GetBytes(text), isClean: true);
        _response.Text(text);
        Assert.Equal($"\"{text}\"\"{text}\"", _response.ToString());
        Assert.Equal((text.Length + 2) * 2, _response.Position);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(BlockSize - 1)]
    [InlineData(BlockSize)]
    [InlineData(BlockSize + 1)]
    [InlineData(3 * BlockSize)]
    [InlineData((3 * BlockSize) + 5)]
    public void Truncation_reaches_any_position_and_writing_goes_on_there(int position)
    {
        Fill(position);
        var recorded = _response.Position;
        Fill((2 * BlockSize) + 17);
        _response.Truncate(recorded);
        Assert.Equal(position, _response.Position);
        _response.Null();
        Assert.Equal(new string('.', position) + "null", _response.ToString());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    public void A_position_that_was_not_reached_cannot_be_truncated_to(long position)
    {
        Fill(5);
        Assert.Throws<ArgumentOutOfRangeException>(nameof(position), () => _response.Truncate(position));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(BlockSize - 1)]
    [InlineData(BlockSize)]
    [InlineData(BlockSize + 1)]
    [InlineData((2 * BlockSize) + 100)]
    public void MaxBytes_is_exact(int max)
    {
        _response.MaxBytes = max;
        Fill(max);
        var error = Assert.Throws<ResponseTooLargeException>(() => _response.Raw("."u8));
        Assert.Equal(max, error.MaxBytes);
        Assert.Equal(max, _response.Position);

        _response.Truncate(max - 4);
        _response.Bool(true);
        Assert.Throws<ResponseTooLargeException>(() => _response.Int(1));
        Assert.Equal(new string('.', max - 4) + "true", _response.ToString());
    }

    [Fact]
    public void MaxBytes_may_be_raised_to_say_what_was_wrong()
    {
        _response.MaxBytes = 3;
        Assert.Throws<ResponseTooLargeException>(_response.Null);
        _response.MaxBytes = long.MaxValue;
        _response.Null();
        Assert.Equal("null", _response.ToString());
    }

    [Fact]
    public void A_copy_has_all_bytes_in_order()
    {
        for (var i = 0; i < 30_000; i++)
        {
            _response.Int(i);
        }

        var output = new ArrayBufferWriter<byte>();
        _response.CopyTo(output);
        Assert.Equal(string.Concat(Enumerable.Range(0, 30_000)), Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void A_rented_writer_starts_empty_and_without_settings()
    {
        // The pool may hold others: more are rented than it keeps.
        for (var i = 0; i < 70; i++)
        {
            var used = ResponseWriter.Rent();
            used.Raw("left"u8);
            used.Kind = ResponseKind.Unavailable;
            used.RetryAfterSeconds = 5;
            used.MaxBytes = 2;
            used.Dispose();
        }

        var writers = Enumerable.Range(0, 70).Select(_ => ResponseWriter.Rent()).ToList();
        Assert.All(writers, writer =>
        {
            Assert.Equal(0, writer.Position);
            Assert.Equal(ResponseKind.Executed, writer.Kind);
            Assert.Null(writer.RetryAfterSeconds);
            Assert.Equal(long.MaxValue, writer.MaxBytes);
        });
        Assert.Equal(writers.Count, writers.Distinct().Count());
        writers.ForEach(writer => writer.Dispose());
    }

    [Fact]
    public void Disposed_twice_it_is_given_back_once()
    {
        var writer = ResponseWriter.Rent();
        writer.Dispose();
        writer.Dispose();

        var writers = Enumerable.Range(0, 100).Select(_ => ResponseWriter.Rent()).ToList();
        Assert.Equal(writers.Count, writers.Distinct().Count());
        writers.ForEach(w => w.Dispose());
    }

    [Fact]
    public void Nothing_is_allocated_once_warm()
    {
        static void WriteRows()
        {
            using var response = ResponseWriter.Rent();
            for (var i = 0; i < 5_000; i++)
            {
                response.Raw(",\"title\":"u8);
                response.Text("H\u00e4xan"u8, isClean: true);
                response.Text("a \"quoted\"\n title"u8, isClean: false);
                response.Int(i);
                response.Double(i / 3.0);
                response.Bool(true);
                response.Null();
            }

            response.Truncate(3);
        }

        for (var i = 0; i < 10; i++)
        {
            WriteRows();
        }

        // The array pool may let go of blocks at a collection: the best of several runs counts.
        var least = long.MaxValue;
        for (var i = 0; i < 10; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            WriteRows();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }
}
