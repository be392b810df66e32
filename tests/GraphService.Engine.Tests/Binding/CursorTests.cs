using System.Buffers.Text;
using System.Text.Json.Nodes;
using GraphService.Engine.Tests.Music;
using GraphService.TestSupport;

namespace GraphService.Engine.Tests.Binding;

/// <summary>Which list a cursor belongs to, and that nothing else is taken for one.</summary>
public class CursorTests
{
    private static readonly MusicService Service = new(Graph());

    private static MusicGraph Graph()
    {
        var graph = new MusicGraph();
        var album = graph.AddAlbum("album");
        for (var i = 0; i < 5; i++)
        {
            var artist = graph.AddArtist($"artist-{i}", values: [("height", 170 + (i / 2)), ("born", i % 2 == 0 ? "2000" : "2001")]);
            graph.AddLink(artist, "SANG_ON", album, ("billing", i));
            graph.AddLink(artist, "SANG_ON", graph.AddSingle($"single-{i}"));
        }

        return graph;
    }

    [Theory]
    [InlineData("artists(%)", "artists(%, first: 2)")]
    [InlineData("artists(%)", "artists(%, last: 2)")]
    [InlineData("artists(%)", "other: artists(%)")]
    [InlineData("artists(%, order: [{height: ASC}, {id: DESC}])", "artists(first: 1, order: [{height: ASC}, {id: DESC}], %)")]
    [InlineData("artists(%, where: {height: {gt: 1, lt: 999}, id: {neq: \"x\"}})", "artists(%, where: {id: {neq: \"x\"}, height: {lt: 999, gt: 1}})")]
    [InlineData("artists(%, where: {and: [{height: {gt: 1, lt: 999}}]})", "artists(%, where: {and: {height: {lt: 999, gt: 1}}})")]
    [InlineData("artists(%, where: {height: {gt: 1}}, order: {id: ASC})", "artists(%, where: $where, order: $order)")]
    [InlineData("artist(id: \"artist-0\") { parts(%)", "artist(id: \"artist-1\") { parts(%)")]
    [InlineData("artist(id: \"artist-0\") { sang(%)", "other: artist(name: \"artist-2\") { again: sang(%)")]
    [InlineData("recording(id: \"album\") { singers(%)", "album(id: \"album\") { singers(%)")]
    [InlineData("node(id: \"album\") { ... on Recording { parts(%)", "recording(id: \"album\") { parts(%)")]
    [InlineData("index(%, letter: \"art\")", "index(%, first: 2, letter: \"art\")")]
    [InlineData("index(%, letter: \"art\")", "index(%, letter: \"art\", atMost: null)")]
    [InlineData("index(%, letter: \"art\", atMost: 100)", "index(%, letter: \"art\")")]
    [InlineData("artists(%)", "artists(%, where: {}, order: [])")]
    [InlineData("artists(%)", "artists(%, where: {and: [], name: null, height: {}}, order: null)")]
    [InlineData("artists(%, where: {height: {neq: null}})", "artists(%, where: {height: {neq: null}, or: null})")]
    public void A_cursor_is_taken_where_it_is_of_the_same_list(string list, string other)
    {
        var answer = JsonNode.Parse(Ask(other, Cursor(list)))!;
        Assert.True(answer["errors"] is null, answer.ToJsonString());
    }

