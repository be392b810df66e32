using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace GraphService.Graph.Tests.Files;

internal sealed record RandomPerson(string Id, string Name, string[] Aliases, string? SortName, (string Source, string Locator)[] Evidence);

internal sealed record RandomWork(string Id, string Title, int? Year, int[] Years, string Kind, string? Form);

internal sealed record RandomLink(
    int From, int To, string Type, string[] Characters, string? Note, int? Number, int? Work, (string Source, string Locator)[] Evidence);

/// <summary>A graph as a test makes it up, written to files as records come, split and in any order of columns.</summary>
internal sealed record RandomGraph(RandomPerson[] People, RandomWork[] Works, RandomLink[] Credits, RandomLink[] Honours, int Files)
{
    public static readonly string[] Sources = ["src:1", "src 2", "zzz"];
    public static readonly string[] Awards = ["award a", "Award B"];
    private static readonly string[] s_texts =
        ["a", "A", "b, c", "\"q\"", "é", "\uFFFD", "😀", "line\nbreak", "\r\n", " ", "x\\y", "Zoé O'Brien", "...", "\u0001", "averyveryverylongtext", "K.O."];

    public static Arbitrary<RandomGraph> Arbitrary { get; } = Graphs().ToArbitrary();

    public void WriteTo(GraphFolder folder)
    {
        folder.Add("sources.csv", [":LABEL,:ID,name", .. Sources.Select(s => $"Source,{s},n")]);
        folder.Add("awards.csv", [":ID,name,:LABEL", .. Awards.Select(a => $"{a},n,Award")]);
        WriteSplit(folder, "people", "id:ID,name,aliases:string[],sortName,sources:string[],locators:string[],:LABEL", People.Select(p =>
            Line(p.Id, p.Name, string.Join(';', p.Aliases), p.SortName, SourcesOf(p.Evidence), LocatorsOf(p.Evidence), "Person")));
        WriteSplit(folder, "works", ":LABEL,years:int[],year:int,title,id:ID,form", Works.Select(w =>
            Line(w.Kind, string.Join(';', w.Years), $"{w.Year}", w.Title, w.Id, w.Form)));
        WriteSplit(folder, "credits", ":TYPE,:END_ID,:START_ID,note,billing:int,characters:string[],locators:string[],sources:string[]", Credits.Select(c =>
            Line(c.Type, Works[c.To].Id, People[c.From].Id, c.Note, $"{c.Number}", string.Join(';', c.Characters), LocatorsOf(c.Evidence), SourcesOf(c.Evidence))));
        WriteSplit(folder, "honours", ":START_ID,:END_ID,:TYPE,year:int,note,work,sources:string[],locators:string[]", Honours.Select(h =>
            Line(People[h.From].Id, Awards[h.To], h.Type, $"{h.Number}", h.Note, h.Work is { } work ? Works[work].Id : "", SourcesOf(h.Evidence), LocatorsOf(h.Evidence))));
    }

    private void WriteSplit(GraphFolder folder, string name, string header, IEnumerable<string> lines)
    {
        var all = lines.ToArray();
        var size = (all.Length / Files) + 1;
        for (var i = 0; i * size <= all.Length; i++)
        {
            folder.Add($"{name}-{i}.csv", Encoding.UTF8.GetBytes(string.Join(i % 2 == 0 ? "\n" : "\r\n", all.Skip(i * size).Take(size).Prepend(header))));
        }
    }

    private static string Line(params string?[] fields) => string.Join(',', fields.Select(Field));

    private static string Field(string? text) =>
        text is null ? "" : text.AsSpan().ContainsAny(",\"\r\n") ? "\"" + text.Replace("\"", "\"\"") + "\"" : text;

    private static string SourcesOf((string Source, string Locator)[] evidence) => string.Join(';', evidence.Select(e => e.Source));

    private static string LocatorsOf((string Source, string Locator)[] evidence) =>
        evidence.All(e => e.Locator.Length == 0) ? "" : string.Join(';', evidence.Select(e => e.Locator));

    private static Gen<RandomGraph> Graphs() =>
        from people in Gen.ArrayOf(Person())
        from works in Gen.ArrayOf(Work())
        from credits in Links(people.Length, works.Length, works.Length, ["ACTED_IN", "DIRECTED"])
        from honours in Links(people.Length, Awards.Length, works.Length, ["WON", "NOMINATED_FOR"])
        from files in Gen.Choose(1, 3)
        select new RandomGraph(
            [.. people.Select((p, i) => p with { Id = $"{p.Id}{i}" })], [.. works.Select((w, i) => w with { Id = $"{w.Id}w{i}" })], credits, honours, files);

    private static Gen<RandomPerson> Person() =>
        from id in IdText()
        from name in Gen.Elements(s_texts)
        from aliases in ListOf(s_texts, 3)
        from sortName in Optional(s_texts)
        from evidence in Evidence()
        select new RandomPerson(id, name, aliases, sortName, evidence);

    private static Gen<RandomWork> Work() =>
        from id in IdText()
        from title in Gen.Elements(s_texts)
        from year in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(-2, 2).Select(y => (int?)y))
        from years in Gen.ListOf(Gen.Choose(1998, 2002))
        from kind in Gen.Elements("Work;Film", "Series;Work")
        from form in Gen.Elements(null, "SHORT", "FEATURE", "DOCUMENTARY")
        select new RandomWork(id, title, year, [.. years.Take(4)], kind, kind == "Work;Film" ? form : null);

    private static Gen<RandomLink[]> Links(int starts, int ends, int works, string[] types) =>
        starts == 0 || ends == 0 ? Gen.Constant<RandomLink[]>([]) : Gen.ArrayOf(Link(starts, ends, works, types));

    private static Gen<RandomLink> Link(int starts, int ends, int works, string[] types) =>
        from start in Gen.Choose(0, Math.Min(starts, 4) - 1)
        from end in Gen.Choose(0, Math.Min(ends, 3) - 1)
        from type in Gen.Elements(types)
        from characters in ListOf(["A", "B", "é", "😀"], 3)
        from note in Optional(["n", "m", "\"n\""])
        from number in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(-1, 2).Select(n => (int?)n))
        from work in Gen.Choose(-1, Math.Min(works, 2) - 1)
        from evidence in Evidence()
        select new RandomLink(start, end, type, characters, note, number, work < 0 ? null : work, evidence);

    private static Gen<string> IdText() => Gen.Elements("p", "P", "é", "\uE000", "😀", "a b", "longer-than-eight-", "x,y", "\"");

    private static Gen<string[]> ListOf(string[] items, int most) => Gen.ListOf(Gen.Elements(items)).Select(l => l.Take(most).ToArray());

    private static Gen<string?> Optional(string[] items) => Gen.OneOf(Gen.Constant<string?>(null), Gen.Elements(items).Select(t => (string?)t));

    private static Gen<(string, string)[]> Evidence() =>
        Gen.ListOf(from source in Gen.Elements(Sources) from locator in Gen.Elements("", "1", "§ 2") select (source, locator)).Select(l => l.Take(3).ToArray());
}
