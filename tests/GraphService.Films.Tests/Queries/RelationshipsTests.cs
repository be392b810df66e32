using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GraphService.Films.Tests.Seed;
using GraphService.Films.Tests.TestSupport;

namespace GraphService.Films.Tests.Queries;

/// <summary>What is around a node, against a plain reading of the files.</summary>
public class RelationshipsTests
{
    private static readonly string[] Kinds = [.. FilmService.Domain.Model.RelationshipTypes.Where(t => !t.IsHidden).Select(t => t.Name)];

    private static readonly Comparer<string> Bytes = Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)));

    [Fact]
    public void Around_every_node_of_the_seed_is_what_its_files_say()
    {
        var links = SeedFiles.Relationships.Where(r => r.Type != "ABOUT").Select(r => new Link(r.Type, r.Start, r.End, PropertiesOf(r))).ToList();

        foreach (var node in SeedFiles.Nodes.Where(n => !n.Labels.Contains("Claim")))
        {
            Assert.Equal(Around(links, node.Id, []).Select(l => l.ToString()), Walk(FilmService.Seed, node.Id, 200, []));
        }
    }

    [Fact]
    public void Pages_of_any_size_and_over_any_kinds_are_slices_of_a_plain_sort()
    {
        var cases =
            from links in Gen.ArrayOf(OneLink())
            from size in Gen.Choose(1, 4)
            from over in Gen.SubListOf("COLLABORATED_WITH", "INFLUENCED_BY", "ACTED_IN", "WON")
            select (links, size, over);

        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var folder = Directory.CreateTempSubdirectory("relationships-").FullName;
            var links = c.links.DistinctBy(l => l.Kind == "ACTED_IN" ? l with { Properties = [] } : l).ToList();
            File.WriteAllLines(Path.Combine(folder, "n.csv"), ["id:ID,name,title,:LABEL", "A,n,,Person", "a,n,,Person", "\uE000,n,,Person", "😀,n,,Group", "w,,t,Work;Film", "o,n,,Award"]);
            File.WriteAllLines(Path.Combine(folder, "r.csv"), [":TYPE,:START_ID,:END_ID,characters:string[],note,billing:int,year:int", .. links.Select(Line)]);
            var service = FilmService.Load(folder);
            foreach (var id in new[] { "A", "a", "\uE000", "😀", "w", "o" })
            {
                Assert.Equal(Around(links, id, [.. c.over]).Select(l => l.ToString()), Walk(service, id, c.size, [.. c.over]));
            }

            Directory.Delete(folder, recursive: true);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(5, 607));
    }

    private static Gen<Link> OneLink() =>
        from kind in Gen.Elements("COLLABORATED_WITH", "COLLABORATED_WITH", "INFLUENCED_BY", "ACTED_IN", "WON")
        from start in Gen.Elements("A", "a", "\uE000")
        from end in kind switch
        {
            "ACTED_IN" => Gen.Constant("w"),
            "WON" => Gen.Constant("o"),
            "INFLUENCED_BY" => Gen.Elements("A", "a", "\uE000", "w"),
            _ => Gen.Elements("A", "a", "\uE000", "😀"),
        }
        from note in Gen.Elements("", "x", "y")
        from number in Gen.Elements("", "2", "10")
        from characters in Gen.Elements("", "C", "C;B")
        select new Link(kind, start, end, kind switch
        {
            "ACTED_IN" => Properties(("billing", number), ("characters", characters.Replace(";", "; ", StringComparison.Ordinal)), ("note", note)),
            "WON" => Properties(("note", note), ("year", number)),
            _ => Properties(("note", note)),
        });

    private static Property[] Properties(params (string Name, string Value)[] all) => [.. all.Where(p => p.Value.Length > 0).Select(p => new Property(p.Name, p.Value))];

    private static string Line(Link link)
    {
        string Of(string name) => link.Properties.FirstOrDefault(p => p.Name == name)?.Value ?? "";
        return $"{link.Kind},{link.From},{link.To},{Of("characters").Replace("; ", ";", StringComparison.Ordinal)},{Of("note")},{Of("billing")},{Of("year")}";
    }

    private static Property[] PropertiesOf(SeedRow row) =>
        [.. row.Properties.Where(p => p.Value.Length > 0).Select(p => new Property(p.Key.Split(':')[0], p.Key.EndsWith("[]", StringComparison.Ordinal) ? p.Value.Replace(";", "; ", StringComparison.Ordinal) : p.Value)).OrderBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>Each relationship with the node at an end, once: by kind as declared, from, to and properties.</summary>
    private static IEnumerable<Link> Around(List<Link> links, string id, string[] over)
    {
        var sorted = links.Where(l => (l.From == id || l.To == id) && (over.Length == 0 || over.Contains(l.Kind))).DistinctBy(l => l.ToString())
            .OrderBy(l => Array.IndexOf(Kinds, l.Kind)).ThenBy(l => l.From, Bytes).ThenBy(l => l.To, Bytes);
        foreach (var name in links.SelectMany(l => l.Properties.Select(p => p.Name)).Distinct().Order(StringComparer.Ordinal))
        {
            sorted = sorted.ThenBy(l => l.Properties.All(p => p.Name != name)).ThenBy(l => l.Properties.FirstOrDefault(p => p.Name == name)?.Value ?? "", Bytes);
        }

        return sorted;
    }

    /// <summary>All relationships of a node page by page, with what the pages say of themselves checked.</summary>
    private static List<string> Walk(FilmService service, string id, int size, string[] over)
    {
        const string query = """
            query($id: ID!, $first: Int, $after: String, $over: [RelationshipKind!]) {
              node(id: $id) { relationships(first: $first, after: $after, over: $over) {
                totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { kind }
                edges { cursor node { kind from { id } to { id } properties { name value } } } } } }
            """;
        var rows = new List<string>();
        string? after = null;
        while (true)
        {
            var page = service.Data(query, JsonSerializer.Serialize(new { id, first = size, after, over })).GetProperty("node").GetProperty("relationships");
            Assert.Equal(after is not null, page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
            rows.AddRange(page.GetProperty("edges").EnumerateArray().Select(e => Written(e.GetProperty("node"))));
            Assert.Equal(page.GetProperty("edges").GetArrayLength(), page.GetProperty("nodes").GetArrayLength());
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                Assert.Equal(rows.Count, page.GetProperty("totalCount").GetInt32());
                return rows;
            }

            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }

    private static string Written(JsonElement node) => new Link(
        node.GetProperty("kind").GetString()!,
        node.GetProperty("from").GetProperty("id").GetString()!,
        node.GetProperty("to").GetProperty("id").GetString()!,
        [.. node.GetProperty("properties").EnumerateArray().Select(p => new Property(p.GetProperty("name").GetString()!, p.GetProperty("value").GetString()!))]).ToString();

    private sealed record Property(string Name, string Value);

    private sealed record Link(string Kind, string From, string To, Property[] Properties)
    {
        public override string ToString() => $"{From} {Kind} {To} {{{string.Join(", ", Properties.Select(p => $"{p.Name}: {p.Value}"))}}}";
    }
}
