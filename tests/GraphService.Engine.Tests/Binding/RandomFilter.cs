using GraphService.Engine.Tests.Music;

namespace GraphService.Engine.Tests.Binding;

/// <summary>Random filters over the types of music, over all their fields.</summary>
internal sealed class RandomFilter(Random random, MusicGraph graph)
{
    private readonly RandomOperations _operations = new(random);

    public NaiveFilter<NaiveRow> Artist(int depth) => Of(depth, Artist, new()
    {
        ["id"] = d => Node("id", _operations.Id(graph.Artists.Select(n => n.Id))),
        ["name"] = d => Node("name", _operations.Text(d)),
        ["sortName"] = d => Node("sortName", _operations.Text(d)),
        ["aliases"] = d => Items(r => Texts(r.Node!, "aliases"), _operations.Text(d)),
        ["born"] = d => Node("born", _operations.Date()),
        ["height"] = d => Node("height", _operations.Int()),
        ["mood"] = d => Node("mood", _operations.Enum(RandomMusic.Moods)),
        ["volume"] = d => Node("volume", _operations.Enum(RandomMusic.Moods[..2])),
        ["lucky"] = d => Items(r => Numbers(r.Node!, "lucky"), _operations.Int()),
        ["crafts"] = d => Items(r => Parts(r).Select(p => (object?)p.Link!["craft"]), _operations.Enum(RandomMusic.Crafts)),
        ["parts"] = d => Items(Parts, Part(d)),
        ["sang"] = d => Items(r => Sang(r.Node!), Recording(d)),
    });

    public NaiveFilter<NaiveRow> Recording(int depth) => Of(depth, Recording, RecordingFields());

    public NaiveFilter<NaiveRow> Album(int depth)
    {
        var fields = RecordingFields();
        fields["tracks"] = d => Node("tracks", _operations.Int());
        return Of(depth, Album, fields);
    }

    public NaiveFilter<NaiveRow> Part(int depth) => Of(depth, Part, new()
    {
        ["craft"] = d => Link("craft", _operations.Enum(RandomMusic.Crafts)),
        ["kind"] = d => Link("kind", _operations.Enum(RandomMusic.PartTypes)),
        ["artist"] = d => Over(Artist(d), r => new NaiveRow(r.Link!.From, r.Link)),
        ["recording"] = d => Over(Recording(d), r => new NaiveRow(r.Link!.To, r.Link)),
        ["songs"] = d => Items(r => ((string[]?)r.Link!["songs"] ?? []).Cast<object?>(), _operations.Text(d)),
        ["note"] = d => Link("note", _operations.Text(d)),
        ["billing"] = d => Link("billing", _operations.Int()),
    });

    public IEnumerable<NaiveRow> Parts(NaiveRow row) => graph.Links
        .Where(l => l.IsPart && (l.From == row.Node || l.To == row.Node))
        .Select(l => new NaiveRow(l.From == row.Node ? l.To : l.From, l));

    public IEnumerable<NaiveRow> Sang(MusicNode artist) => graph.Links.Where(l => l.Type == "SANG_ON" && l.From == artist).Select(l => new NaiveRow(l.To, l));

    public IEnumerable<NaiveRow> Singers(MusicNode recording) => graph.Links.Where(l => l.Type == "SANG_ON" && l.To == recording).Select(l => new NaiveRow(l.From, l));

    private Dictionary<string, Func<int, NaiveFilter<NaiveRow>>> RecordingFields() => new()
    {
        ["id"] = d => Node("id", _operations.Id(graph.Recordings.Select(n => n.Id))),
        ["kind"] = d => Node("kind", _operations.Enum(["ALBUM", "SINGLE", "ARTIST"])),
        ["title"] = d => Node("title", _operations.Text(d)),
        ["aliases"] = d => Items(r => Texts(r.Node!, "aliases"), _operations.Text(d)),
        ["year"] = d => Node("year", _operations.Int()),
        ["years"] = d => Items(r => Numbers(r.Node!, "years"), _operations.Int()),
        ["parts"] = d => Items(Parts, Part(d)),
        ["singers"] = d => Items(r => Singers(r.Node!), Artist(d)),
        ["covers"] = d => Items(r => graph.Links.Where(l => l.Type == "COVERS" && l.To == r.Node).Select(l => new NaiveRow(l.From, l)), Recording(d)),
        ["issues"] = d => Items(r => graph.Links.Where(l => l.Type == "ISSUED_BY" && l.From == r.Node).Select(l => new NaiveRow(l.To, l)), Issue(d)),
    };

