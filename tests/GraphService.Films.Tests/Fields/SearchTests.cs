using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GraphService.Engine.Pipeline;
using GraphService.Films.Tests.TestSupport;
using GraphService.Graph.Text;

namespace GraphService.Films.Tests.Fields;

/// <summary>Search through the whole service, against a plain one over random names.</summary>
public class SearchTests
{
    private const string Edge = "score matched node { id }";

    private static readonly string[] Words =
        ["a", "ab", "abc", "A", "b", "é", "É", "e\u0301", "Zoé", "O'Brien", "K.O.", "ko", "K O", "Straße", "strasse", "œuf", "Łódź", "I\u0307", "…", "!!", "-", "中", "中国", "😀", "𝔘", "𝔘b", "ﬀ", "2", "٣", "\u00A0", "|", "\n"];

    private static readonly string[] Between = [" ", " ", "-", "'", ".", ""];

    [Fact]
    public void The_best_are_found_as_by_a_plain_search() => Hold((graph, service) =>
    {
        var variables = Variables(graph);
        var query = $"query($text: String!, $kinds: [NodeKind!], $first: Int, $after: String) {{ list: search(text: $text, kinds: $kinds, first: $first, after: $after) {{ {Pages.Info} edges {{ cursor {Edge} }} }} }}";
        if (Folding.Fold(graph.Text).Length == 0)
        {
            Assert.Equal("text has no letter or digit to search for.", Refusal(service.Ask(query, variables)));
            return;
        }

        var expected = graph.Expected();
        foreach (var size in new[] { 1, 3, 200 })
        {
            var found = Pages.Walk(service, query, variables, size)
                .Select(e => new SearchGraph.Found((int)e.GetProperty("score").GetDouble(), e.GetProperty("matched").GetString()!, e.GetProperty("node").GetProperty("id").GetString()!));
            Assert.Equal(expected, found);
        }

        var nothing = service.Data(query, variables.Replace("\"text\"", "\"first\":0,\"text\"", StringComparison.Ordinal)).GetProperty("list");
        Assert.Equal((expected.Count, expected.Count > 0), (nothing.GetProperty("totalCount").GetInt32(), nothing.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()));
    });

    [Fact]
    public void Candidates_of_a_shared_name_are_in_the_order_of_a_search() => Hold((graph, service) =>
    {
        var whole = (graph with { Kinds = ["PERSON"] }).Expected().Where(f => f.Score == 3).Select(f => f.Id).ToList();
        if (whole.Count < 2)
        {
            return;
        }

        var error = service.Ask("query($text: String) { person(name: $text) { id } }", Variables(graph)).GetProperty("errors")[0].GetProperty("extensions");

        Assert.Equal("AMBIGUOUS_NAME", error.GetProperty("code").GetString());
        Assert.Equal(whole, error.GetProperty("candidates").EnumerateArray().Select(c => c.GetProperty("id").GetString()));
    });

    [Theory]
    [InlineData("ko", "k-o-2025", 3.0, "K.O.")]
    [InlineData("honore", "christophe-honore", 1.0, "Christophe Honoré")]
    [InlineData("HONORÉ  christophe", "christophe-honore", 1.0, "Christophe Honoré")]
    [InlineData("netf", "netflix", 2.0, "Netflix")]
    public void The_seed_is_searched(string text, string id, double score, string matched)
    {
        var first = FilmService.Seed.Data($"query($text: String!) {{ search(text: $text, first: 1) {{ edges {{ {Edge} }} }} }}", JsonSerializer.Serialize(new { text }))
            .GetProperty("search").GetProperty("edges")[0];

        Assert.Equal((score, matched, id), (first.GetProperty("score").GetDouble(), first.GetProperty("matched").GetString(), first.GetProperty("node").GetProperty("id").GetString()));
    }

    [Fact]
    public void Both_films_of_one_title_come_first_among_works() => Assert.Equal(
        ["k-o-2025", "k-o-2017"],
        FilmService.Seed.Data("{ search(text: \"ko\", kinds: [FILM, SERIES]) { nodes { id } } }").GetProperty("search").GetProperty("nodes").EnumerateArray().Take(2).Select(n => n.GetProperty("id").GetString()));

    [Fact]
    public void What_is_not_served_is_not_found() => Assert.Equal(0,
        FilmService.Seed.Data("{ search(text: \"former MMA champion\") { totalCount } }").GetProperty("search").GetProperty("totalCount").GetInt32());

