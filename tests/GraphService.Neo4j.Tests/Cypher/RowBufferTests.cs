using System.Text;
using GraphService.Neo4j.Cypher;

namespace GraphService.Neo4j.Tests.Cypher;

public class RowBufferTests
{
    [Fact]
    public void Every_kind_of_value_comes_back()
    {
        var rows = new RowBuffer();
        rows.BeginRow(6);
        rows.Null();
        rows.Bool(true);
        rows.Int(long.MinValue);
        rows.Double(-0.5);
        rows.Text("é😀"u8);
        rows.Text(""u8);
        rows.EndRow();

        Assert.Equal(
            [CellKind.Null, CellKind.Bool, CellKind.Int, CellKind.Double, CellKind.Text, CellKind.Text],
            Enumerable.Range(0, rows.Row.Count).Select(c => rows.Kind(rows.Row[c])));
        Assert.True(rows.Bool(rows.Row[1]));
        Assert.Equal(long.MinValue, rows.Int(rows.Row[2]));
        Assert.Equal("é😀", Encoding.UTF8.GetString(rows.Text(rows.Row[4])));
        Assert.True(rows.Text(rows.Row[5]).IsEmpty);
    }

    [Fact]
    public void Cells_of_a_list_stand_side_by_side_whatever_is_in_them()
    {
        var rows = new RowBuffer();
        rows.BeginRow(2);
        rows.BeginList(3);
        rows.BeginList(2);
        rows.Int(1L);
        rows.Int(2L);
        rows.EndList();
        rows.BeginList(0);
        rows.EndList();
        rows.Int(3L);
        rows.EndList();
        rows.Int(4L);
        rows.EndRow();

        var list = rows.List(rows.Row[0]);
        Assert.Equal(3, list.Count);
        Assert.Equal([1L, 2L], Ints(rows, rows.List(list[0])));
        Assert.Equal(0, rows.List(list[1]).Count);
        Assert.Equal(3, rows.Int(list[2]));
        Assert.Equal(4, rows.Int(rows.Row[1]));
    }

    [Fact]
    public void Null_is_an_empty_list()
    {
        var rows = new RowBuffer();
        rows.BeginRow(1);
        rows.Null();

        Assert.Equal(0, rows.List(rows.Row[0]).Count);
    }

    [Fact]
    public void What_broke_off_is_forgotten()
    {
        var rows = new RowBuffer();
        rows.BeginRow(2);
        rows.Text("half"u8);
        rows.BeginList(5);
        rows.Int(1L);
        rows.Restart();

        rows.BeginRow(1);
        rows.Int(7L);
        rows.EndRow();

        Assert.Equal(1, rows.Rows);
        Assert.Equal([7L], Ints(rows, rows.Row));
    }

    [Fact]
    public void Large_rows_grow_and_are_given_back()
    {
        var rows = new RowBuffer();
        var text = new byte[5000];
        for (var round = 0; round < 2; round++)
        {
            rows.BeginRow(1);
            rows.BeginList(100_000);
            for (var i = 0; i < 100_000; i++)
            {
                if (i % 100 == 0)
                {
                    rows.Text(text);
                }
                else
                {
                    rows.Int((long)i);
                }
            }

            rows.EndList();
            var list = rows.List(rows.Row[0]);
            Assert.Equal(99_999, rows.Int(list[99_999]));
            Assert.Equal(5000, rows.Text(list[99_900]).Length);
            rows.Clear();
            Assert.Equal(0, rows.Rows);
        }
    }

    [Fact]
    public void Lists_can_lie_as_deep_in_each_other_as_a_server_may_send_them()
    {
        const int deepest = 256;
        var rows = new RowBuffer();
        rows.BeginRow(1);
        for (var i = 0; i < deepest; i++)
        {
            rows.BeginList(1);
        }

        rows.Int(7L);
        for (var i = 0; i < deepest; i++)
        {
            rows.EndList();
        }

        var cell = rows.Row[0];
        for (var i = 0; i < deepest; i++)
        {
            cell = rows.List(cell)[0];
        }

        Assert.Equal(7, rows.Int(cell));
    }

    [Fact]
    public void Nothing_is_allocated_for_a_row_in_a_buffer_that_was_used_before()
    {
        var rows = new RowBuffer();
        Fill(rows);
        rows.Restart();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Fill(rows);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }

    private static void Fill(RowBuffer rows)
    {
        rows.BeginRow(1);
        rows.BeginList(500);
        for (var i = 0; i < 500; i++)
        {
            rows.BeginList(3);
            rows.Int((long)i);
            rows.Text("Les Revenants"u8);
            rows.Null();
            rows.EndList();
        }

        rows.EndList();
        rows.EndRow();
    }

    private static long[] Ints(RowBuffer rows, CellList list) => [.. Enumerable.Range(0, list.Count).Select(i => rows.Int(list[i]))];
}
