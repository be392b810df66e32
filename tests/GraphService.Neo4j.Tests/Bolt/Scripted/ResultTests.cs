namespace GraphService.Neo4j.Tests.Bolt.Scripted;

public sealed class ResultTests
{
    [Theory]
    [InlineData("two-columns", 1000, """(1, "s1") (2, "s2") (3, "s3")""")]
    [InlineData("parameters", 1000, """(1, [null, true, "x"])""")]
    [InlineData("pages-of-two", 2, "(1) (2) (3) (4) (5)")]
    [InlineData("page-that-ends-at-the-last-row", 2, "(1) (2) (3) (4)")]
    [InlineData("no-row", 10, "")]
    [InlineData("no-column", 10, "")]
    public async Task Rows_of_a_recorded_statement(string connection, int fetch, string rows) =>
        Assert.Equal(rows, await Replay.Of("reads", connection, fetch: fetch));

    [Theory]
    [InlineData("null-and-booleans", "([null, true, false])")]
    [InlineData("integers", "([0, 1, -1, 15, 16, 127, 128, -15, -16, -17, -127, -128, -129, 255, 256, 32767, 32768, -32768, -32769, 65535, 65536, 2147483647, 2147483648, -2147483648, -2147483649, 9007199254740992, 9007199254740993, 9223372036854775807, -9223372036854775808])")]
    [InlineData("reals", "([0d, -0d, 1.5d, -1.23d, NaNd, Infinityd, -Infinityd, 5E-324d, 1.7976931348623157E+308d])")]
    [InlineData("texts", "([\"\", \"a\", \"é\", \"Größenmaßstäbe\", \"😀\", \"a\0b\", \"\U0010FFFF\", \"\u2028\", \"e\u0301\"])")]
    [InlineData("nested-lists", "([[[[[[[[1]]]]]]]])")]
    public async Task Values_there_and_back(string connection, string row) => Assert.Equal(row, await Replay.Of("values", connection));

    [Theory]
    [InlineData("text-of-16-bytes", 16)]
    [InlineData("text-of-256-bytes", 256)]
    [InlineData("text-of-65535-bytes", 65535)]
    [InlineData("text-of-65536-bytes", 65536)]
    public async Task Texts_of_every_width_there_and_back(string connection, int length) =>
        Assert.Equal($"(\"{new string('x', length)}\")", await Replay.Of("values", connection));

    [Theory]
    [InlineData("list-of-256", 256)]
    [InlineData("list-of-65536", 65536)]
    public async Task Lists_of_every_width_there_and_back(string connection, int length) =>
        Assert.Equal($"([{string.Join(", ", Enumerable.Repeat(1, length))}])", await Replay.Of("values", connection));

    [Fact]
    public async Task Messages_of_several_chunks()
    {
        Assert.Equal($"(\"{new string('x', 200000)}\")", await Replay.Of("chunking", "text-of-200000-bytes-both-ways"));
        Assert.Equal($"([{string.Join(", ", Enumerable.Repeat(7, 70000))}])", await Replay.Of("chunking", "record-of-70000-bytes"));
    }

    [Theory]
    [InlineData("long-query-5.8")]
    [InlineData("long-query-4.4")]
    public async Task Signs_of_life_of_a_long_statement(string connection) => Assert.Equal("(0)", await Replay.Of("noops", connection));

    [Theory]
    [InlineData(1, int.MaxValue, 0)]
    [InlineData(1, 1, 0)]
    [InlineData(65535, 1, 1)]
    [InlineData(16, 7, 3)]
    [InlineData(3, int.MaxValue, 2)]
    public async Task Pieces_and_NOOPs_change_nothing(int chunk, int write, int noops)
    {
        Delivery delivery = new(chunk, write, noops);

        Assert.Equal("(1) (2) (3) (4) (5)", await Replay.Of("reads", "pages-of-two", delivery, 2));
        Assert.Equal("""(1, "s1") (2, "s2") (3, "s3")""", await Replay.Of("reads", "two-columns", delivery));
        Assert.StartsWith("(10) (5) Statement Neo.ClientError.Statement.ArithmeticError", await Replay.Of("failures-5.8", "division-in-the-first-page", delivery), StringComparison.Ordinal);
        Assert.Equal("([[[[[[[[1]]]]]]]])", await Replay.Of("values", "nested-lists", delivery));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task Large_messages_in_pieces(int write)
    {
        var text = new string('ß', 3000);
        await using var server = ScriptedServer.Start(new Delivery(write, write, 1), new Script().Login().Query(text));

        await Talk.With(server, async client => Assert.Equal($"(\"{text}\")", await client.Read()));
    }

    [Fact]
    public async Task The_next_page_is_asked_for_when_the_rows_of_this_one_were_taken()
    {
        TaskCompletionSource first = new();
        using ManualResetEventSlim taken = new();
        var asked = false;
        await using var server = ScriptedServer.Start(
            new Script().Login().Expect("RUN").Expect("PULL", N(2)).Fields("x").Record(1).Record(2).Success(("has_more", true)).Tell(first)
                .Expect("PULL", pull =>
                {
                    asked = true;
                    return taken.IsSet ? N(2)(pull) : "asked before the rows were taken";
                }).Record(3).Last());
        Rows rows = new()
        {
            AfterRow = row =>
            {
                if (row == 2)
                {
                    // The server has said that there is more, and waits; nothing is asked for while this row is not taken.
                    first.Task.Wait(ScriptedServer.Patience);
                    Assert.False(asked);
                    taken.Set();
                }
            },
        };

        await Talk.With(server, client => Task.Run(() => client.Into(rows)), options => options with { FetchSize = 2 });

        Assert.Equal("(1) (2) (3)", rows.ToString());
        Assert.Equal("RUN PULL PULL", server.Names);
    }

    [Fact]
    public async Task One_statement_after_the_other_on_one_connection()
    {
        await using var server = ScriptedServer.Start(new Script().Login().Query(1).Query("two").Query(null));

        await Talk.With(server, async client =>
        {
            Assert.Equal("(1)", await client.Read());
            Assert.Equal("(\"two\")", await client.Read());
            Assert.Equal("(null)", await client.Read());
        });
    }

    [Fact]
    public async Task A_page_without_rows_that_has_more()
    {
        await using var server = ScriptedServer.Start(
            new Script().Login().RunAndPull().Fields("x").Success(("has_more", true)).Expect("PULL").Success(("has_more", true)).Expect("PULL").Record(1).Last());

        await Talk.With(server, async client => Assert.Equal("(1)", await client.Read()));
    }

    private static Func<BoltMessage, string?> N(long n) => pull => pull.Map(0)["n"] is long asked && asked == n ? null : $"not {n} rows";
}
