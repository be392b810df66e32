using GraphService.Engine.Tests.Music;

namespace GraphService.Engine.Tests.Pipeline;

/// <summary>A graph takes the place of another while requests run.</summary>
public class SwapTests
{
    private const int Swaps = 60;
    private const int Artists = 30;

    private static MusicGraph Version(int version)
    {
        var graph = new MusicGraph();
        var album = graph.AddAlbum("album", $"version {version}");
        for (var i = 0; i < Artists; i++)
        {
            // Every version has its own texts, ids and numbers of nodes.
            graph.AddLink(graph.AddArtist($"artist-{version}-{i:00}", $"version {version}"), "SANG_ON", album, ("note", $"version {version}"));
        }

        return graph;
    }

    [Fact]
    public async Task Every_answer_is_of_one_graph()
    {
        var service = new MusicService(Version(0));
        using var done = new CancellationTokenSource();
        var askers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var seen = 0;
            var last = 0;
            while (!done.IsCancellationRequested || seen == 0)
            {
                var data = service.Data("""{ album(id: "album") { title parts(order: {note: DESC}) { totalCount nodes { note artist { id name } } } } }""")["album"]!;
                var version = data["title"]!.GetValue<string>();
                var number = int.Parse(version.AsSpan("version ".Length), System.Globalization.CultureInfo.InvariantCulture);
                Assert.InRange(number, last, Swaps);
                last = number;
                var nodes = data["parts"]!["nodes"]!.AsArray();
                Assert.Equal(Artists, nodes.Count);
                Assert.All(nodes, node => Assert.Equal((version, version), (node!["note"]!.GetValue<string>(), node["artist"]!["name"]!.GetValue<string>())));
                Assert.Equal(Enumerable.Range(0, Artists).Select(i => $"artist-{number}-{i:00}"), nodes.Select(n => n!["artist"]!["id"]!.GetValue<string>()));
                seen++;
            }

            return seen;
        })).ToList();

        for (var version = 1; version <= Swaps; version++)
        {
            service.Graphs.Publish(Version(version).Load());
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(askers), seen => Assert.NotEqual(0, seen));
    }

    [Fact]
    public async Task Of_graphs_published_at_once_one_stays()
    {
        var service = new MusicService(null);
        var graphs = Enumerable.Range(0, 16).Select(version => Version(version).Load()).ToList();
        await Task.WhenAll(graphs.Select(graph => Task.Run(() => service.Graphs.Publish(graph))));
        Assert.Same(service.Graphs.Acquire()!.Snapshot, Assert.Single(graphs, graph => graph.TryAcquire()));
    }

    [Fact]
    public void A_graph_goes_when_its_last_request_ends()
    {
        var service = new MusicService(null);
        var (first, second) = (Version(1).Load(), Version(2).Load());
        service.Graphs.Publish(first);
        var lease = service.Graphs.Acquire()!;
        service.Graphs.Publish(second);
        Assert.Same(first, lease.Snapshot);
        Assert.True(first.TryAcquire());
        first.Release();
        first.Release();
        Assert.False(first.TryAcquire());
        Assert.Same(second, service.Graphs.Acquire()!.Snapshot);
    }
}
