using System.Text;

namespace GraphService.Films.Tests.Fields;

/// <summary>A small graph of people, works and credits, as it came from chance.</summary>
/// <param name="People">Their ids and sort names.</param>
/// <param name="Works">Their ids, titles and years, the preferred one first.</param>
/// <param name="Credits">The first few of <see cref="Roles"/>, by places in the other two.</param>
internal sealed record FilmGraph((string Id, string SortName)[] People, (string Id, string Title, int[] Years)[] Works, (int Person, int Work, int Role)[] Credits)
{
    /// <summary>Some roles, as declared.</summary>
    public static readonly (string Role, string Kind)[] Roles =
        [("ACTOR", "ACTED_IN"), ("DIRECTOR", "DIRECTED"), ("WRITER", "WROTE"), ("CREATOR", "CREATED"), ("OTHER", "WORKED_ON")];

    /// <summary>What may join any of the nodes, with what it may join; as declared.</summary>
    public static readonly (string Kind, bool FromPeople, bool FromWorks, bool ToPeople, bool ToWorks)[] LinkKinds =
        [("COLLABORATED_WITH", true, false, true, false), ("INFLUENCED_BY", true, true, true, true), ("SEQUEL_OF", false, true, false, true)];

    /// <summary>Other relationships than credits, by places among the nodes and in <see cref="LinkKinds"/>; parallels and loops too.</summary>
    public (int Start, int End, int Kind, string Note)[] Links { get; init; } = [];

    /// <summary>The ids of all people and works.</summary>
    public IEnumerable<string> Nodes => People.Select(p => p.Id).Concat(Works.Select(w => w.Id));

    /// <summary>Writes the graph as files. A band takes part in every work, which makes nobody a collaborator of anybody.</summary>
    public void WriteTo(string folder)
    {
        Write(folder, "people.csv", "id:ID,name,sortName,:LABEL", People.Select(p => $"{p.Id},{p.Id},{p.SortName},Person"));
        Write(folder, "bands.csv", "id:ID,name,:LABEL", ["a band,Band,Group"]);
        Write(folder, "works.csv", "id:ID,title,years:int[],:LABEL", Works.Select((w, i) => $"{w.Id},{w.Title},{string.Join(';', w.Years)},Work;{(i % 3 == 0 ? "Series" : "Film")}"));
        Write(folder, "links.csv", ":START_ID,:END_ID,:TYPE,note", Links.Select(l => $"{Nodes.ElementAt(l.Start)},{Nodes.ElementAt(l.End)},{LinkKinds[l.Kind].Kind},{l.Note}"));
        Write(folder, "credits.csv", ":START_ID,:END_ID,:TYPE", [
            .. Credits.Select(c => $"{People[c.Person].Id},{Works[c.Work].Id},{Roles[c.Role].Kind}"),
            .. Works.Select(w => $"a band,{w.Id},ACTED_IN"),
        ]);
    }

    public override string ToString() =>
        $"people {string.Join(' ', People)}; works {string.Join(' ', Works.Select(w => $"({w.Id}, {w.Title}, {string.Join(';', w.Years)})"))}; "
        + $"credits {string.Join(' ', Credits.Select(c => $"({People[c.Person].Id} {Roles[c.Role].Role} {Works[c.Work].Id})"))}; "
        + $"links {string.Join(' ', Links.Select(l => $"({Nodes.ElementAt(l.Start)} {LinkKinds[l.Kind].Kind} {Nodes.ElementAt(l.End)} {l.Note})"))}";

    private static void Write(string folder, string name, string header, IEnumerable<string> lines) =>
        File.WriteAllText(Path.Combine(folder, name), string.Join('\n', [header, .. lines, ""]), Encoding.UTF8);
}
