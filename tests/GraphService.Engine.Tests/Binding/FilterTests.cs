using System.Text.Json.Nodes;
using GraphService.Engine.Tests.Music;

namespace GraphService.Engine.Tests.Binding;

/// <summary>What the contract says of filters, sentence by sentence.</summary>
public class FilterTests
{
    private static readonly MusicService Service = new(Graph());

    private static MusicGraph Graph()
    {
        var graph = new MusicGraph();
        var full = graph.AddArtist("full", "K.O. de l'Été", ("aliases", (string[])["Knock Out", "ko"]), ("born", "2025-06"), ("height", 180), ("mood", "LOUD"), ("lucky", (int[])[1, 2]));
        graph.AddArtist("bare", "Bare");
        var other = graph.AddArtist("other", "ŁÓDŹ", ("born", "2025"), ("height", 150), ("mood", "STRANGE"), ("volume", "QUIET"), ("lucky", (int[])[2]));
        var album = graph.AddAlbum("album", "Album", ("year", 2000));
        graph.AddLink(full, "SANG_ON", album, ("songs", (string[])["Side \"A\""]));
        graph.AddLink(other, "ARRANGED", album, ("note", "strings"));
        return graph;
    }

    [Theory]
    [InlineData("{height: {eq: null}}", "bare")]
    [InlineData("{height: {neq: null}}", "full other")]
    [InlineData("{height: {in: [null, 150]}}", "bare other")]
    [InlineData("{height: {nin: [null, 150]}}", "full")]
    [InlineData("{height: {in: []}}", "")]
    [InlineData("{height: {nin: []}}", "bare full other")]
    [InlineData("{height: {ngt: 150}}", "bare other")]
    [InlineData("{height: {gt: 150}}", "full")]
    [InlineData("{height: {nlt: 160}}", "bare full")]
    [InlineData("{height: {gte: 150, lt: 180}}", "other")]
    [InlineData("{born: {gt: \"2025\"}}", "full")]
    [InlineData("{born: {lt: \"2025-06\"}}", "other")]
    [InlineData("{born: {eq: \"2025\"}}", "other")]
    [InlineData("{mood: {eq: LOUD}}", "full")]
    [InlineData("{mood: {neq: LOUD}}", "bare other")]
    [InlineData("{mood: {in: [STRANGE, LOUD, null]}}", "bare full other")]
    [InlineData("{volume: {eq: LOUD}}", "")]
    [InlineData("{volume: {nin: [QUIET]}}", "bare full")]
    [InlineData("{id: {in: [\"other\", \"bare\", \"other\", \"album\", \"nobody\"]}}", "bare other")]
    [InlineData("{id: {eq: \"album\"}}", "")]
    public void Operations_on_numbers_dates_enums_and_ids(string where, string expected) => AssertFound(where, expected);

    [Theory]
    [InlineData("{name: {eq: \"K.O. de l'Été\"}}", "full")]
    [InlineData("{name: {eq: \"k.o. de l'été\"}}", "")]
    [InlineData("{name: {contains: \"l'É\"}}", "full")]
    [InlineData("{name: {ncontains: \"l'É\"}}", "bare other")]
    [InlineData("{name: {startsWith: \"\"}}", "bare full other")]
    [InlineData("{name: {nendsWith: \"é\"}}", "bare other")]
    [InlineData("{name: {search: \"ko ete\"}}", "full")]
    [InlineData("{name: {search: \"ET ko D\"}}", "full")]
    [InlineData("{name: {search: \"o\"}}", "")]
    [InlineData("{name: {search: \"lod\"}}", "other")]
    [InlineData("{name: {eq: \"Bare\", startsWith: \"K\"}}", "")]
    [InlineData("{name: {or: [{eq: \"Bare\"}, {startsWith: \"K\"}]}}", "bare full")]
    [InlineData("{name: {or: [{eq: \"Bare\"}, {}]}}", "bare full other")]
    [InlineData("{name: {and: [{contains: \"a\"}, {contains: \"B\"}], or: []}}", "bare")]
    [InlineData("{name: {and: null, or: null}}", "bare full other")]
    public void Operations_on_texts(string where, string expected) => AssertFound(where, expected);

