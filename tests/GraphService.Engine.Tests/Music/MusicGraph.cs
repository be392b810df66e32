using System.Globalization;
using System.Text;
using GraphService.Graph.Files;
using GraphService.Graph.Store;

namespace GraphService.Engine.Tests.Music;

/// <summary>A node as the tests know it: values are string, int, string[] and int[].</summary>
internal sealed record MusicNode(string Id, string Kind, Dictionary<string, object> Values)
{
    public object? this[string property] => property switch
    {
        "id" => Id,
        "kind" => Kind,
        _ => Values.GetValueOrDefault(property),
    };
}

/// <summary>A relationship as the tests know it.</summary>
internal sealed record MusicLink(MusicNode From, string Type, MusicNode To, Dictionary<string, object> Values)
{
    public object? this[string property] => property switch
    {
        "kind" => Type,
        "craft" => CraftOf(Type),
        _ => Values.GetValueOrDefault(property),
    };

    public static string CraftOf(string type) => type switch { "SANG_ON" => "VOICE", "PLAYED_BASS_ON" => "BASS", _ => "ARRANGER" };

    public bool IsPart => Type is "SANG_ON" or "PLAYED_BASS_ON" or "ARRANGED";
}

/// <summary>A graph of music as plain objects, to be asked naively, and to be loaded from files as any graph is.</summary>
internal sealed class MusicGraph
{
    private static readonly string[] Artist = ["name", "sortName", "aliases:string[]", "born", "height:int", "mood", "volume", "lucky:int[]", "sources:string[]", "locators:string[]"];
    private static readonly string[] Recording = ["title", "aliases:string[]", "year:int", "years:int[]", "tracks:int", "side", "sources:string[]", "locators:string[]"];
    private static readonly string[] Named = ["name", "aliases:string[]", "sources:string[]", "locators:string[]"];
    private static readonly string[] Link = ["songs:string[]", "note", "billing:int", "date", "sources:string[]", "locators:string[]"];

    public List<MusicNode> Nodes { get; } = [];

    public List<MusicLink> Links { get; } = [];

    public IEnumerable<MusicNode> Artists => Nodes.Where(n => n.Kind == "ARTIST");

    public IEnumerable<MusicNode> Recordings => Nodes.Where(n => n.Kind is "ALBUM" or "SINGLE");

    public MusicNode AddArtist(string id, string? name = null, params (string Name, object Value)[] values) =>
        Add(id, "ARTIST", [("name", name ?? id), ("sortName", name ?? id), .. values]);

    public MusicNode AddAlbum(string id, string? title = null, params (string Name, object Value)[] values) =>
        Add(id, "ALBUM", [("title", title ?? id), .. values]);

    public MusicNode AddSingle(string id, string? title = null, params (string Name, object Value)[] values) =>
        Add(id, "SINGLE", [("title", title ?? id), .. values]);

    public MusicNode AddNamed(string kind, string id, params (string Name, object Value)[] values) => Add(id, kind, [("name", id), .. values]);

    public MusicNode Add(string id, string kind, params (string Name, object Value)[] values)
    {
        var node = new MusicNode(id, kind, ToDictionary(values));
        Nodes.Add(node);
        return node;
    }

    public MusicLink AddLink(MusicNode from, string type, MusicNode to, params (string Name, object Value)[] values)
    {
        var link = new MusicLink(from, type, to, ToDictionary(values));
        Links.Add(link);
        return link;
    }

    // Of a property given twice, the last value counts.
    private static Dictionary<string, object> ToDictionary((string Name, object Value)[] values) =>
        values.GroupBy(v => v.Name).ToDictionary(g => g.Key, g => g.Last().Value);

    /// <summary>Writes the graph's files, loads them and deletes them.</summary>
    public GraphSnapshot Load()
    {
        var folder = Directory.CreateTempSubdirectory("music-").FullName;
        try
        {
            Write(folder, "artists.csv", Artist, Artists, "Artist");
            Write(folder, "albums.csv", Recording, Nodes.Where(n => n.Kind == "ALBUM"), "Recording;Album");
            Write(folder, "singles.csv", Recording, Nodes.Where(n => n.Kind == "SINGLE"), "Recording;Single");
            Write(folder, "labels.csv", Named, Nodes.Where(n => n.Kind == "LABEL"), "Label");
            Write(folder, "sources.csv", Named[..2], Nodes.Where(n => n.Kind == "SOURCE"), "Source");
            var text = new StringBuilder(":START_ID,:TYPE,:END_ID," + string.Join(',', Link) + "\n");
            foreach (var link in Links)
            {
                AppendLine(text, [link.From.Id, link.Type, link.To.Id], Link, link.Values);
            }

            File.WriteAllText(Path.Combine(folder, "links.csv"), text.ToString());
            return GraphLoader.Load(folder, MusicDomain.Instance.Model);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder, string file, string[] columns, IEnumerable<MusicNode> nodes, string labels)
    {
        var text = new StringBuilder("id:ID,:LABEL," + string.Join(',', columns) + "\n");
        foreach (var node in nodes)
        {
            AppendLine(text, [node.Id, labels], columns, node.Values);
        }

        File.WriteAllText(Path.Combine(folder, file), text.ToString());
    }

    private static void AppendLine(StringBuilder text, string[] first, string[] columns, Dictionary<string, object> values)
    {
        var cells = first.Concat(columns.Select(c => Cell(values.GetValueOrDefault(c.Split(':')[0]))));
        text.AppendJoin(',', cells.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => text,
        string[] texts => string.Join(';', texts),
        int[] numbers => string.Join(';', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
