using GraphService.Neo4j.Bolt;

namespace GraphService.Neo4j.Tests.Bolt;

/// <summary>Bolt specification, Bookmarks: the newest one stands for those that it has seen.</summary>
public class BookmarksTests
{
    private readonly Bookmarks _bookmarks = new();

    [Fact]
    public void There_are_none_before_the_first_write() => Assert.Empty(_bookmarks.Current);

    [Fact]
    public void The_next_write_takes_the_place_of_what_it_has_seen()
    {
        _bookmarks.Replace([], "a");
        _bookmarks.Replace(_bookmarks.Current, "b");
        Assert.Equal(["b"], _bookmarks.Current);
    }

    [Fact]
    public void Writes_at_the_same_time_both_count_until_one_has_seen_them()
    {
        _bookmarks.Replace([], "a");
        _bookmarks.Replace([], "b");
        Assert.Equal(["a", "b"], _bookmarks.Current);
        _bookmarks.Replace(["a", "b"], "c");
        Assert.Equal(["c"], _bookmarks.Current);
        _bookmarks.Replace([], "c");
        Assert.Equal(["c"], _bookmarks.Current);
    }

    [Fact]
    public void Forgotten_is_forgotten()
    {
        _bookmarks.Replace([], "a");
        _bookmarks.Forget();
        Assert.Empty(_bookmarks.Current);
    }
}