    [Fact]
    public void A_cursor_of_another_text_is_refused()
    {
        var cursor = FilmService.Seed.Data("{ search(text: \"l\", first: 1) { pageInfo { endCursor } } }").GetProperty("search").GetProperty("pageInfo").GetProperty("endCursor").GetString();

        Assert.StartsWith("after is not a cursor of this list", Refusal(FilmService.Seed.Ask($"{{ search(text: \"le\", after: \"{cursor}\") {{ totalCount }} }}")), StringComparison.Ordinal);
        Assert.StartsWith("after is not a cursor of this list", Refusal(FilmService.Seed.Ask($"{{ search(text: \"l\", kinds: [FILM], after: \"{cursor}\") {{ totalCount }} }}")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused()
    {
        var response = FilmService.Seed.Ask("query($text: String!) { search(text: $text) { totalCount } }", JsonSerializer.Serialize(new { text = new string('a', 4097) }));

        Assert.Equal("text is longer than 4096 characters: search for fewer words.", Refusal(response));
        Assert.Equal("LIMIT_SEARCH_LENGTH", response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public void A_search_that_meets_its_budget_is_refused()
    {
        var response = FilmService.Load(Folders.Seed, new EngineLimits { MaxVisited = 3 }).Ask("{ search(text: \"l\") { totalCount } }");

        Assert.Equal("The search looked at 3 names without an end: search for longer words.", Refusal(response));
        Assert.Equal("""{"code":"LIMIT_VISITED","limit":{"name":"VISITED","value":3}}""", response.GetProperty("errors")[0].GetProperty("extensions").GetRawText());
    }

    private static string Refusal(JsonElement response) => Assert.Single(response.GetProperty("errors").EnumerateArray()).GetProperty("message").GetString()!;

    private static string Variables(SearchGraph graph) => JsonSerializer.Serialize(new { text = graph.Text, kinds = graph.Kinds });

    private static void Hold(Action<SearchGraph, FilmService> law) =>
        Prop.ForAll(Arb.From(Graphs, Smaller), graph => Serve(graph, service => law(graph, service)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(2025, 607));

    private static void Serve(SearchGraph graph, Action<FilmService> ask)
    {
        var folder = Directory.CreateTempSubdirectory("names-");
        try
        {
            graph.WriteTo(folder.FullName);
            ask(FilmService.Load(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Gen<string> Names =>
        from words in Gen.Elements(Words).NonEmptyListOf()
        from between in Gen.Elements(Between)
        select string.Join(between, words.Take(3));

    private static Gen<SearchGraph> Graphs =>
        from count in Gen.Choose(1, 18)
        from pool in Names.ArrayOf(6)
        from nodes in (from kind in Gen.Elements("PERSON", "PERSON", "FILM", "GENRE") from names in Gen.Elements(pool).NonEmptyListOf() select (kind, names.Take(3).ToArray())).ArrayOf(count)
        from influences in (from start in Gen.Choose(0, count - 1) from end in Gen.Choose(0, count - 1) from note in Gen.Elements("", "x", "y") select (start, end, note)).ListOf()
        from text in Gen.OneOf(Gen.Elements(pool), Names, Parts(pool))
        from kinds in Gen.Elements(new string[][] { [], [], ["PERSON"], ["FILM", "GENRE"], ["FILM", "SERIES", "FILM"] })
        select new SearchGraph(nodes, [.. influences], text, kinds);

    /// <summary>Beginnings of words of a name, in any order.</summary>
    private static Gen<string> Parts(string[] pool) =>
        from name in Gen.Elements(pool)
        from words in Gen.Shuffle(Folding.Fold(name).Split(' '))
        from length in Gen.Choose(1, 3)
        select string.Join(' ', words.Select(w => string.Concat(w.EnumerateRunes().Take(length))));

    private static IEnumerable<SearchGraph> Smaller(SearchGraph graph)
    {
        if (graph.Influences.Length > 0)
        {
            yield return graph with { Influences = [] };
        }

        if (graph.Kinds.Length > 0)
        {
            yield return graph with { Kinds = [] };
        }

        for (var last = graph.Nodes.Length - 1; last > 0 && graph.Influences.Length == 0; last--)
        {
            yield return graph with { Nodes = graph.Nodes[..last] };
        }
    }
}
