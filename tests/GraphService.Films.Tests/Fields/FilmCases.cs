using FsCheck;
using FsCheck.Fluent;
using GraphService.Films.Tests.TestSupport;

namespace GraphService.Films.Tests.Fields;

/// <summary>Random small film graphs with questions, shrinking to the smallest that breaks a law.</summary>
internal static class FilmCases
{
    // Ids whose order differs by code point, by UTF-16 and by length, in this order of code points.
    private static readonly string[] Ids = ["A", "B", "a", "a 1", "a-1", "a1", "aa", "b", "b1", "z", "é", "éa", "œ", "中", "ﬀ", "ﬀ1", "😀", "😀a"];

    /// <summary>Checks a law on many graphs, always the same ones, each served by the whole service.</summary>
    public static void Hold(Action<FilmCase, FilmService> law, int graphs = 100) =>
        Prop.ForAll(Arb.From(Cases, Smaller), question => Serve(question.Graph, service => law(question, service)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(graphs).WithReplay(2025, 607).WithEndSize(40));

    private static void Serve(FilmGraph graph, Action<FilmService> ask)
    {
        var folder = Directory.CreateTempSubdirectory("films-");
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

    private static Gen<FilmCase> Cases => Gen.Sized(size =>
        from graph in Graphs(size)
        from ends in Gen.Choose(0, graph.People.Length - 1).Two()
        from isAcross in Gen.Elements(true, true, true, false)
        from roles in Roles
        from theirRoles in Roles
        from degrees in Gen.Frequency((2, Gen.Constant(12)), (1, Gen.Choose(1, 4)))
        from low in Bounds
        from high in Bounds
        from avoiding in Gen.Elements(graph.Nodes.ToArray()).ArrayOf(2)
        from isAvoiding in Gen.Elements(false, false, false, true)
        from minWorks in Gen.Choose(1, 3)
        from pageSize in Gen.Choose(1, 3)
        from walk in Gen.Choose(0, graph.Nodes.Count() - 1).Two()
        from over in Gen.Frequency((2, Gen.Constant(Array.Empty<string>())), (1, Gen.SubListOf(FilmGraph.Roles.Select(r => r.Kind).Concat(FilmGraph.LinkKinds.Select(k => k.Kind)).ToArray()).Select(list => list.ToArray())))
        from length in Gen.Frequency((3, Gen.Constant(16)), (1, Gen.Choose(1, 4)))
        from depth in Gen.Choose(1, 3)
        from limit in Gen.Frequency((1, Gen.Constant(500)), (2, Gen.Choose(1, 12)))
        let question = new FilmCase(graph) { From = isAcross ? 0 : ends.Item1, To = isAcross ? graph.People.Length - 1 : ends.Item2 }
        select question with
        {
            Roles = roles,
            TheirRoles = theirRoles,
            MaxDegrees = degrees,
            ReleasedFrom = low,
            ReleasedTo = high,
            Avoiding = isAvoiding ? [.. avoiding.Where(id => id != question.FromId && id != question.ToId)] : [],
            MinWorks = minWorks,
            PageSize = pageSize,
            Walk = (walk.Item1, walk.Item2),
            Over = over,
            MaxLength = length,
            Depth = depth,
            Limit = limit,
        });

    private static Gen<FilmGraph> Graphs(int size) =>
        from ids in Gen.Shuffle(Ids)
        from people in Gen.Choose(3, 8)
        from works in Gen.Choose(3, 10)
        from sortNames in Gen.Elements("x", "x", "x a", "y", "y é").ArrayOf(people)
        from titles in Gen.Elements("T", "T", "U").ArrayOf(works)
        from years in Gen.Choose(2000, 2003).ListOf().Select(list => list.Distinct().Take(2).ToArray()).ArrayOf(works)
        from credits in Gen.Frequency((2, AtRandom(people, works, 4 + size)), (3, Chained(people, works)))
        from links in Links(people, works).ArrayOf(people + works)
        from again in Gen.Choose(0, 4).ArrayOf(links.Length)
        select new FilmGraph(
            [.. sortNames.Select((name, i) => (ids[i], name))],
            [.. titles.Select((title, i) => (ids[people + i], title, years[i]))],
            credits)
        {
            Links = [.. links.Concat(links.Where((l, i) => l.Note.Length > 0 && again[i] == 0).Select(l => (l.Start, l.End, l.Kind, l.Note + " 2")))],
        };

    private static Gen<(int Person, int Work, int Role)[]> AtRandom(int people, int works, int count) =>
        (from person in Gen.Choose(0, people - 1)
         from work in Gen.Choose(0, works - 1)
         from role in Role
         select (person, work, role)).ArrayOf(count);

    /// <summary>Each work joins two people who follow each other: long chains, and many of them.</summary>
    private static Gen<(int Person, int Work, int Role)[]> Chained(int people, int works) =>
        from length in Gen.Choose(1, Math.Min(people - 1, works))
        from roles in Role.ArrayOf(2 * works)
        select Enumerable.Range(0, works)
            .SelectMany(w => new[] { (w % length, w, roles[2 * w]), ((w % length) + 1 == length ? people - 1 : (w % length) + 1, w, roles[(2 * w) + 1]) })
            .ToArray();

    private static Gen<(int Start, int End, int Kind, string Note)> Links(int people, int works) =>
        from kind in Gen.Choose(0, FilmGraph.LinkKinds.Length - 1)
        let joins = FilmGraph.LinkKinds[kind]
        from start in Gen.Choose(joins.FromPeople ? 0 : people, joins.FromWorks ? people + works - 1 : people - 1)
        from end in Gen.Choose(joins.ToPeople ? 0 : people, joins.ToWorks ? people + works - 1 : people - 1)
        from note in joins.Kind == "SEQUEL_OF" ? Gen.Constant("") : Gen.Elements("", "a", "b", "é", "😀", "\uFF21")
        select (start, end, kind, note);

    private static Gen<int> Role => Gen.Choose(0, FilmGraph.Roles.Length - 1);

    private static Gen<string[]> Roles =>
        Gen.Frequency((4, Gen.Constant(Array.Empty<string>())), (1, Gen.SubListOf(FilmGraph.Roles.Select(r => r.Role).ToArray()).Select(list => list.ToArray())));

    private static Gen<int?> Bounds => Gen.Frequency((7, Gen.Constant((int?)null)), (1, Gen.Choose(2000, 2003).Select(year => (int?)year)));

    private static IEnumerable<FilmCase> Smaller(FilmCase question)
    {
        var credits = question.Graph.Credits;
        for (var part = credits.Length / 2; part > 0; part /= 2)
        {
            for (var at = 0; at + part <= credits.Length; at += part)
            {
                yield return question with { Graph = question.Graph with { Credits = [.. credits[..at], .. credits[(at + part)..]] } };
            }
        }

        for (var i = 0; i < question.Graph.Links.Length; i++)
        {
            yield return question with { Graph = question.Graph with { Links = [.. question.Graph.Links.Where((_, at) => at != i)] } };
        }

        foreach (var simpler in new[]
        {
            question with { Over = [] }, question with { Graph = question.Graph with { Links = [] } },
            question with { Roles = [] }, question with { TheirRoles = [] }, question with { Avoiding = [] }, question with { ReleasedFrom = null, ReleasedTo = null },
        })
        {
            if (simpler.ToString() != question.ToString())
            {
                yield return simpler;
            }
        }
    }
}