    [Theory]
    [InlineData("{aliases: {all: {startsWith: \"k\"}}}", "bare other")]
    [InlineData("{aliases: {none: {startsWith: \"k\"}}}", "bare other")]
    [InlineData("{aliases: {some: {startsWith: \"k\"}}}", "full")]
    [InlineData("{aliases: {some: {search: \"out\"}}}", "full")]
    [InlineData("{aliases: {some: {eq: null}}}", "")]
    [InlineData("{aliases: {some: {neq: null}}}", "full")]
    [InlineData("{aliases: {any: true}}", "full")]
    [InlineData("{aliases: {any: false}}", "bare other")]
    [InlineData("{aliases: {some: {}}}", "full")]
    [InlineData("{aliases: {none: {}}}", "bare other")]
    [InlineData("{aliases: {all: {}}}", "bare full other")]
    [InlineData("{lucky: {all: {gt: 1}, any: true}}", "other")]
    [InlineData("{lucky: {some: {in: [1, 5]}}}", "full")]
    [InlineData("{lucky: {none: {nlte: 1}}}", "bare")]
    [InlineData("{crafts: {some: {eq: ARRANGER}}}", "other")]
    [InlineData("{crafts: {all: {in: [VOICE]}}}", "bare full")]
    [InlineData("{parts: {some: {recording: {year: {eq: 2000}}, artist: {id: {eq: \"full\"}}}}}", "full")]
    [InlineData("{parts: {some: {songs: {some: {contains: \"\\\"A\"}}}}}", "full")]
    [InlineData("{parts: {all: {kind: {eq: SANG_ON}}}}", "bare full")]
    [InlineData("{parts: {none: {craft: {eq: VOICE}}}}", "bare other")]
    [InlineData("{sang: {any: false}}", "bare other")]
    [InlineData("{sang: {some: {singers: {some: {sang: {any: true}}}}}}", "full")]
    public void Quantifiers(string where, string expected) => AssertFound(where, expected);

    [Theory]
    [InlineData("null", "bare full other")]
    [InlineData("{}", "bare full other")]
    [InlineData("{and: []}", "bare full other")]
    [InlineData("{or: []}", "bare full other")]
    [InlineData("{and: null, or: null, name: null, parts: null}", "bare full other")]
    [InlineData("{or: [{}]}", "bare full other")]
    [InlineData("{or: [{id: {eq: \"bare\"}}, {}]}", "bare full other")]
    [InlineData("{or: [{id: {eq: \"bare\"}}, {id: {eq: \"other\"}}]}", "bare other")]
    [InlineData("{or: {id: {eq: \"bare\"}}}", "bare")]
    [InlineData("{and: [{height: {gt: 1}}, {or: [{mood: {eq: LOUD}}, {volume: {eq: QUIET}}]}], id: {neq: \"full\"}}", "other")]
    [InlineData("{name: {}}", "bare full other")]
    [InlineData("{parts: {}}", "bare full other")]
    public void Empty_and_joined_filters(string where, string expected) => AssertFound(where, expected);

    [Theory]
    [InlineData("name: {contains: null}", "where.name.contains")]
    [InlineData("name: {nstartsWith: null}", "where.name.nstartsWith")]
    [InlineData("name: {search: null}", "where.name.search")]
    [InlineData("height: {gt: null}", "where.height.gt")]
    [InlineData("born: {nlte: null}", "where.born.nlte")]
    [InlineData("aliases: {any: null}", "where.aliases.any")]
    [InlineData("parts: {some: null}", "where.parts.some")]
    [InlineData("and: [{}, {or: [{aliases: {all: {or: [{}, {search: null}]}}}]}]", "where.and[1].or[0].aliases.all.or[1].search")]
    public void A_null_operand_is_refused(string filter, string path)
    {
        var error = Service.Error($"{{ artists(where: {{{filter}}}) {{ totalCount }} }}");
        Assert.Equal($"{path} must not be null: leave it out, or compare with a missing value by eq, neq, in or nin.", error["message"]!.GetValue<string>());
        Assert.Equal($$"""{"code":"BAD_USER_INPUT","argument":"{{path}}"}""", error["extensions"]!.ToJsonString());
        Assert.Equal("""["artists"]""", error["path"]!.ToJsonString());
    }

    [Theory]
    [InlineData("...")]
    [InlineData("!? -")]
    [InlineData("")]
    public void A_search_for_nothing_is_refused(string text)
    {
        var error = Service.Error("query($text: String) { artists(where: {aliases: {some: {search: $text}}}) { totalCount } }", new JsonObject { ["text"] = text }.ToJsonString());
        Assert.Equal("where.aliases.some.search has no letter or digit to search for.", error["message"]!.GetValue<string>());
        Assert.Equal("""{"code":"BAD_USER_INPUT","argument":"where.aliases.some.search"}""", error["extensions"]!.ToJsonString());
    }

