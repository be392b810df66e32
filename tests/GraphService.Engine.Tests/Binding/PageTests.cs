using GraphService.Engine.Tests.Music;

namespace GraphService.Engine.Tests.Binding;

public class PageTests
{
    private static readonly MusicService Service = new(Graph(120));

    private static MusicGraph Graph(int artists)
    {
        var graph = new MusicGraph();
        for (var i = 0; i < artists; i++)
        {
            graph.AddArtist($"artist-{i:000}");
        }

        return graph;
    }

    [Theory]
    [InlineData("", 50, 0)]
    [InlineData("(first: null, last: null, after: null, before: null, where: null, order: null)", 50, 0)]
    [InlineData("(order: [])", 50, 0)]
    [InlineData("(order: [{}, {name: null}])", 50, 0)]
    [InlineData("(first: 0)", 0, 0)]
    [InlineData("(first: 119)", 119, 0)]
    [InlineData("(first: 200)", 120, 0)]
    [InlineData("(last: 0)", 0, 0)]
    [InlineData("(last: 7)", 7, 113)]
    [InlineData("(last: 200)", 120, 0)]
    [InlineData("(first: null, last: 7)", 7, 113)]
    public void Sizes(string arguments, int count, int start)
    {
        var nodes = Service.Data($"{{ artists{arguments} {{ nodes {{ id }} }} }}")["artists"]!["nodes"]!.AsArray();
        Assert.Equal(count, nodes.Count);
        Assert.Equal(Enumerable.Range(start, count).Select(i => $"artist-{i:000}"), nodes.Select(n => n!["id"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("first: -1", "first must not be negative, but it is -1.", """{"code":"BAD_USER_INPUT","argument":"first"}""")]
    [InlineData("last: -2147483648", "last must not be negative, but it is -2147483648.", """{"code":"BAD_USER_INPUT","argument":"last"}""")]
    [InlineData("first: 1, last: 1", "first and last were given together: ask for one of them.", """{"code":"BAD_USER_INPUT","argument":"last"}""")]
    [InlineData("first: 0, last: 0", "first and last were given together: ask for one of them.", """{"code":"BAD_USER_INPUT","argument":"last"}""")]
    [InlineData("first: 201", "first is 201, but a page has at most 200 rows: ask for less, and page on with cursors.", """{"code":"LIMIT_PAGE_SIZE","limit":{"name":"PAGE_SIZE","value":200},"argument":"first"}""")]
    [InlineData("last: 2147483647", "last is 2147483647, but a page has at most 200 rows: ask for less, and page on with cursors.", """{"code":"LIMIT_PAGE_SIZE","limit":{"name":"PAGE_SIZE","value":200},"argument":"last"}""")]
    public void Sizes_that_are_refused(string arguments, string message, string extensions)
    {
        var error = Service.Error($"{{ artists({arguments}) {{ totalCount }} }}");
        Assert.Equal((message, extensions), (error["message"]!.GetValue<string>(), error["extensions"]!.ToJsonString()));
    }

    // The flags are as exact when nothing else is asked for.
    [Theory]
    [InlineData("first: 0", true, false)]
    [InlineData("last: 0", false, true)]
    [InlineData("first: 120", false, false)]
    [InlineData("last: 119", false, true)]
    [InlineData("first: 119, where: {id: {neq: \"artist-000\"}}", false, false)]
    [InlineData("first: 118, where: {id: {neq: \"artist-000\"}}", true, false)]
    [InlineData("first: 0, where: {id: {eq: \"nobody\"}}", false, false)]
    [InlineData("last: 0, where: {id: {eq: \"artist-005\"}}", false, true)]
    [InlineData("first: 1, order: {id: DESC}, where: {id: {eq: \"artist-005\"}}", false, false)]
    public void Flags_alone(string arguments, bool hasNext, bool hasPrevious)
    {
        Assert.Equal(hasNext, Service.Data($"{{ artists({arguments}) {{ pageInfo {{ hasNextPage }} }} }}")["artists"]!["pageInfo"]!["hasNextPage"]!.GetValue<bool>());
        Assert.Equal(hasPrevious, Service.Data($"{{ artists({arguments}) {{ pageInfo {{ hasPreviousPage }} }} }}")["artists"]!["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>());
    }

    [Fact]
    public void An_empty_page_has_no_cursors() => Assert.Equal(
        """{"data":{"artists":{"edges":[],"nodes":[],"pageInfo":{"startCursor":null,"endCursor":null},"totalCount":120}}}""",
        Service.Text("{ artists(first: 0) { edges { cursor } nodes { id } pageInfo { startCursor endCursor } totalCount } }"));
}
