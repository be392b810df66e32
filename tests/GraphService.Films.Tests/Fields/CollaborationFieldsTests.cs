using System.Text.Json;

namespace GraphService.Films.Tests.Fields;

/// <summary>The fields that need code, asked through the whole service, against their plain answers on random graphs.</summary>
public class CollaborationFieldsTests
{
    private const string Path = """
        degrees
        from { id }
        to { id }
        steps {
          from { id } fromRoles fromCredits { role person { id } work { id } }
          work { id }
          toRoles toCredits { role person { id } work { id } } to { id }
        }
        """;

    private const string PathVariables = "$from: ID!, $to: ID!, $roles: [Role!], $maxDegrees: Int, $releasedFrom: Int, $releasedTo: Int, $avoiding: [ID!]";
    private const string PathArguments = "from: $from, to: $to, roles: $roles, maxDegrees: $maxDegrees, releasedFrom: $releasedFrom, releasedTo: $releasedTo, avoiding: $avoiding";

    [Fact]
    public void Paths_are_all_shortest_chains_in_the_order_of_their_ids() => FilmCases.Hold((question, service) =>
    {
        var naive = new NaiveFilms(question.Graph);
        var chains = naive.Chains(question);

        var data = service.Data(
            $"query({PathVariables}) {{ collaborationPath({PathArguments}) {{ {Path} }} collaborationPaths({PathArguments}, first: 200) {{ totalCount nodes {{ {Path} }} }} }}",
            Variables(question));

        Same(chains.Count == 0 ? null : naive.Path(question, chains[0]), data.GetProperty("collaborationPath"));
        Same(new { totalCount = chains.Count, nodes = chains.Take(200).Select(c => naive.Path(question, c)) }, data.GetProperty("collaborationPaths"));
    });

    [Fact]
    public void Paths_are_paged_with_cursors() => FilmCases.Hold((question, service) =>
    {
        var naive = new NaiveFilms(question.Graph);
        var chains = naive.Chains(question).Take(7 * question.PageSize).ToList();
        var total = naive.Chains(question).Count;

        var pages = Pages.Walk(
            service,
            $"query({PathVariables}, $first: Int, $after: String) {{ list: collaborationPaths({PathArguments}, first: $first, after: $after) {{ {Pages.Info} edges {{ cursor node {{ from {{ id }} steps {{ work {{ id }} to {{ id }} }} }} }} }} }}",
            Variables(question),
            question.PageSize,
            most: 7);

        Same(
            chains.Select(naive.Ids).Select(ids => new { from = new { id = ids[0] }, steps = Enumerable.Range(0, ids.Length / 2).Select(i => new { work = new { id = ids[(2 * i) + 1] }, to = new { id = ids[(2 * i) + 2] } }) }),
            pages.Select(e => e.GetProperty("node")));
        Assert.Equal(Math.Min(total, 7 * question.PageSize), pages.Count);
    });

    [Fact]
    public void Collaborators_are_those_who_share_works_most_first() => FilmCases.Hold((question, service) =>
    {
        var expected = new NaiveFilms(question.Graph).Collaborators(question).ToList();
        const string Edge = "workCount works { id } roles theirRoles firstYear lastYear node { id }";

        var data = service.Data(
            $"query($from: ID!, $roles: [Role!], $theirRoles: [Role!], $minWorks: Int) {{ person(id: $from) {{ collaborators(roles: $roles, theirRoles: $theirRoles, minWorks: $minWorks) {{ totalCount edges {{ {Edge} }} }} }} }}",
            Variables(question));
        var pages = Pages.Walk(
            service,
            $"query($from: ID!, $roles: [Role!], $theirRoles: [Role!], $minWorks: Int, $first: Int, $after: String) {{ person(id: $from) {{ list: collaborators(roles: $roles, theirRoles: $theirRoles, minWorks: $minWorks, first: $first, after: $after) {{ {Pages.Info} edges {{ cursor {Edge} }} }} }} }}",
            Variables(question),
            question.PageSize);

        Same(new { totalCount = expected.Count, edges = expected }, data.GetProperty("person").GetProperty("collaborators"));
        Same(expected.Select(e => JsonSerializer.SerializeToElement(e).GetProperty("node")), pages.Select(e => e.GetProperty("node")));
    });

    [Fact]
    public void Shared_works_are_those_on_which_all_are_credited() => FilmCases.Hold((question, service) =>
    {
        int[] people = [question.From, question.To, question.From, .. question.MinWorks > 2 ? [0] : Array.Empty<int>()];
        var naive = new NaiveFilms(question.Graph);
        var expected = naive.Shared(people, question.Roles).Select(naive.Work).ToList();
        var variables = JsonSerializer.Serialize(new { people = people.Select(p => question.Graph.People[p].Id), roles = question.Roles });

        var data = service.Data("query($people: [ID!]!, $roles: [Role!]) { sharedWorks(people: $people, roles: $roles) { totalCount nodes { id } } }", variables);
        var pages = Pages.Walk(
            service,
            $"query($people: [ID!]!, $roles: [Role!], $first: Int, $after: String) {{ list: sharedWorks(people: $people, roles: $roles, first: $first, after: $after) {{ {Pages.Info} edges {{ cursor node {{ id }} }} }} }}",
            variables,
            question.PageSize);

        Same(new { totalCount = expected.Count, nodes = expected }, data.GetProperty("sharedWorks"));
        Same(expected, pages.Select(e => e.GetProperty("node")));
    });

    private static string Variables(FilmCase question) => JsonSerializer.Serialize(new
    {
        from = question.FromId,
        to = question.ToId,
        roles = question.Roles,
        theirRoles = question.TheirRoles,
        maxDegrees = question.MaxDegrees,
        releasedFrom = question.ReleasedFrom,
        releasedTo = question.ReleasedTo,
        avoiding = question.Avoiding,
        minWorks = question.MinWorks,
    });

    private static void Same(object? expected, object? actual) => Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
}
