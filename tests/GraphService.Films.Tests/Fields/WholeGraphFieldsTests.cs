using System.Text;
using System.Text.Json;

namespace GraphService.Films.Tests.Fields;

/// <summary>Teams, components and rankings, asked through the whole service, against their plain answers on random graphs; a page at a time.</summary>
public class WholeGraphFieldsTests
{
    private static readonly Comparer<string> CodePoints = Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)));

    [Fact]
    public void Teams_are_closed_and_in_the_order_of_works_members_and_ids() => FilmCases.Hold((question, service) =>
    {
        var variables = JsonSerializer.Serialize(new { roles = question.Roles, minWorks = question.MinWorks, minPeople = 1 + question.PageSize, including = question.MinWorks > 1 ? [question.FromId] : Array.Empty<string>() });
        var expected = Teams(question, minPeople: 1 + question.PageSize, including: question.MinWorks > 1 ? [question.From] : []);

        var found = Pages.Walk(
            service,
            $"query($roles: [Role!], $minWorks: Int, $minPeople: Int, $including: [ID!], $first: Int, $after: String) {{ list: recurringTeams(roles: $roles, minWorks: $minWorks, minPeople: $minPeople, including: $including, first: $first, after: $after) {{ {Pages.Info} edges {{ cursor node {{ members {{ id }} works {{ id }} workCount }} }} }} }}",
            variables,
            question.PageSize);

        Same(expected, found.Select(e => e.GetProperty("node")));
    });

    [Fact]
    public void Components_are_the_largest_first_then_by_the_smallest_id() => FilmCases.Hold((question, service) =>
    {
        var found = Pages.Walk(
            service,
            $"query($first: Int, $after: String) {{ list: components(first: $first, after: $after) {{ {Pages.Info} edges {{ cursor node {{ size people works sample {{ id }} }} }} }} }}",
            "{}",
            question.PageSize);

        Same(Components(question.Graph), found.Select(e => e.GetProperty("node")));
    });

    [Fact]
    public void Everyone_with_a_credit_is_ranked_by_score_sort_name_and_id() => FilmCases.Hold((question, service) =>
    {
        var naive = new NaiveFilms(question.Graph);
        var people = question.Graph.People;
        var degrees = Enumerable.Range(0, people.Length).Where(p => question.Graph.Credits.Any(c => c.Person == p))
            .Select(p => (Person: people[p], Score: Enumerable.Range(0, people.Length).Count(other => other != p && naive.Shared([p, other], question.Roles).Count > 0))).ToList();
        var expected = degrees.OrderByDescending(d => d.Score).ThenBy(d => d.Person.SortName, CodePoints).ThenBy(d => d.Person.Id, CodePoints)
            .Select(d => new { score = d.Score, rank = 1 + degrees.Count(other => other.Score > d.Score), node = new { id = d.Person.Id } });
        const string query = $"query($measure: CentralityMeasure!, $roles: [Role!], $first: Int, $after: String) {{ list: centralPeople(measure: $measure, roles: $roles, first: $first, after: $after) {{ {Pages.Info} edges {{ cursor score rank node {{ id }} }} }} }}";

        foreach (var measure in new[] { "DEGREE", "PAGERANK", "CLOSENESS", "BETWEENNESS" })
        {
            var found = Pages.Walk(service, query, JsonSerializer.Serialize(new { measure, roles = question.Roles }), question.PageSize)
                .Select(e => (Score: e.GetProperty("score").GetDouble(), Rank: e.GetProperty("rank").GetInt32(), Id: e.GetProperty("node").GetProperty("id").GetString()!)).ToList();
            Assert.Equal(degrees.Select(d => d.Person.Id).Order(StringComparer.Ordinal), found.Select(f => f.Id).Order(StringComparer.Ordinal));
            Assert.Equal(found.OrderByDescending(f => f.Score).ThenBy(f => people.Single(p => p.Id == f.Id).SortName, CodePoints).ThenBy(f => f.Id, CodePoints), found);
            Assert.Equal(found.Select(f => 1 + found.Count(other => other.Score > f.Score)), found.Select(f => f.Rank));
            if (measure == "DEGREE")
            {
                Same(expected, found.Select(f => new { score = f.Score, rank = f.Rank, node = new { id = f.Id } }));
            }
        }
    });

    // Every set of people, and whether it is closed.
    private static IEnumerable<object> Teams(FilmCase question, int minPeople, int[] including)
    {
        var (graph, naive) = (question.Graph, new NaiveFilms(question.Graph));
        var people = Enumerable.Range(0, graph.People.Length).ToList();
        var worksOf = people.Select(p => naive.Shared([p], question.Roles)).ToList();
        return Enumerable.Range(0, 1 << people.Count)
            .Select(set => people.Where(p => (set >> p & 1) != 0).ToList())
            .Where(team => team.Count >= minPeople && including.All(team.Contains))
            .Select(team => (Team: team, Works: worksOf[team[0]].Where(w => team.All(p => worksOf[p].Contains(w))).ToList()))
            .Where(t => t.Works.Count >= question.MinWorks && people.All(p => t.Team.Contains(p) || !t.Works.All(worksOf[p].Contains)))
            .OrderByDescending(t => t.Works.Count).ThenByDescending(t => t.Team.Count)
            .ThenBy(t => t.Team.Select(p => graph.People[p].Id).Order(CodePoints).ToList(), Comparer<List<string>>.Create((a, b) => a.Zip(b).Select(pair => CodePoints.Compare(pair.First, pair.Second)).FirstOrDefault(c => c != 0)))
            .Select(t => new
            {
                members = t.Team.Select(p => graph.People[p]).OrderBy(p => p.SortName, CodePoints).ThenBy(p => p.Id, CodePoints).Select(p => new { id = p.Id }),
                works = t.Works.Select(naive.Work),
                workCount = t.Works.Count,
            });
    }

    private static IEnumerable<object> Components(FilmGraph graph)
    {
        var joined = graph.Credits.Select(c => (Person: graph.People[c.Person].Id, Work: graph.Works[c.Work].Id)).Distinct().ToList();
        var left = joined.SelectMany(j => new[] { j.Person, j.Work }).ToHashSet(StringComparer.Ordinal);
        var found = new List<(List<string> Nodes, int People)>();
        while (left.Count > 0)
        {
            var nodes = new HashSet<string>([left.First()], StringComparer.Ordinal);
            for (var size = 0; size < nodes.Count;)
            {
                size = nodes.Count;
                nodes.UnionWith(joined.Where(j => nodes.Contains(j.Person) || nodes.Contains(j.Work)).SelectMany(j => new[] { j.Person, j.Work }).ToList());
            }

            left.ExceptWith(nodes);
            found.Add(([.. nodes.Order(CodePoints)], nodes.Count(id => graph.People.Any(p => p.Id == id))));
        }

        return found.OrderByDescending(c => c.Nodes.Count).ThenBy(c => c.Nodes[0], CodePoints).Select(c => new
        {
            size = c.Nodes.Count,
            people = c.People,
            works = c.Nodes.Count - c.People,
            sample = c.Nodes.OrderByDescending(id => joined.Count(j => j.Person == id || j.Work == id)).ThenBy(id => id, CodePoints).Take(10).Select(id => new { id }),
        });
    }

    private static void Same(object? expected, object? actual) => Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
}
