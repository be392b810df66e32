using System.Text;

namespace GraphService.Films.Tests.Fields;

/// <summary>What the contract says of paths, collaborators and shared works, done the plain way. Results are objects to be written as JSON.</summary>
internal sealed class NaiveFilms(FilmGraph graph)
{
    private static readonly Comparer<string> CodePoints = Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)));

    /// <summary>All shortest chains, each as the places of person, work, person and so on.</summary>
    public List<int[]> Chains(FilmCase question)
    {
        // From both ends nothing is met twice: what comes first at a level stays there.
        var seen = new HashSet<int> { question.From };
        List<int[]> level = [[question.From]];
        for (var degree = 0; degree <= question.MaxDegrees && level.Count > 0; degree++)
        {
            var found = level.Where(c => c[^1] == question.To).OrderBy(c => c, Comparer<int[]>.Create((a, b) => Compare(Ids(a), Ids(b)))).ToList();
            if (found.Count > 0)
            {
                return found;
            }

            level = [.. level.SelectMany(c => Steps(question, c[^1]).Where(s => !seen.Contains(s.Person)).Select(s => (int[])[.. c, s.Work, s.Person]))];
            seen.UnionWith(level.Select(c => c[^1]));
        }

        return [];
    }

    /// <summary>The ids along a chain.</summary>
    public string[] Ids(int[] chain) => [.. chain.Select((place, i) => i % 2 == 0 ? graph.People[place].Id : graph.Works[place].Id)];

    public object Path(FilmCase question, int[] chain) => new
    {
        degrees = chain.Length / 2,
        from = Person(chain[0]),
        to = Person(chain[^1]),
        steps = Enumerable.Range(0, chain.Length / 2).Select(i => Step(question, chain[2 * i], chain[(2 * i) + 1], chain[(2 * i) + 2])),
    };

    /// <summary>The works on which all of some people have a credit in one of the roles, in default order.</summary>
    public List<int> Shared(IEnumerable<int> people, string[] roles) =>
        [.. Enumerable.Range(0, graph.Works.Length).Where(w => people.All(p => RolesOn(p, w, roles).Any())).OrderBy(w => graph.Works[w].Years.FirstOrDefault(int.MaxValue))
            .ThenBy(w => graph.Works[w].Title, CodePoints).ThenBy(w => graph.Works[w].Id, CodePoints)];

    /// <summary>The edges of collaborators, in order.</summary>
    public IEnumerable<object> Collaborators(FilmCase question) =>
        Enumerable.Range(0, graph.People.Length)
            .Where(other => other != question.From)
            .Select(other => (Other: other, Works: Shared([question.From], question.Roles).Intersect(Shared([other], question.TheirRoles)).ToList()))
            .Where(c => c.Works.Count >= question.MinWorks)
            .OrderByDescending(c => c.Works.Count)
            .ThenBy(c => graph.People[c.Other].SortName, CodePoints)
            .ThenBy(c => graph.People[c.Other].Id, CodePoints)
            .Select(c => Collaborator(question, c.Other, c.Works));

    private object Collaborator(FilmCase question, int other, List<int> works)
    {
        var years = works.Where(w => graph.Works[w].Years.Length > 0).Select(w => (int?)graph.Works[w].Years[0]).ToList();
        return new
        {
            workCount = works.Count,
            works = works.Select(Work),
            roles = AsDeclared(works.SelectMany(w => RolesOn(question.From, w, question.Roles))),
            theirRoles = AsDeclared(works.SelectMany(w => RolesOn(other, w, question.TheirRoles))),
            firstYear = years.Min(),
            lastYear = years.Max(),
            node = Person(other),
        };
    }

    public object Work(int work) => new { id = graph.Works[work].Id };

    private object Person(int person) => new { id = graph.People[person].Id };

    private object Step(FilmCase question, int from, int work, int to) => new
    {
        from = Person(from),
        fromRoles = AsDeclared(RolesOn(from, work, question.Roles)),
        fromCredits = Credits(from, work, question.Roles),
        work = Work(work),
        toRoles = AsDeclared(RolesOn(to, work, question.Roles)),
        toCredits = Credits(to, work, question.Roles),
        to = Person(to),
    };

    private IEnumerable<object> Credits(int person, int work, string[] roles) =>
        RolesOn(person, work, roles).Order(StringComparer.Ordinal).Select(role => new { role, person = Person(person), work = Work(work) });

    private IEnumerable<string> RolesOn(int person, int work, string[] roles) =>
        graph.Credits.Where(c => c.Person == person && c.Work == work).Select(c => FilmGraph.Roles[c.Role].Role).Distinct().Where(r => roles.Length == 0 || roles.Contains(r));

    private static IEnumerable<string> AsDeclared(IEnumerable<string> roles) => FilmGraph.Roles.Select(r => r.Role).Intersect(roles);

    private IEnumerable<(int Work, int Person)> Steps(FilmCase question, int person) =>
        from work in Enumerable.Range(0, graph.Works.Length)
        where IsOpen(question, work) && RolesOn(person, work, question.Roles).Any()
        from other in Enumerable.Range(0, graph.People.Length)
        where other != person && !question.Avoiding.Contains(graph.People[other].Id) && RolesOn(other, work, question.Roles).Any()
        select (work, other);

    private bool IsOpen(FilmCase question, int work) =>
        !question.Avoiding.Contains(graph.Works[work].Id)
        && ((question.ReleasedFrom is null && question.ReleasedTo is null)
            || graph.Works[work].Years.Any(y => y >= (question.ReleasedFrom ?? y) && y <= (question.ReleasedTo ?? y)));

    private static int Compare(string[] a, string[] b) => a.Zip(b).Select(pair => CodePoints.Compare(pair.First, pair.Second)).FirstOrDefault(c => c != 0);
}