    [Theory]
    [InlineData("artists(%)", "artists(%, order: {sortName: ASC})")]
    [InlineData("artists(%)", "artists(%, where: {height: {gt: 1}})")]
    [InlineData("artists(%, where: {height: {gt: 2}})", "artists(%, where: {height: {gt: 1}})")]
    [InlineData("artists(%, where: {height: {gt: 2}})", "artists(%, where: {height: {gte: 2}})")]
    [InlineData("artists(%, where: {or: [{id: {eq: \"artist-1\"}}, {height: {gt: 1}}]})", "artists(%, where: {or: [{height: {gt: 1}}, {id: {eq: \"artist-1\"}}]})")]
    [InlineData("artists(%, order: [{height: ASC}, {id: DESC}])", "artists(%, order: [{id: DESC}, {height: ASC}])")]
    [InlineData("artists(%, order: [{height: ASC, id: DESC}])", "artists(%, order: [{id: DESC, height: ASC}])")]
    [InlineData("artists(%, order: [{height: ASC}])", "artists(%, order: [{height: DESC}])")]
    [InlineData("artists(%, order: [{name: ASC}])", "artists(%, order: [{sortName: ASC}])")]
    [InlineData("recordings(%)", "albums(%)")]
    [InlineData("artists(%)", "recordings(%)")]
    [InlineData("artist(id: \"artist-0\") { parts(%)", "recording(id: \"album\") { parts(%)")]
    [InlineData("artist(id: \"artist-0\") { sang(%)", "recordings(%)")]
    [InlineData("index(%, letter: \"art\")", "index(%, letter: \"a\")")]
    [InlineData("index(%, letter: \"art\")", "index(%, letter: \"art\", atMost: 99)")]
    [InlineData("artists(%)", "artists(%, where: {height: {neq: null}})")]
    [InlineData("artists(%)", "artists(%, where: {parts: {some: {}}})")]
    public void A_cursor_of_another_list_is_refused(string list, string other) => AssertRefused(other, Cursor(list));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("!!!!")]
    [InlineData("====")]
    [InlineData("a b")]
    [InlineData("été")]
    [InlineData("\u0000")]
    [InlineData("AAAAAAAAAAAAAAAA")]
    public void A_text_that_is_no_cursor_is_refused(string text)
    {
        AssertRefused("artists(%)", text);
        AssertRefused("index(letter: \"a\", %)", text);
    }

    [Fact]
    public void A_damaged_cursor_is_refused_wherever_the_damage_is()
    {
        var cursor = Cursor("artists(%, order: {height: ASC})");
        var bytes = Base64Url.DecodeFromChars(cursor);
        for (var length = 0; length < bytes.Length; length++)
        {
            AssertRefused("artists(%, order: {height: ASC})", Base64Url.EncodeToString(bytes.AsSpan(0, length)));
        }

        AssertRefused("artists(%, order: {height: ASC})", Base64Url.EncodeToString([.. bytes, 0]));
        AssertRefused("artists(%, order: {height: ASC})", new string('A', 1_000_001));

        for (var place = 0; place < bytes.Length; place++)
        {
            byte[] damaged = [.. bytes];
            damaged[place] ^= 0x41;
            AssertRefused("artists(%, order: {height: ASC})", Base64Url.EncodeToString(damaged));
        }
    }

    // Anyone can read how cursors are written: keys that a row could have are a place in the list, others are refused.
    [Theory]
    [InlineData(new byte[] { 1, 0, 0, 0, 0, 0x7F, 255, 255, 255, 2, 0 }, false)]
    [InlineData(new byte[] { 0, 0 }, false)]
    [InlineData(new byte[] { 0, 2, 2, 0xC3, 0xA9 }, false)]
    [InlineData(new byte[] { 1, 0x7F, 255, 255, 255, 255, 255, 255, 255, 2, 0 }, true)]
    [InlineData(new byte[] { 1, 0x80, 0, 0, 0, 0, 0, 0, 0, 2, 0 }, true)]
    [InlineData(new byte[] { 1, 255, 255, 255, 255, 0x80, 0, 0, 0, 2, 0 }, true)]
    [InlineData(new byte[] { 0, 2, 1, 200 }, true)]
    [InlineData(new byte[] { 0, 2, 3, 255, 254, 0 }, true)]
    public void A_cursor_with_other_keys_is_a_place_in_the_list_if_a_row_could_have_them(byte[] keys, bool isRefused)
    {
        var cursor = Cursor("artists(%, order: {height: ASC})");
        var answer = JsonNode.Parse(Ask("artists(%, order: {height: ASC})", ForgedCursor.WithKeys(cursor, keys)))!;
        Assert.Equal(isRefused ? "BAD_USER_INPUT" : null, answer["errors"]?[0]!["extensions"]!["code"]!.GetValue<string>());
    }

    // Notes have no bound: a list ordered by them is walked all the same.
    [Fact]
    public void Cursors_hold_long_texts()
    {
        var graph = new MusicGraph();
        var album = graph.AddAlbum("album");
        string[] notes = [new('n', 70_000), new('n', 70_001), new('n', 127), new('n', 128), new('n', 16_383), new('n', 16_384), new('ü', 60_000)];
        for (var i = 0; i < notes.Length; i++)
        {
            graph.AddLink(graph.AddArtist($"artist-{i}"), "SANG_ON", album, ("note", notes[i]));
        }

        var service = new MusicService(graph);
        var found = new List<int>();
        string? after = null;
        do
        {
            var page = service.Data(
                """query($after: String) { album(id: "album") { parts(first: 1, after: $after, order: {note: ASC}) { nodes { note } pageInfo { endCursor hasNextPage } } } }""",
                new JsonObject { ["after"] = after }.ToJsonString())["album"]!["parts"]!;
            found.Add(page["nodes"]![0]!["note"]!.GetValue<string>().Length);
            after = page["pageInfo"]!["hasNextPage"]!.GetValue<bool>() ? page["pageInfo"]!["endCursor"]!.GetValue<string>() : null;
        }
        while (after is not null);

        Assert.Equal([127, 128, 16_383, 16_384, 70_000, 70_001, 60_000], found);
    }

    private static string Cursor(string list)
    {
        var answer = JsonNode.Parse(Ask(list, null))!;
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        var found = answer["data"]!;
        while (found["edges"] is null)
        {
            found = found.AsObject().Single().Value!;
        }

        return found["edges"]![0]!["cursor"]!.GetValue<string>();
    }

    /// <summary>Asks for a list; % stands for its cursor, and what it opens is closed.</summary>
    private static string Ask(string list, string? cursor)
    {
        var field = list.Replace("%", cursor is null ? "after: null" : "after: $cursor", StringComparison.Ordinal);
        var braces = string.Concat(Enumerable.Repeat(" }", list.Replace("where: {", "", StringComparison.Ordinal).Split(" { ").Length - 1));
        var variables = new List<string>();
        foreach (var (name, type) in new[] { ("cursor", "String"), ("where", "ArtistFilterInput"), ("order", "[ArtistSortInput!]") })
        {
            if (field.Contains("$" + name, StringComparison.Ordinal))
            {
                variables.Add($"${name}: {type}");
            }
        }

        var head = variables.Count == 0 ? "query" : $"query({string.Join(", ", variables)})";
        return Service.Text(
            $"{head} {{ {field} {{ edges {{ cursor }} }}{braces} }}",
            new JsonObject { ["cursor"] = cursor, ["where"] = JsonNode.Parse("""{"height":{"gt":1}}"""), ["order"] = JsonNode.Parse("""[{"id":"ASC"}]""") }.ToJsonString());
    }

    private static void AssertRefused(string list, string cursor)
    {
        var error = JsonNode.Parse(Ask(list, cursor))!["errors"]![0]!;
        Assert.Equal("after is not a cursor of this list: take one from the same field with the same filter, order and other arguments.", error["message"]!.GetValue<string>());
        Assert.Equal("""{"code":"BAD_USER_INPUT","argument":"after"}""", error["extensions"]!.ToJsonString());
    }
}
