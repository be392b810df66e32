namespace GraphService.Graph.Tests.Files.Export;

/// <summary>Files beside those of a random graph, with labels, types and properties that the model does not know, and texts that are hard to write.</summary>
internal sealed class RandomExtras(Random random, RandomGraph graph)
{
    private static readonly string[] s_texts = ["", "", "1", "-7", "true", "a", "b, c", "\"q\"", "é", "line\nbreak", "\r\n", "\r", "\uFEFF", "\u0001", "\0", "a;b", " ", "\uFFFE", "=1+1"];
    private static readonly string[] s_numbers = ["", "1", "-7"];
    private static readonly string[] s_labels = ["Person;Cult", "Person", "Studio", "", "Place of work;\"x\"", "Work;Film;Odd", "Work;Series", "Claim", "Claim;Odd"];
    private static readonly string[] s_types = ["ACTED_IN", "ABOUT", "SEQUEL_OF", "OWNS, ALL", "é"];
    private static readonly string[] s_headers =
        ["height:float", "height:int", "height:string[]", "seasons:string", "a:b:string", "x,y", "\"q\":boolean", "id", "born:date", "kind", "line\nbreak:int", "sources_:string[]"];

    private readonly List<(string Id, string Label)> _nodes =
        [.. graph.People.Select(p => (p.Id, "Person")), .. graph.Works.Select(w => (w.Id, "Work"))];

    public void WriteTo(GraphFolder folder)
    {
        for (var file = random.Next(4); file > 0; file--)
        {
            WriteNodes(folder, $"x{file}");
        }

        for (var file = _nodes.Count == 0 ? 0 : random.Next(4); file > 0; file--)
        {
            WriteRelationships(folder, $"y{file}.csv");
        }
    }

    private void WriteNodes(GraphFolder folder, string name)
    {
        var headers = Headers();
        var lines = new List<string> { Line([":ID", ":LABEL", "name", "title", "value", .. headers]) };
        for (var row = random.Next(6); row > 0; row--)
        {
            // A column of another type than a label's property is refused, whatever stands there.
            var label = One([.. s_labels.Where(l => !l.Contains("Series", StringComparison.Ordinal) || !headers.Contains("seasons:string"))]);
            _nodes.Add(($"{name}-{row}", label));
            lines.Add(Line([$"{name}-{row}", label, "n\r", "t\"", "v;w", .. headers.Select(header => ValueOf(header))]));
        }

        folder.Add(name + ".csv", [.. lines]);
    }

    private void WriteRelationships(GraphFolder folder, string name)
    {
        var headers = Headers();
        var lines = new List<string> { Line([":START_ID", ":END_ID", ":TYPE", "sources:string[]", .. headers]) };
        for (var row = random.Next(10); row > 0; row--)
        {
            var (start, end) = (_nodes[random.Next(_nodes.Count)], _nodes[random.Next(_nodes.Count)]);
            var type = One(s_types);
            if (Fits(type, start.Label, end.Label))
            {
                lines.Add(Line([start.Id, end.Id, type, One("", "src:1", "zzz;src 2"), .. headers.Select(header => ValueOf(header))]));
            }
        }

        folder.Add(name, [.. lines]);
    }

    private static bool Fits(string type, string start, string end) => type switch
    {
        "ACTED_IN" => Is(start, "Person") && Is(end, "Work"),
        "SEQUEL_OF" => Is(start, "Work") && Is(end, "Work"),
        "ABOUT" => Is(start, "Claim"),
        _ => true,
    };

    private static bool Is(string labels, string wanted) => labels.Split(';').Contains(wanted);

    private string[] Headers() =>
        [.. Enumerable.Range(0, random.Next(5)).Select(_ => One(s_headers)).DistinctBy(h => h.Contains(':') ? h[..h.LastIndexOf(':')] : h)];

    private string ValueOf(string header) =>
        One(header.EndsWith(":int", StringComparison.Ordinal) || header.EndsWith(":float", StringComparison.Ordinal) ? s_numbers : s_texts);

    private string One(params string[] choices) => choices[random.Next(choices.Length)];

    private static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(Field));

    private static string Field(string text) => text.AsSpan().ContainsAny(",\"\r\n") ? "\"" + text.Replace("\"", "\"\"") + "\"" : text;
}
