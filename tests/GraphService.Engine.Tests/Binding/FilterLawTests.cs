using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GraphService.Engine.Tests.Music;

namespace GraphService.Engine.Tests.Binding;

/// <summary>Every filter holds for exactly the rows for which the contract's words hold.</summary>
public class FilterLawTests
{
    private const int FiltersPerGraph = 25;

    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(40);

    private static Arbitrary<int> Seeds => Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void Filters_of_root_lists() => Prop.ForAll(Seeds, seed =>
    {
        var (random, graph) = (new Random(seed), RandomMusic.Graph(seed));
        var (service, filters) = (new MusicService(graph), new RandomFilter(random, graph));
        for (var i = 0; i < FiltersPerGraph; i++)
        {
            AssertSame(service, random, "artists", "ArtistFilterInput", filters.Artist(3), graph.Artists);
            AssertSame(service, random, "recordings", "RecordingFilterInput", filters.Recording(3), graph.Recordings);
            AssertSame(service, random, "albums", "AlbumFilterInput", filters.Album(3), graph.Recordings.Where(n => n.Kind == "ALBUM"));
        }
    }).Check(Config);

    [Fact]
    public void Filters_of_lists_below_a_node() => Prop.ForAll(Seeds, seed =>
    {
        var (random, graph) = (new Random(seed), RandomMusic.Graph(seed));
        var (service, filters) = (new MusicService(graph), new RandomFilter(random, graph));
        foreach (var artist in graph.Artists)
        {
            for (var i = 0; i < 5; i++)
            {
                var (parts, sang) = (filters.Part(3), filters.Recording(3));
                var answer = service.Data(
                    $$"""
                    query($id: ID!, $where: RecordingFilterInput) {
                      artist(id: $id) {
                        parts(where: {{parts.Written.Text}}) { totalCount nodes { kind recording { id } } }
                        sang(where: $where) { totalCount nodes { id } }
                      }
                    }
                    """,
                    $$"""{"id":{{JsonSerializer.Serialize(artist.Id)}},"where":{{sang.Written.Json}}}""")["artist"]!;
                AssertSame(
                    filters.Parts(new NaiveRow(artist, null)).Where(parts.Holds).Select(r => $"{r.Link!.Type} {r.Node!.Id}"),
                    answer["parts"]!,
                    n => $"{n["kind"]} {n["recording"]!["id"]}",
                    parts.Written.Text);
                AssertSame(filters.Sang(artist).Where(sang.Holds).Select(r => r.Node!.Id), answer["sang"]!, n => n["id"]!.GetValue<string>(), sang.Written.Text);
            }
        }
    }).Check(Config);

    // A literal and a variable mean the same.
    private static void AssertSame(MusicService service, Random random, string field, string type, NaiveFilter<NaiveRow> filter, IEnumerable<MusicNode> nodes)
    {
        var data = random.Next(2) == 0
            ? service.Data($"{{ {field}(where: {filter.Written.Text}) {{ totalCount nodes {{ id }} }} }}")
            : service.Data($"query($where: {type}) {{ {field}(where: $where) {{ totalCount nodes {{ id }} }} }}", $"{{\"where\":{filter.Written.Json}}}");
        AssertSame(nodes.Where(n => filter.Holds(new NaiveRow(n, null))).Select(n => n.Id), data[field]!, n => n["id"]!.GetValue<string>(), filter.Written.Text);
    }

    private static void AssertSame(IEnumerable<string> expected, JsonNode connection, Func<JsonNode, string> identity, string filter)
    {
        var rows = connection["nodes"]!.AsArray().Select(n => identity(n!)).ToList();
        var missing = expected.ToList();
        Assert.True(
            missing.Count == connection["totalCount"]!.GetValue<int>() && missing.Order(StringComparer.Ordinal).SequenceEqual(rows.Order(StringComparer.Ordinal)),
            $"{filter}\nexpected {string.Join(", ", missing)}\nactual {connection.ToJsonString()}");
    }
}
