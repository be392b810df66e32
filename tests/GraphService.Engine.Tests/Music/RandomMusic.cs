namespace GraphService.Engine.Tests.Music;

/// <summary>Small graphs of music from seeds: few texts, so that much agrees, and among them those that are easily got wrong.</summary>
internal static class RandomMusic
{
    // U+1D11E comes after U+FF21 by code point and before it by UTF-16 unit.
    public static readonly string[] Texts =
    [
        "Ada", "ada", "Àda", "K.O.", "ko", "K O", "zoé o'brien", "Zoe Brien", "𝄞 key", "Ａ wide", "a", "ab", "say \"hi\"", "back\\slash", "tab\there", "!?", "Łódź", "ŁÓDŹ 2",
    ];

    public static readonly string[] Dates = ["1999", "1999-12", "1999-12-31", "2000", "2000-02-29"];

    public static readonly string[] Moods = ["QUIET", "LOUD", "STRANGE"];

    public static readonly string[] Crafts = ["VOICE", "BASS", "ARRANGER"];

    public static readonly string[] PartTypes = ["SANG_ON", "PLAYED_BASS_ON", "ARRANGED"];

    public static readonly int[] Numbers = [-3, 0, 1, 2, 2000, int.MaxValue];

    public static MusicGraph Graph(int seed)
    {
        var random = new Random(seed);
        var graph = new MusicGraph();
        var ids = new Queue<string>(Shuffled(random, ["Z", "a", "b", "é", "𝄞", "Ａ", "a b", "a-1", "a-10", "a-2", "q\"", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9"]));
        string[] sources = ["sleeve", "zine"];
        foreach (var source in sources)
        {
            graph.AddNamed("SOURCE", source);
        }

        for (var i = random.Next(1, 8); i > 0; i--)
        {
            graph.AddArtist(ids.Dequeue(), Pick(random, Texts), [
                ("sortName", Pick(random, Texts)), .. Maybe(random, "aliases", Some(random, Texts)), .. Maybe(random, "born", Pick(random, Dates)),
                .. Maybe(random, "height", Pick(random, Numbers)), .. Maybe(random, "mood", Pick(random, Moods)), .. Maybe(random, "volume", Pick(random, Moods[..2])),
                .. Maybe(random, "lucky", Some(random, Numbers)), .. Evidence(random),
            ]);
        }

        for (var i = random.Next(8); i > 0; i--)
        {
            var isAlbum = random.Next(2) == 0;
            (string, object)[] values = [
                .. Maybe(random, "aliases", Some(random, Texts)), .. Maybe(random, "year", Pick(random, Numbers)), .. Maybe(random, "years", Some(random, Numbers)),
                .. isAlbum ? Maybe(random, "tracks", Pick(random, Numbers)) : Maybe(random, "side", Pick(random, Texts)), .. Evidence(random),
            ];
            graph.Add(ids.Dequeue(), isAlbum ? "ALBUM" : "SINGLE", [("title", Pick(random, Texts)), .. values]);
        }

        for (var i = random.Next(3); i > 0; i--)
        {
            graph.AddNamed("LABEL", ids.Dequeue(), [("name", Pick(random, Texts)), .. Maybe(random, "aliases", Some(random, Texts))]);
        }

        AddLinks(random, graph);
        return graph;
    }

    private static void AddLinks(Random random, MusicGraph graph)
    {
        MusicNode[] artists = [.. graph.Artists], recordings = [.. graph.Recordings], labels = [.. graph.Nodes.Where(n => n.Kind == "LABEL")];
        foreach (var recording in recordings)
        {
            foreach (var artist in artists)
            {
                foreach (var type in PartTypes.Where(_ => random.Next(4) == 0))
                {
                    graph.AddLink(artist, type, recording, [
                        .. Maybe(random, "songs", Some(random, Texts)), .. Maybe(random, "note", Pick(random, Texts)), .. Maybe(random, "billing", random.Next(1, 4)),
                        .. Evidence(random),
                    ]);
                }
            }

            // Two issues by one label differ in their dates.
            foreach (var label in labels)
            {
                foreach (var date in Dates.Where(_ => random.Next(6) == 0))
                {
                    graph.AddLink(recording, "ISSUED_BY", label, ("date", date));
                }
            }

            foreach (var other in recordings.Where(_ => random.Next(6) == 0))
            {
                graph.AddLink(recording, "COVERS", other);
            }
        }
    }

    public static T Pick<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    public static T[] Some<T>(Random random, T[] values) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(random, values)).Distinct()];

    private static (string, object)[] Maybe(Random random, string name, object value) => random.Next(3) == 0 ? [] : [(name, value)];

    private static (string, object)[] Evidence(Random random) => random.Next(3) switch
    {
        0 => [],
        1 => [("sources", (string[])["zine"])],
        _ => [("sources", (string[])["sleeve", "zine"]), ("locators", (string[])["line 1", "\"back\""])],
    };

    private static T[] Shuffled<T>(Random random, T[] values)
    {
        random.Shuffle(values);
        return values;
    }
}
