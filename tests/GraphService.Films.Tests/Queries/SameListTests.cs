using GraphService.Films.Tests.TestSupport;

namespace GraphService.Films.Tests.Queries;

/// <summary>A cursor is bound to a field and to what its arguments mean, not to the parent, nor to the way in which the arguments are said.</summary>
public class SameListTests
{
    [Theory]
    [InlineData("film(id: \"k-o-2017\") { cast(%)", "work(id: \"les-revenants\") { cast(%)")]
    [InlineData("film(id: \"k-o-2017\") { credits(%)", "series(id: \"les-revenants\") { credits(%)")]
    [InlineData("people(%)", "people(%, order: [])")]
    [InlineData("people(%)", "people(%, where: {})")]
    [InlineData("people(%)", "people(%, where: { name: {}, roles: null, and: [] })")]
    [InlineData("people(%, where: { roles: { some: {} }, name: { neq: null } })", "people(%, where: { name: { neq: null }, roles: { some: {} } })")]
    [InlineData("person(id: \"fabrice-gobert\") { collaborators(%)", "person(id: \"laurent-lafitte\") { collaborators(%, roles: [], theirRoles: [], minWorks: 1)")]
    [InlineData("person(id: \"fabrice-gobert\") { collaborators(%, roles: [DIRECTOR, ACTOR])", "person(id: \"laurent-lafitte\") { collaborators(%, roles: [ACTOR, ACTOR, DIRECTOR])")]
    [InlineData("sharedWorks(%, people: [\"fabrice-gobert\", \"clotilde-hesme\", \"fabrice-gobert\"])", "sharedWorks(%, people: [\"clotilde-hesme\", \"fabrice-gobert\"])")]
    [InlineData("collaborationPaths(%, from: \"clotilde-hesme\", to: \"guillaume-canet\")", "collaborationPaths(%, from: \"clotilde-hesme\", to: \"guillaume-canet\", roles: [], avoiding: [])")]
    [InlineData("person(id: \"fabrice-gobert\") { relationships(%)", "node(id: \"festival-de-cannes\") { relationships(%, over: [])")]
    [InlineData("film(id: \"k-o-2017\") { relationships(%)", "node(id: \"source-003\") { relationships(%, over: null)")]
    [InlineData("film(id: \"k-o-2017\") { relationships(%, over: [DIRECTED, ACTED_IN])", "series(id: \"les-revenants\") { relationships(%, over: [ACTED_IN, DIRECTED, ACTED_IN])")]
    public void A_cursor_serves_wherever_the_list_is_the_same(string list, string same) =>
        Assert.False(FilmService.Seed.Ask(Query(same, $"first: 1, after: \"{Cursor(list)}\"")).TryGetProperty("errors", out var errors), errors.ToString());

    [Theory]
    [InlineData("film(id: \"k-o-2017\") { cast(%)", "film(id: \"k-o-2017\") { directors(%)")]
    [InlineData("people(%)", "people(%, where: { name: { eq: null } })")]
    [InlineData("people(%)", "people(%, where: { roles: { some: {} } })")]
    [InlineData("people(%)", "people(%, order: { sortName: ASC })")]
    [InlineData("works(%, order: [{ year: ASC }, { title: ASC }])", "works(%, order: [{ title: ASC }, { year: ASC }])")]
    [InlineData("person(id: \"fabrice-gobert\") { collaborators(%)", "person(id: \"fabrice-gobert\") { collaborators(%, theirRoles: [ACTOR])")]
    [InlineData("person(id: \"fabrice-gobert\") { relationships(%)", "person(id: \"fabrice-gobert\") { relationships(%, over: [DIRECTED])")]
    [InlineData("person(id: \"fabrice-gobert\") { relationships(%)", "person(id: \"fabrice-gobert\") { credits(%)")]
    public void A_cursor_of_another_list_is_refused(string list, string other) =>
        Assert.Equal("BAD_USER_INPUT", FilmService.Seed.Ask(Query(other, $"first: 1, after: \"{Cursor(list)}\"")).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());

    private static string Cursor(string list)
    {
        var value = FilmService.Seed.Data(Query(list, "first: 1"));
        while (!value.TryGetProperty("pageInfo", out _))
        {
            value = value.EnumerateObject().First().Value;
        }

        return value.GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
    }

    private static string Query(string list, string paging) =>
        $"{{ {list.Replace("%", paging, StringComparison.Ordinal)} {{ pageInfo {{ endCursor }} }} {(list.Contains(") { ", StringComparison.Ordinal) ? "}" : "")} }}";
}