    private NaiveFilter<NaiveRow> Issue(int depth) => Of(depth, Issue, new()
    {
        ["date"] = d => Link("date", _operations.Date()),
        ["label"] = d => Over(Label(d), r => new NaiveRow(r.Link!.To, r.Link)),
    });

    private NaiveFilter<NaiveRow> Label(int depth) => Of(depth, Label, new()
    {
        ["id"] = d => Node("id", _operations.Id(graph.Nodes.Where(n => n.Kind == "LABEL").Select(n => n.Id))),
        ["name"] = d => Node("name", _operations.Text(d)),
        ["aliases"] = d => Items(r => Texts(r.Node!, "aliases"), _operations.Text(d)),
    });

    /// <summary>Some fields of a filter, all of which are to hold. A null field, and, or is as absent.</summary>
    private NaiveFilter<NaiveRow> Of(int depth, Func<int, NaiveFilter<NaiveRow>> self, Dictionary<string, Func<int, NaiveFilter<NaiveRow>>> fields)
    {
        if (depth <= 0)
        {
            return new NaiveFilter<NaiveRow>(Written.Object([]), _ => true);
        }

        var chosen = new List<(string Name, NaiveFilter<NaiveRow> Filter)>();
        foreach (var name in Enumerable.Range(0, random.Next(1, 4)).Select(_ => RandomMusic.Pick(random, [.. fields.Keys, "and", "or"])).Distinct())
        {
            chosen.Add((name, random.Next(12) == 0 ? new NaiveFilter<NaiveRow>(Written.Of(null), _ => true) : name is "and" or "or" ? Joined(name, depth, self) : fields[name](depth - 1)));
        }

        return new NaiveFilter<NaiveRow>(Written.Object(chosen.Select(c => (c.Name, c.Filter.Written))), row => chosen.TrueForAll(c => c.Filter.Holds(row)));
    }

    private NaiveFilter<NaiveRow> Joined(string name, int depth, Func<int, NaiveFilter<NaiveRow>> create)
    {
        var parts = Enumerable.Range(0, random.Next(3)).Select(_ => create(depth - 1)).ToList();
        return new NaiveFilter<NaiveRow>(
            Written.List(parts.Select(p => p.Written)),
            row => parts.Count == 0 || (name == "and" ? parts.TrueForAll(p => p.Holds(row)) : parts.Exists(p => p.Holds(row))));
    }

    /// <summary>all, none, some, any.</summary>
    private NaiveFilter<NaiveRow> Items<T>(Func<NaiveRow, IEnumerable<T>> items, NaiveFilter<T> inner)
    {
        var any = random.Next(2) == 0;
        (string Name, NaiveFilter<NaiveRow> Filter)[] quantifiers =
        [
            ("all", new(inner.Written, row => items(row).All(inner.Holds))),
            ("none", new(inner.Written, row => !items(row).Any(inner.Holds))),
            ("some", new(inner.Written, row => items(row).Any(inner.Holds))),
            ("any", new(Written.Of(any), row => items(row).Any() == any)),
        ];
        var chosen = quantifiers.Where(_ => random.Next(3) == 0).ToList();
        return new NaiveFilter<NaiveRow>(Written.Object(chosen.Select(c => (c.Name, c.Filter.Written))), row => chosen.TrueForAll(c => c.Filter.Holds(row)));
    }

    private static NaiveFilter<NaiveRow> Node(string property, NaiveFilter<object?> operations) => new(operations.Written, row => operations.Holds(row.Node![property]));

    private static NaiveFilter<NaiveRow> Link(string property, NaiveFilter<object?> operations) => new(operations.Written, row => operations.Holds(row.Link![property]));

    private static NaiveFilter<NaiveRow> Over(NaiveFilter<NaiveRow> inner, Func<NaiveRow, NaiveRow> other) => new(inner.Written, row => inner.Holds(other(row)));

    private static IEnumerable<object?> Texts(MusicNode node, string property) => ((string[]?)node[property] ?? []).Cast<object?>();

    private static IEnumerable<object?> Numbers(MusicNode node, string property) => ((int[]?)node[property] ?? []).Cast<object?>();
}
