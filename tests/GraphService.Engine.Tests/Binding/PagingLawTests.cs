using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GraphService.Engine.Tests.Music;

namespace GraphService.Engine.Tests.Binding;

/// <summary>Pages of every connection, in every order and under every filter: nothing lost, nothing twice, flags exact.</summary>
public class PagingLawTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(10);

    private static Arbitrary<int> Seeds => Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void Walks_forward_and_backward_meet_every_row_once() => ForAllLists((random, service, list) =>
    {
        var size = random.Next(1, 4);
        var forward = new List<string>();
        string? cursor = null;
        do
        {
            // The cursor is that of the last row so far.
            var page = list.Ask(service, new PageRequest(First: size, After: cursor is null ? null : forward.Count - 1), _ => cursor!);
            forward.AddRange(Check(list, page, NaivePage.Of(list.Rows.Count, new PageRequest(First: size, After: cursor is null ? null : forward.Count - 1))));
            cursor = page["pageInfo"]!["endCursor"]?.GetValue<string>();
            Assert.Equal(forward.Count < list.Rows.Count, page["pageInfo"]!["hasNextPage"]!.GetValue<bool>());
        }
        while (forward.Count < list.Rows.Count);

        Assert.Equal(list.Rows, forward);
        if (!list.IsTwoWay)
        {
            return;
        }

        var backward = new List<string>();
        cursor = null;
        do
        {
            int? before = cursor is null ? null : list.Rows.Count - backward.Count;
            var page = list.Ask(service, new PageRequest(Last: size, Before: before), _ => cursor!);
            backward.InsertRange(0, Check(list, page, NaivePage.Of(list.Rows.Count, new PageRequest(Last: size, Before: before))));
            cursor = page["pageInfo"]!["startCursor"]?.GetValue<string>();
        }
        while (backward.Count < list.Rows.Count);

        Assert.Equal(list.Rows, backward);
    });

    [Fact]
    public void Any_range_is_cut_exactly() => ForAllLists((random, service, list) =>
    {
        var cursors = list.Ask(service, new PageRequest(), _ => "")["edges"]!.AsArray().Select(e => e!["cursor"]!.GetValue<string>()).ToList();
        Assert.Equal(cursors.Count, cursors.Distinct().Count());
        for (var i = 0; i < 4; i++)
        {
            int? Place() => cursors.Count == 0 || random.Next(2) == 0 ? null : random.Next(cursors.Count);
            int? size = random.Next(5) is 4 ? null : random.Next(0, 4);
            var request = !list.IsTwoWay ? new PageRequest(First: size, After: Place()) : random.Next(2) == 0 ? new PageRequest(First: size, After: Place(), Before: Place()) : new PageRequest(Last: size, After: Place(), Before: Place());
            Check(list, list.Ask(service, request, place => cursors[place]), NaivePage.Of(list.Rows.Count, request));
        }
    });

    /// <summary>Rows come and go, that of the cursor too: what is left stands on its side of the cursor as before.</summary>
    [Fact]
    public void Cursors_survive_another_graph() => Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        var graph = RandomMusic.Graph(seed);
        var service = new MusicService(graph);
        var lists = ListCase.Of(new Random(seed), graph).ToList();
        var cursors = lists.ConvertAll(list => list.Ask(service, new PageRequest(), _ => "")["edges"]!.AsArray().Select(e => e!["cursor"]!.GetValue<string>()).ToList());

        // The same graph with some artists and recordings less, and some more.
        foreach (var node in graph.Nodes.Where(n => n.Kind != "SOURCE" && random.Next(4) == 0 && graph.Nodes.Count > 1).ToList())
        {
            graph.Nodes.Remove(node);
            graph.Links.RemoveAll(l => l.From == node || l.To == node);
        }

        var artist = graph.AddArtist("new-artist", RandomMusic.Pick(random, RandomMusic.Texts));
        graph.AddLink(artist, "SANG_ON", graph.AddAlbum("new-album", RandomMusic.Pick(random, RandomMusic.Texts), ("year", 1)));
        service.Graphs.Publish(graph.Load());
        var changed = ListCase.Of(new Random(seed), graph).ToList();
        foreach (var (list, places) in lists.Zip(cursors))
        {
            // Filters may say something else of the new graph: those over lists of other nodes do.
            if (list.Arguments.Contains("where", StringComparison.Ordinal) || changed.Find(c => c.Field == list.Field && c.Parent?.Id == list.Parent?.Id && c.Arguments == "") is not { } now || list.Arguments != "")
            {
                continue;
            }

            for (var place = 0; place < places.Count; place++)
            {
                var after = Rows(list.Ask(service, new PageRequest(After: place), p => places[p]), list);
                Assert.Equal(now.Rows.Where(r => list.Rows.Skip(place + 1).Contains(r)), after.Where(list.Rows.Contains));
                if (!list.IsTwoWay)
                {
                    continue;
                }

                var before = Rows(list.Ask(service, new PageRequest(Before: place), p => places[p]), list);
                Assert.Equal(now.Rows.Where(r => list.Rows.Take(place).Contains(r)), before.Where(list.Rows.Contains));
                Assert.Equal(now.Rows, before.Concat(now.Rows.Where(r => r == list.Rows[place])).Concat(after));
            }
        }
    }).Check(Config);

    private static List<string> Rows(JsonNode page, ListCase list) => [.. page["edges"]!.AsArray().Select(e => list.Identity(e!))];

    private static List<string> Check(ListCase list, JsonNode page, NaivePage expected)
    {
        var rows = Rows(page, list);
        Assert.Equal(list.Rows.Skip(expected.Start).Take(expected.Count), rows);
        var info = page["pageInfo"]!;
        var edges = page["edges"]!.AsArray();
        Assert.Equal((expected.HasNext, expected.HasPrevious), (info["hasNextPage"]!.GetValue<bool>(), info["hasPreviousPage"]!.GetValue<bool>()));
        Assert.Equal(
            (edges.FirstOrDefault()?["cursor"]!.GetValue<string>(), edges.LastOrDefault()?["cursor"]!.GetValue<string>()),
            (info["startCursor"]?.GetValue<string>(), info["endCursor"]?.GetValue<string>()));
        Assert.Equal(list.Rows.Count, page["totalCount"]!.GetValue<int>());
        return rows;
    }

    private static void ForAllLists(Action<Random, MusicService, ListCase> check) => Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        var graph = RandomMusic.Graph(seed);
        var service = new MusicService(graph);
        foreach (var list in ListCase.Of(random, graph))
        {
            try
            {
                check(random, service, list);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException(list.ToString(), failure);
            }
        }
    }).Check(Config);
}
