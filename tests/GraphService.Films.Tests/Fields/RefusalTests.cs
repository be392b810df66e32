using GraphService.Engine.Pipeline;
using GraphService.Films.Tests.TestSupport;

namespace GraphService.Films.Tests.Fields;

/// <summary>What the fields that need code refuse: an error at the field, which is null then.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData("collaborationPath(from: \"nobody\", to: \"fabrice-gobert\") { degrees }", "NODE_NOT_FOUND", "from", "from: there is no node with the id \"nobody\".")]
    [InlineData("collaborationPath(from: \"fabrice-gobert\", to: \"\") { degrees }", "NODE_NOT_FOUND", "to", "to: there is no node with the id \"\".")]
    [InlineData("collaborationPath(from: \"netflix\", to: \"fabrice-gobert\") { degrees }", "BAD_USER_INPUT", "from", "from takes the id of a person, but \"netflix\" is of the kind ORGANIZATION.")]
    [InlineData("collaborationPaths(from: \"fabrice-gobert\", to: \"k-o-2017\") { totalCount }", "BAD_USER_INPUT", "to", "to takes the id of a person, but \"k-o-2017\" is of the kind FILM.")]
    [InlineData("collaborationPath(from: \"fabrice-gobert\", to: \"beck\", avoiding: [\"nobody\"]) { degrees }", "NODE_NOT_FOUND", "avoiding", "avoiding: there is no node with the id \"nobody\".")]
    [InlineData("collaborationPath(from: \"fabrice-gobert\", to: \"beck\", avoiding: [\"k-o-2017\", \"action\"]) { degrees }", "BAD_USER_INPUT", "avoiding", "avoiding takes the id of a person or work, but \"action\" is of the kind GENRE.")]
    [InlineData("collaborationPath(from: \"fabrice-gobert\", to: \"fabrice-gobert\", avoiding: [\"fabrice-gobert\"]) { degrees }", "BAD_USER_INPUT", "avoiding", "avoiding holds \"fabrice-gobert\", which is an end of the path.")]
    [InlineData("collaborationPath(from: \"fabrice-gobert\", to: \"beck\", maxDegrees: 0) { degrees }", "BAD_USER_INPUT", "maxDegrees", "maxDegrees must be from 1 to 12, but it is 0.")]
    [InlineData("collaborationPath(from: \"nobody\", to: \"nobody\", maxDegrees: 13) { degrees }", "BAD_USER_INPUT", "maxDegrees", "maxDegrees must be from 1 to 12, but it is 13.")]
    [InlineData("collaborationPaths(from: \"fabrice-gobert\", to: \"beck\", first: -1) { totalCount }", "BAD_USER_INPUT", "first", "first must not be negative, but it is -1.")]
    [InlineData("collaborationPaths(from: \"fabrice-gobert\", to: \"beck\", first: 1000) { totalCount }", "LIMIT_PAGE_SIZE", "first", "first is 1000, but a page has at most 200 rows: ask for less, and page on with cursors.")]
    [InlineData("collaborationPaths(from: \"fabrice-gobert\", to: \"beck\", after: \"x\") { totalCount }", "BAD_USER_INPUT", "after", "after is not a cursor of this list: take one from the same field with the same filter, order and other arguments.")]
    [InlineData("shortestPath(from: \"nobody\", to: \"k-o-2017\") { length }", "NODE_NOT_FOUND", "from", "from: there is no node with the id \"nobody\".")]
    [InlineData("shortestPath(from: \"k-o-2017\", to: \"claim-k-o-2017-year-2016\") { length }", "NODE_NOT_FOUND", "to", "to: there is no node with the id \"claim-k-o-2017-year-2016\".")]
    [InlineData("shortestPaths(from: \"k-o-2017\", to: \"\") { totalCount }", "NODE_NOT_FOUND", "to", "to: there is no node with the id \"\".")]
    [InlineData("shortestPath(from: \"k-o-2017\", to: \"k-o-2025\", maxLength: 0) { length }", "BAD_USER_INPUT", "maxLength", "maxLength must be from 1 to 16, but it is 0.")]
    [InlineData("shortestPaths(from: \"k-o-2017\", to: \"k-o-2025\", maxLength: 17) { totalCount }", "BAD_USER_INPUT", "maxLength", "maxLength must be from 1 to 16, but it is 17.")]
    [InlineData("shortestPaths(from: \"k-o-2017\", to: \"k-o-2025\", first: -1) { totalCount }", "BAD_USER_INPUT", "first", "first must not be negative, but it is -1.")]
    [InlineData("shortestPaths(from: \"k-o-2017\", to: \"k-o-2025\", first: 201) { totalCount }", "LIMIT_PAGE_SIZE", "first", "first is 201, but a page has at most 200 rows: ask for less, and page on with cursors.")]
    [InlineData("shortestPaths(from: \"k-o-2017\", to: \"k-o-2025\", after: \"x\") { totalCount }", "BAD_USER_INPUT", "after", "after is not a cursor of this list: take one from the same field with the same filter, order and other arguments.")]
    [InlineData("neighborhood(id: \"nobody\") { truncated }", "NODE_NOT_FOUND", "id", "id: there is no node with the id \"nobody\".")]
    [InlineData("neighborhood(id: \"k-o-2017\", depth: 0) { truncated }", "BAD_USER_INPUT", "depth", "depth must be from 1 to 3, but it is 0.")]
    [InlineData("neighborhood(id: \"k-o-2017\", depth: 4) { truncated }", "BAD_USER_INPUT", "depth", "depth must be from 1 to 3, but it is 4.")]
    [InlineData("neighborhood(id: \"k-o-2017\", limit: 0) { truncated }", "BAD_USER_INPUT", "limit", "limit must be from 1 to 500, but it is 0.")]
    [InlineData("neighborhood(id: \"k-o-2017\", limit: 501) { truncated }", "BAD_USER_INPUT", "limit", "limit must be from 1 to 500, but it is 501.")]
    [InlineData("degreeDistribution(from: \"nobody\") { people }", "NODE_NOT_FOUND", "from", "from: there is no node with the id \"nobody\".")]
    [InlineData("degreeDistribution(from: \"k-o-2017\") { people }", "BAD_USER_INPUT", "from", "from takes the id of a person, but \"k-o-2017\" is of the kind FILM.")]
    [InlineData("sharedWorks(people: []) { totalCount }", "BAD_USER_INPUT", "people", "people must not be empty: give the id of one person at least.")]
    [InlineData("sharedWorks(people: [\"fabrice-gobert\", \"nobody\"]) { totalCount }", "NODE_NOT_FOUND", "people", "people: there is no node with the id \"nobody\".")]
    [InlineData("sharedWorks(people: [\"air\"]) { totalCount }", "BAD_USER_INPUT", "people", "people takes the id of a person, but \"air\" is of the kind GROUP.")]
    [InlineData("sharedWorks(people: [\"claim-k-o-2017-year-2016\"]) { totalCount }", "NODE_NOT_FOUND", "people", "people: there is no node with the id \"claim-k-o-2017-year-2016\".")]
    [InlineData("search(text: \"…\") { totalCount }", "BAD_USER_INPUT", "text", "text has no letter or digit to search for.")]
    [InlineData("search(text: \"ko\", first: 201) { totalCount }", "LIMIT_PAGE_SIZE", "first", "first is 201, but a page has at most 200 rows: ask for less, and page on with cursors.")]
    [InlineData("disputes(first: -1) { totalCount }", "BAD_USER_INPUT", "first", "first must not be negative, but it is -1.")]
    [InlineData("disputes(after: \"x\") { totalCount }", "BAD_USER_INPUT", "after", "after is not a cursor of this list: take one from the same field with the same filter, order and other arguments.")]
    [InlineData("sources(after: \"x\") { totalCount }", "BAD_USER_INPUT", "after", "after is not a cursor of this list: take one from the same field with the same filter, order and other arguments.")]
    [InlineData("recurringTeams(minPeople: 1) { totalCount }", "BAD_USER_INPUT", "minPeople", "minPeople must be at least 2, but it is 1.")]
    [InlineData("recurringTeams(minWorks: 0) { totalCount }", "BAD_USER_INPUT", "minWorks", "minWorks must be at least 1, but it is 0.")]
    [InlineData("recurringTeams(including: [\"fabrice-gobert\", \"nobody\"]) { totalCount }", "NODE_NOT_FOUND", "including", "including: there is no node with the id \"nobody\".")]
    [InlineData("recurringTeams(including: [\"k-o-2017\"]) { totalCount }", "BAD_USER_INPUT", "including", "including takes the id of a person, but \"k-o-2017\" is of the kind FILM.")]
    [InlineData("recurringTeams(first: 201) { totalCount }", "LIMIT_PAGE_SIZE", "first", "first is 201, but a page has at most 200 rows: ask for less, and page on with cursors.")]
    [InlineData("centralPeople(first: -1) { totalCount }", "BAD_USER_INPUT", "first", "first must not be negative, but it is -1.")]
    [InlineData("components(after: \"x\") { totalCount }", "BAD_USER_INPUT", "after", "after is not a cursor of this list: take one from the same field with the same filter, order and other arguments.")]
    public void A_root_field_that_is_refused_is_null(string field, string code, string argument, string message)
    {
        var response = FilmService.Seed.Ask($"{{ refused: {field} works(first: 0) {{ nodes {{ id }} }} }}");

        Assert.Equal("""{"refused":null,"works":{"nodes":[]}}""", response.GetProperty("data").GetRawText());
        var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        Assert.Equal(message, error.GetProperty("message").GetString());
        Assert.Equal("""["refused"]""", error.GetProperty("path").GetRawText());
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(argument, error.GetProperty("extensions").GetProperty("argument").GetString());
    }

    [Fact]
    public void A_refused_field_of_people_makes_one_error_with_the_place_of_the_first()
    {
        var response = FilmService.Seed.Ask("{ people(first: 3) { nodes { name collaborators(minWorks: 0) { totalCount } } } }");

        Assert.Equal("""{"people":null}""", response.GetProperty("data").GetRawText());
        var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        Assert.Equal("minWorks must be at least 1, but it is 0.", error.GetProperty("message").GetString());
        Assert.Equal("""["people","nodes",0,"collaborators"]""", error.GetProperty("path").GetRawText());
    }

    [Fact]
    public void Nulls_mean_the_defaults_and_empty_lists_ask_for_all()
    {
        const string Fields = "degrees steps { work { id } toRoles }";

        var data = FilmService.Seed.Data($$"""
            {
              plain: collaborationPath(from: "clotilde-hesme", to: "guillaume-canet") { {{Fields}} }
              nulls: collaborationPath(from: "clotilde-hesme", to: "guillaume-canet", roles: null, maxDegrees: null, releasedFrom: null, releasedTo: null, avoiding: null) { {{Fields}} }
              empty: collaborationPath(from: "clotilde-hesme", to: "guillaume-canet", roles: [], avoiding: []) { {{Fields}} }
            }
            """);

        Assert.Equal(2, data.GetProperty("plain").GetProperty("degrees").GetInt32());
        Assert.Equal(data.GetProperty("plain").GetRawText(), data.GetProperty("nulls").GetRawText());
        Assert.Equal(data.GetProperty("plain").GetRawText(), data.GetProperty("empty").GetRawText());
    }

    [Theory]
    [InlineData("collaborationPath(from: \"a\", to: \"b\", maxDegrees: 4) { degrees }", 9)]
    [InlineData("collaborationPaths(from: \"a\", to: \"b\", maxDegrees: 3, first: 2) { totalCount }", 14)]
    [InlineData("shortestPath(from: \"a\", to: \"b\", maxLength: 3) { length }", 4)]
    [InlineData("shortestPaths(from: \"a\", to: \"b\", first: 5) { totalCount }", 45)]
    [InlineData("neighborhood(id: \"a\", limit: 7) { nodes { relationships(first: 3) { totalCount } } }", 28)]
    public void What_is_selected_below_nodes_of_paths_and_surroundings_is_priced_by_their_most(string field, int cost)
    {
        var service = FilmService.Load(Folders.Seed, new EngineLimits { MaxCost = 1 });

        var error = Assert.Single(service.Ask($"{{ field: {field} }}").GetProperty("errors").EnumerateArray());

        Assert.Equal($"The operation may answer with {cost} rows, but at most 1 are served: ask for smaller pages or fewer levels.", error.GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("collaborationPath(from: \"clotilde-hesme\", to: \"guillaume-canet\") { degrees }", "roles, years or degrees")]
    [InlineData("collaborationPaths(from: \"clotilde-hesme\", to: \"guillaume-canet\") { totalCount }", "roles, years or degrees")]
    [InlineData("sharedWorks(people: [\"laurent-lafitte\", \"fabrice-gobert\"]) { totalCount }", "people or roles")]
    [InlineData("person(id: \"laurent-lafitte\") { collaborators { totalCount } }", "roles")]
    [InlineData("shortestPath(from: \"k-o-2017\", to: \"k-o-2025\") { length }", "kinds or length")]
    [InlineData("shortestPaths(from: \"k-o-2017\", to: \"k-o-2025\") { totalCount }", "kinds or length")]
    [InlineData("neighborhood(id: \"k-o-2017\") { truncated }", "kinds, depth or limit")]
    [InlineData("degreeDistribution(from: \"laurent-lafitte\") { people }", "roles")]
    [InlineData("recurringTeams { totalCount }", "including, roles, minPeople or minWorks")]
    [InlineData("recurringTeams(including: [\"fabrice-gobert\"]) { totalCount }", "including, roles, minPeople or minWorks")]
    public void A_search_that_meets_its_budget_is_refused(string field, string narrower)
    {
        var service = FilmService.Load(Folders.Seed, new EngineLimits { MaxVisited = 3 });

        var response = service.Ask($"{{ field: {field} }}");

        Assert.Equal("""{"field":null}""", response.GetProperty("data").GetRawText());
        var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        Assert.Equal($"The search looked at 3 relationships without an answer: narrow it by {narrower}.", error.GetProperty("message").GetString());
        var extensions = error.GetProperty("extensions");
        Assert.Equal("LIMIT_VISITED", extensions.GetProperty("code").GetString());
        Assert.Equal("""{"name":"VISITED","value":3}""", extensions.GetProperty("limit").GetRawText());
    }

    [Theory]
    [InlineData("CLOSENESS")]
    [InlineData("BETWEENNESS")]
    public void Measures_that_look_from_everyone_at_everyone_are_not_offered_for_large_graphs(string measure)
    {
        var query = $"{{ field: centralPeople(measure: {measure}, roles: [ACTOR]) {{ totalCount }} degree: centralPeople {{ totalCount }} rank: centralPeople(measure: PAGERANK) {{ totalCount }} }}";

        var response = FilmService.Load(Folders.Seed, new EngineLimits { MaxGraphSize = 85 }).Ask(query);

        Assert.Equal("""{"field":null,"degree":{"totalCount":86},"rank":{"totalCount":86}}""", response.GetProperty("data").GetRawText());
        var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        Assert.Equal($"{measure} is offered for graphs of up to 85 people, but this one has 86 with a credit: ask for DEGREE or PAGERANK.", error.GetProperty("message").GetString());
        var extensions = error.GetProperty("extensions");
        Assert.Equal("LIMIT_GRAPH_SIZE", extensions.GetProperty("code").GetString());
        Assert.Equal("""{"name":"GRAPH_SIZE","value":85}""", extensions.GetProperty("limit").GetRawText());

        Assert.False(FilmService.Load(Folders.Seed, new EngineLimits { MaxGraphSize = 86 }).Ask(query).TryGetProperty("errors", out _));
    }
}
