using GraphService.Engine.Tests.Music;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Transport;

namespace GraphService.Engine.Tests.Pipeline;

public class CancellationTests
{
    private const string Long = "{ artists(first: 200) { nodes { parts(first: 1) { totalCount } sang(order: {id: DESC}) { nodes { id } } } } }";

    private static MusicGraph Graph()
    {
        var graph = new MusicGraph();
        var album = graph.AddAlbum("album");
        for (var i = 0; i < 2000; i++)
        {
            graph.AddLink(graph.AddArtist($"artist-{i}"), "SANG_ON", album);
        }

        return graph;
    }

    [Theory]
    [InlineData("{ artists(where: {name: {eq: \"nobody\"}, mood: {eq: LOUD}, height: {gt: 1}, or: [{name: {contains: \"x\"}}]}) { totalCount } albums(where: {singers: {none: {name: {eq: \"nobody\"}}}}) { totalCount } }")]
    [InlineData("{ artists(order: {name: DESC}) { totalCount } }")]
    [InlineData("{ artists(where: {name: {contains: \"nobody\"}}) { totalCount } }")]
    [InlineData("{ artists(last: 1, where: {name: {contains: \"nobody\"}}) { nodes { id } } }")]
    [InlineData("{ album(id: \"album\") { singers(where: {name: {contains: \"nobody\"}}) { pageInfo { hasNextPage } } } }")]
    [InlineData("{ artists(first: 0) { aggregates { byHeight { count } } } }")]
    [InlineData("{ album(id: \"album\") { singers(first: 0) { aggregates { byCraft { count } } } } }")]
    [InlineData("{ probe { value } }")]
    public void A_request_that_looks_at_much_can_be_stopped(string query)
    {
        var service = new MusicService(Graph());
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => service.Text(query, cancel: stop.Token));

        AssertNothingIsLeft(service);
    }

    // Whoever gave the writer its bound answers for it.
    [Fact]
    public async Task An_answer_that_grows_too_large_is_given_up()
    {
        var service = new MusicService(Graph());
        using var request = GraphQLRequest.Create(Long);
        using var response = ResponseWriter.Rent();
        response.MaxBytes = 1_000;
        var failure = await Assert.ThrowsAsync<ResponseTooLargeException>(async () => await service.Engine.ExecuteAsync(request, response, default));
        Assert.Equal(1_000, failure.MaxBytes);
        AssertNothingIsLeft(service);
    }

    private static void AssertNothingIsLeft(MusicService service)
    {
        Assert.Equal("""{"data":{"artists":{"nodes":[{"id":"artist-0"}]}}}""", service.Text("{ artists(first: 1) { nodes { id } } }"));
        var snapshot = service.Graphs.Acquire()!.Snapshot;
        snapshot.Release();
        snapshot.Retire();
        Assert.False(snapshot.TryAcquire());
    }

    [Fact]
    public void A_token_that_is_not_cancelled_changes_nothing()
    {
        var service = new MusicService(Graph());
        using var stop = new CancellationTokenSource();
        Assert.Equal(service.Text(Long), service.Text(Long, cancel: stop.Token));
    }
}
