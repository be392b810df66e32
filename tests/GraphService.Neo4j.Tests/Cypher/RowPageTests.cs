using GraphService.Graph.Query;
using GraphService.Neo4j.Cypher;
using GraphService.Neo4j.Tests.Projection;

namespace GraphService.Neo4j.Tests.Cypher;

public class RowPageTests
{
    [Theory]
    [InlineData(2, null, 0, new long[0], false, false)]
    [InlineData(2, null, 2, new[] { 10L, 11L }, false, false)]
    [InlineData(2, null, 3, new[] { 10L, 11L }, true, false)]
    [InlineData(0, null, 1, new long[0], true, false)]
    [InlineData(null, 2, 2, new[] { 11L, 10L }, false, false)]
    [InlineData(null, 2, 3, new[] { 11L, 10L }, false, true)]
    [InlineData(null, 0, 1, new long[0], false, true)]
    public void One_row_more_than_the_page_tells_that_there_are_more(int? first, int? last, int came, long[] shown, bool hasNext, bool hasPrevious)
    {
        var page = Page(first, last, came, precedes: null, follows: null, out var rows);

        Assert.Equal(shown, Enumerable.Range(0, page.Count).Select(i => rows.Int(page[i])));
        Assert.Equal((hasNext, hasPrevious), (page.HasNext, page.HasPrevious));
    }

    [Theory]
    [InlineData(2, null, false, true, true, false)]
    [InlineData(2, null, true, false, false, true)]
    [InlineData(null, 2, true, false, false, true)]
    [InlineData(null, 2, false, true, true, false)]
    public void Rows_at_the_cursors_and_beyond_them_count_too(int? first, int? last, bool precedes, bool follows, bool hasNext, bool hasPrevious)
    {
        var page = Page(first, last, 1, precedes, follows, out _);

        Assert.Equal((hasNext, hasPrevious), (page.HasNext, page.HasPrevious));
    }

    [Fact]
    public void The_count_is_read_where_it_was_asked()
    {
        Assert.Equal(0, Page(1, null, 1, null, null, out _).TotalCount);
        Assert.Equal(5_000_000_000, Page(1, null, 1, null, null, out _, total: 5_000_000_000).TotalCount);
    }

    private static RowPage Page(int? first, int? last, int came, bool? precedes, bool? follows, out RowBuffer rows, long? total = null)
    {
        rows = new RowBuffer();
        FakeDatabase.Push(rows, [[FakeDatabase.Items([.. Enumerable.Range(10, came).Select(i => (object?)(long)i)]), precedes, follows, total]]);
        var layout = new ConnectionLayout
        {
            RowsColumn = 0,
            PrecedingColumn = precedes is null ? -1 : 1,
            FollowingColumn = follows is null ? -1 : 2,
            CountColumn = total is null ? -1 : 3,
            Keys = [],
            Fields = new ObjectLayout([], []),
        };
        return new RowPage(rows, rows.Row, layout, new BoundSlot { Page = new Page { First = first, Last = last } });
    }
}