    [Fact]
    public void A_search_is_as_long_as_the_limit_and_no_longer()
    {
        const string query = "query($text: String) { artists(where: {name: {search: $text}}) { totalCount } }";
        Assert.Equal(0, Service.Data(query, $$"""{"text":"{{new string('x', 4096)}}"}""")["artists"]!["totalCount"]!.GetValue<int>());
        var error = Service.Error(query, $$"""{"text":"{{new string('x', 4097)}}"}""");
        Assert.Equal("where.name.search is longer than 4096 characters: search for fewer words.", error["message"]!.GetValue<string>());
        Assert.Equal("""{"code":"LIMIT_SEARCH_LENGTH","limit":{"name":"SEARCH_LENGTH","value":4096}}""", error["extensions"]!.ToJsonString());
    }

    [Fact]
    public void Filters_nest_as_deep_as_the_limit_and_no_deeper()
    {
        static string Nested(int levels) => levels == 0 ? "{}" : $"{{and: [{Nested(levels - 1)}]}}";
        Assert.Equal(3, Service.Data($"{{ artists(where: {Nested(15)}) {{ totalCount }} }}")["artists"]!["totalCount"]!.GetValue<int>());
        var error = Service.Error($"{{ artists(where: {Nested(16)}) {{ totalCount }} }}");
        Assert.Equal("LIMIT_FILTER_DEPTH", error["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal(
            "The filter is nested deeper than 16 levels at where.and[0].and[0].and[0].and[0].and[0].and[0].and[0].and[0].and[0].and[0].and[0].and[0].and[0].and...: say it with fewer.",
            error["message"]!.GetValue<string>());
    }

    // A variable used often makes a large filter of a small request.
    [Theory]
    [InlineData(24, null)]
    [InlineData(25, "LIMIT_FILTER_SIZE")]
    [InlineData(900, "LIMIT_FILTER_SIZE")]
    public void A_variable_counts_wherever_it_is_used(int uses, string? refused)
    {
        var query = $"query($a: ArtistFilterInput!) {{ artists(where: {{or: [{string.Join(' ', Enumerable.Repeat("$a", uses))}]}}) {{ totalCount }} }}";
        var hundred = string.Join(',', Enumerable.Repeat("""{"name":{"eq":"x"}}""", 100));
        var variables = $$$"""{"a":{"or":[{{{hundred}}}]}}""";
        if (refused is null)
        {
            Assert.Equal(0, Service.Data(query, variables)["artists"]!["totalCount"]!.GetValue<int>());
        }
        else
        {
            var error = Service.Error(query, variables);
            Assert.Equal("""{"code":"LIMIT_FILTER_SIZE","limit":{"name":"FILTER_SIZE","value":5000}}""", error["extensions"]!.ToJsonString());
            Assert.Equal(
                "The filters of the operation have more than 5000 parts, variables counted wherever they are used: ask for less, or in several requests.",
                error["message"]!.GetValue<string>());
        }
    }

    // It is copied wherever it is used: half a megabyte, used in thousands of conditions, would be a gigabyte.
    [Theory]
    [InlineData(12, false)]
    [InlineData(13, true)]
    public void A_long_text_counts_as_several_parts(int uses, bool isRefused)
    {
        var query = $"query($text: String!) {{ artists(where: {{or: [{string.Join(' ', Enumerable.Repeat("{name: {eq: $text}}", uses))}]}}) {{ totalCount }} }}";
        var variables = $$"""{"text":"{{new string('x', 100_000)}}"}""";
        Assert.Equal(isRefused, Service.Text(query, variables).Contains("LIMIT_FILTER_SIZE", StringComparison.Ordinal));
    }

    // Each level multiplies: without a look at the token inside a row, one artist would keep a processor for hours.
    [Fact]
    public void A_filter_that_walks_far_can_be_stopped()
    {
        var graph = new MusicGraph();
        var artists = Enumerable.Range(0, 30).Select(i => graph.AddArtist($"artist-{i}")).ToList();
        foreach (var album in Enumerable.Range(0, 30).Select(i => graph.AddAlbum($"album-{i}")).ToList())
        {
            artists.ForEach(artist => graph.AddLink(artist, "SANG_ON", album));
        }

        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var service = new MusicService(graph);
        Assert.Throws<OperationCanceledException>(() => service.Text(
            """{ artists(where: {id: {eq: "artist-0"}, sang: {some: {singers: {some: {sang: {some: {title: {eq: "none"}}}}}}}}) { totalCount } }""", cancel: stop.Token));
    }

    private static void AssertFound(string where, string expected)
    {
        var nodes = Service.Data($"{{ artists(where: {where}, order: {{id: ASC}}) {{ nodes {{ id }} }} }}")["artists"]!["nodes"]!.AsArray();
        Assert.Equal(expected, string.Join(' ', nodes.Select(n => n!["id"])));
        var count = Service.Data($"{{ artists(where: {where}) {{ totalCount }} }}")["artists"]!["totalCount"]!.GetValue<int>();
        Assert.Equal(nodes.Count, count);
    }
}
