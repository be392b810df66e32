using System.Globalization;
using System.Text;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>
/// Graph files that chance made up: several small graphs side by side in one folder, with all that makes answers differ: ties and missing values in
/// sort keys, homonyms, texts whose order differs by code point and by UTF-16 unit, empty lists, parallel credits, groups that are credited.
/// </summary>
internal sealed class RandomGraphFolder : IDisposable
{
    private static readonly string[] s_names =
    [
        "a", "A", "b", "ab", "K.O.", "ko", "K O", "L'Ascension", "Zoé O'Brien", "Zoe O Brien", "é", "\u00C9", "e\u0301", "\uE000", "\uFFFD", "\uFF21", "😀", "😀a", "𝔘", "中", "œuf", "Łódź", "...", "🎬", "x\\y",
        "\"q\"", "line\nbreak", "tab\there", "|", "| a|", "per % cent_", "' or 1=1", "`x`", "$p", "a  b", "\u00A0", "ﬀ", "I\u0307", "ß", "\u2028", "\u0001",
    ];

    private static readonly string[] s_ids = ["a", "A", "b", "a 1", "a-1", "é", "e\u0301", "\uE000", "\uFFFD", "😀", "😀a", "𝔘", "中", "\"", "'", "z", "\\", "|"];
    private static readonly string[] s_credits = ["ACTED_IN", "DIRECTED", "WROTE", "CREATED", "COMPOSED_FOR", "PHOTOGRAPHED", "EDITED", "PRODUCED", "DESIGNED", "SOUND", "CASTING", "APPEARED_IN", "WORKED_ON"];
    private static readonly string[] s_dates = ["2025", "2025-06", "2025-06-06", "2024-12-31", "1999"];
    private static readonly string[] s_territories = ["FR", "US", "world"];

    private readonly Random _random;
    private readonly Dictionary<string, List<string>> _lines = [];
    private readonly HashSet<string> _evidenced = [];
    private List<string> _sources = [];

