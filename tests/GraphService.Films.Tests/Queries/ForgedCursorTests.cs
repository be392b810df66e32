using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GraphService.Films.Tests.TestSupport;
using GraphService.TestSupport;

namespace GraphService.Films.Tests.Queries;

/// <summary>Whatever is sent for a cursor, the answer is a page or a refusal.</summary>
public class ForgedCursorTests
{
    public static TheoryData<string> Lists =>
    [
        "people",
        "works(order: [{ year: DESC }, { kind: ASC }])",
        "films(where: { year: { gt: 2000 } }, order: { form: DESC })",
        "sharedWorks(people: [\"laurent-lafitte\"])",
        "collaborationPaths(from: \"clotilde-hesme\", to: \"guillaume-canet\")",
        "person(id: \"laurent-lafitte\") { collaborators",
        "recurringTeams(minWorks: 1)",
        "centralPeople(measure: PAGERANK)",
        "components",
        "person(id: \"laurent-lafitte\") { credits",
        "person(id: \"laurent-lafitte\") { actedIn",
        "person(id: \"laurent-lafitte\") { relationships",
        "film(id: \"k-o-2017\") { relationships(over: [DIRECTED, HAS_GENRE])",
        "film(id: \"k-o-2017\") { cast",
        "film(id: \"k-o-2017\") { credits(order: [{ note: DESC }, { person: { name: ASC } }])",
    ];

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_cursor_with_other_keys_is_a_place_in_the_list_or_refused(string list)
    {
        var cursor = Find(FilmService.Seed.Data(Query(list, "first: 2"))).GetProperty("edges")[0].GetProperty("cursor").GetString()!;

        Prop.ForAll(Arb.From(Keys), keys => Answers(list, ForgedCursor.WithKeys(cursor, keys)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(2025, 607));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_text_that_is_no_cursor_is_refused(string list)
    {
        foreach (var text in new[] { "", " ", "x", "====", "AAAA", "K.O.", "é", Damaged(list), Cursor(list) + "=", " " + Cursor(list), "\u0000", "😀", new string('A', 30_000), "AcvY9BpPQYGr" })
        {
            var response = FilmService.Seed.Ask($"query($after: String) {Query(list, "after: $after")}", JsonSerializer.Serialize(new { after = text }));

            var extensions = Assert.Single(response.GetProperty("errors").EnumerateArray()).GetProperty("extensions");
            Assert.Equal("BAD_USER_INPUT", extensions.GetProperty("code").GetString());
            Assert.Equal("after", extensions.GetProperty("argument").GetString());
        }
    }

    [Theory]
    [InlineData("people", new byte[] { 2, 1, 0xFF, 2, 1, (byte)'a' })]
    [InlineData("works", new byte[] { 1, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 2, 1, (byte)'a', 2, 1, (byte)'a' })]
    public void A_key_that_no_row_could_have_is_refused(string list, byte[] keys)
    {
        var response = FilmService.Seed.Ask($"query($after: String) {Query(list, "after: $after")}", JsonSerializer.Serialize(new { after = ForgedCursor.WithKeys(Cursor(list), keys) }));

        Assert.Equal("BAD_USER_INPUT", Assert.Single(response.GetProperty("errors").EnumerateArray()).GetProperty("extensions").GetProperty("code").GetString());
    }

    private static string Cursor(string list) => Find(FilmService.Seed.Data(Query(list, "first: 1"))).GetProperty("edges")[0].GetProperty("cursor").GetString()!;

    private static string Damaged(string list)
    {
        var cursor = Cursor(list).ToCharArray();
        cursor[^3] = cursor[^3] == 'A' ? 'B' : 'A';
        return new string(cursor);
    }

    /// <summary>Keys as they are written, of any kind and number, whole or cut off.</summary>
    private static Gen<byte[]> Keys =>
        from keys in Gen.OneOf(
            Gen.Constant((byte[])[0]),
            Gen.Choose(0, 255).ArrayOf(8).Select(bytes => (byte[])[1, .. bytes.Select(b => (byte)b)]),
            Gen.Choose(-2, 2020).Select(n => (byte[])[1, .. BitConverter.GetBytes((long)n).Reverse()]),
            Gen.Choose(0, 255).ArrayOf().Select(bytes => (byte[])[2, (byte)bytes.Length, .. bytes.Select(b => (byte)b)])).ArrayOf()
        let whole = keys.SelectMany(k => k).ToArray()
        from cut in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(0, whole.Length)))
        select whole[..^cut];

    private static void Answers(string list, string after)
    {
        var response = FilmService.Seed.Ask($"query($after: String) {Query(list, "first: 3, after: $after")}", JsonSerializer.Serialize(new { after }));

        if (response.TryGetProperty("errors", out var errors))
        {
            Assert.Equal("BAD_USER_INPUT", Assert.Single(errors.EnumerateArray()).GetProperty("extensions").GetProperty("code").GetString());
        }
        else
        {
            Assert.True(Find(response.GetProperty("data")).GetProperty("edges").GetArrayLength() <= 3);
        }
    }

    private static string Query(string list, string arguments)
    {
        var asked = list.EndsWith(')') ? $"{list[..^1]}, {arguments})" : $"{list}({arguments})";
        return $"{{ {asked} {{ totalCount edges {{ cursor }} pageInfo {{ hasNextPage hasPreviousPage }} }} {(list.Contains(") { ", StringComparison.Ordinal) ? "}" : "")} }}";
    }

    private static JsonElement Find(JsonElement data) => data.TryGetProperty("edges", out _) ? data : Find(data.EnumerateObject().First().Value);
}