    public RandomGraphFolder(int seed, int graphs, int nodes)
    {
        _random = new Random(seed);
        for (var graph = 0; graph < graphs; graph++)
        {
            AddGraph(((char)('p' + graph)).ToString(), _random.Next(5, nodes));
        }

        foreach (var (name, lines) in _lines)
        {
            File.WriteAllText(System.IO.Path.Combine(Path, name + ".csv"), string.Join('\n', lines) + "\n", new UTF8Encoding(false));
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("two-stores-").FullName;

    public override string ToString() => string.Join('\n', _lines.Select(f => $"== {f.Key}.csv\n{string.Join('\n', f.Value)}"));

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    private void AddGraph(string prefix, int size)
    {
        List<string> Ids(string kind, int count) => [.. Enumerable.Range(0, count).Select(i => $"{Pick(s_ids)}{prefix}{kind}{i}")];

        var (people, works) = (Ids("p", 2 + (size / 2)), Ids("w", 1 + (size / 3)));
        _sources = Ids("s", _random.Next(1, 4));
        var (characters, groups, books) = (Ids("c", _random.Next(4)), Ids("g", _random.Next(1, 3)), Ids("b", _random.Next(2)));
        var (organizations, awards, festivals) = (Ids("o", _random.Next(1, 3)), Ids("a", _random.Next(1, 3)), Ids("f", _random.Next(2)));
        var (genres, places) = (Ids("n", _random.Next(3)), Ids("l", _random.Next(3)));

        foreach (var id in _sources)
        {
            Add("sources", "id:ID,name,title,published,:LABEL", id, Pick(s_names), Maybe(s_names), Maybe(s_dates), "Source");
        }

        foreach (var id in people)
        {
            AddEvident("people", "id:ID,name,aliases:string[],sortName,:LABEL", id, Name(), Names(), Maybe(["x", "y", "x", "\uE000", "😀", "\uFF21 b"]), "Person");
        }

        foreach (var id in works)
        {
            var years = Enumerable.Range(0, _random.Next(3)).Select(_ => _random.Next(1998, 2003)).Distinct().ToArray();
            var isFilm = _random.Next(3) != 0;
            AddEvident("works", "id:ID,title,aliases:string[],years:int[],form,seasons:int,episodes:int,:LABEL", id, Name(), Names(), string.Join(';', years),
                isFilm ? Maybe(["FEATURE", "SHORT", "DOCUMENTARY"]) : "", isFilm ? "" : Maybe(["1", "-2"]), isFilm ? "" : Maybe(["2147483647", "0"]), isFilm ? "Work;Film" : "Series;Work");
        }

        foreach (var (label, ids) in new[]
        {
            ("Character", characters), ("Group", groups), ("Book", books), ("Organization", organizations), ("Award", awards), ("Festival", festivals), ("Genre", genres), ("Place", places),
        })
        {
            foreach (var id in ids)
            {
                AddEvident("others", "id:ID,name,aliases:string[],:LABEL", id, Pick(s_names), Names(), label);
            }
        }

        List<string> credited = [.. people, .. people, .. people, .. groups, .. organizations];
        Times(size * 3, () => AddEvident("credits", ":START_ID,:END_ID,:TYPE,characters:string[],note,billing:int", Pick(credited), Pick(works), _random.Next(2) == 0 ? Pick(s_credits[..3]) : Pick(s_credits), Names(), Note(), Maybe(["1", "2", "2", "-1"])));
        List<string> honoured = [.. people, .. works];
        Times(size, () =>
        {
            var start = Pick(honoured);
            AddEvident("honours", ":START_ID,:END_ID,:TYPE,year:int,note,work", start, Pick([.. awards, .. festivals]), Pick(["WON", "NOMINATED_FOR", "SELECTED_AT"]), Maybe(["2000", "2001", "-5"]), Note(),
                people.Contains(start) ? Maybe([.. works]) : "");
        });
        Times(size / 2, () => AddEvident("releases", ":START_ID,:END_ID,:TYPE,date,territory", Pick(works), Pick(organizations), "RELEASED_ON", Maybe(s_dates), Maybe(s_territories)));
        Times(size / 2, () => AddEvident("rankings", ":START_ID,:END_ID,:TYPE,territory,position:int,date,note", Pick(works), Pick(organizations), "RANKED", Maybe(s_territories), Maybe(["1", "5"]), Maybe(s_dates), Note()));
        Join(size, people, "PLAYS", characters);
        Join(size / 2, characters, "CHARACTER_IN", [.. works, .. books]);
        Join(size / 3, people, "MEMBER_OF", groups);
        Join(size / 3, people, "AUTHORED", books);
        Join(size / 4, [.. people, .. groups], "COLLABORATED_WITH", [.. people, .. groups]);
        Join(size / 4, [.. people, .. works], "INFLUENCED_BY", [.. people, .. works]);
        Join(size / 4, [.. people, .. organizations], "REVIEWED", works);
        Join(size / 2, works, "HAS_GENRE", genres);
        Join(size / 2, works, "SET_IN", places);
        Join(size / 4, works, "SEQUEL_OF", works);

        // Of these many join the same two nodes, or a node and itself; some differ in what the model does not know alone.
        Times(size, () =>
        {
            var (start, end) = (Pick(people[..2]), Pick(people[..2]));
            AddEvident("parallels", ":START_ID,:END_ID,:TYPE,note,weight:int", start, end, Pick(["COLLABORATED_WITH", "INTERVIEWED", "INFLUENCED_BY"]), Maybe(s_names), Maybe(["1", "2"]));
        });
        AddUnserved(size, people, works, Ids("u", 2), Ids("x", 1 + (size / 2)));
    }

    /// <summary>Claims about nodes, and what the schema does not know, which is counted and may be what claims are about.</summary>
    private void AddUnserved(int size, List<string> people, List<string> works, List<string> unknown, List<string> claims)
    {
        foreach (var id in unknown)
        {
            Add("unknown", "id:ID,name,:LABEL", id, Pick(s_names), Pick(["Studio", ""]));
        }

        foreach (var id in claims)
        {
            AddEvident("claims", "id:ID,property,value,:LABEL", id, Pick(["year", "name", "\uE000", "😀"]), Pick(s_names), "Claim");
        }

        Times(size, () => Add("about", ":START_ID,:END_ID,:TYPE", Pick(claims), Pick([.. people.Take(2), .. works.Take(2), unknown[0]]), "ABOUT"));
        Times(size / 3, () => Add("unknown-links", ":START_ID,:END_ID,:TYPE", Pick([.. unknown, .. people]), Pick([.. unknown, .. works]), "MADE"));
    }

    private void Join(int count, List<string> starts, string type, List<string> ends)
    {
        if (starts.Count > 0 && ends.Count > 0)
        {
            Times(count, () => AddEvident("joins", ":START_ID,:END_ID,:TYPE", Pick(starts), Pick(ends), type));
        }
    }

    /// <summary>A record with its evidence: the same document twice, places that are missing.</summary>
    private void AddEvident(string file, string header, params string[] fields)
    {
        var sources = Enumerable.Range(0, _random.Next(4)).Select(_ => Pick(_sources)).ToArray();
        var locators = sources.Select(_ => Pick(["", "line 1", "line 2", "é"])).ToArray();
        Add(file, header + ",sources:string[],locators:string[]", [.. fields, string.Join(';', sources), locators.All(l => l.Length == 0) ? "" : string.Join(';', locators)]);
    }

    private void Add(string file, string header, params string[] fields)
    {
        if (_evidenced.Add(file))
        {
            _lines.Add(file, [header]);
        }

        _lines[file].Add(string.Join(',', fields.Select(f => f.AsSpan().ContainsAny(",\"\r\n") ? $"\"{f.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : f)));
    }

    private string Name() => _random.Next(60) == 0 ? string.Concat(Enumerable.Repeat(Pick(s_names), 80)) : Pick(s_names);

    private string Names() => string.Join(';', Enumerable.Range(0, _random.Next(3)).Select(_ => Pick(s_names)));

    private string Note() => _random.Next(80) == 0 ? string.Concat(Enumerable.Range(0, 4000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i} é😀"))) : Maybe(s_names);

    private string Maybe(string[] values) => values.Length == 0 || _random.Next(3) == 0 ? "" : Pick(values);

    private void Times(int count, Action add)
    {
        for (var i = 0; i < count; i++)
        {
            add();
        }
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
