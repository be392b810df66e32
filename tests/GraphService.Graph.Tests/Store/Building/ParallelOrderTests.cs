using FsCheck;
using FsCheck.Fluent;
using GraphService.Graph.Tests.Files;

namespace GraphService.Graph.Tests.Store.Building;

/// <summary>Relationships of one type between the same two nodes stand in the order of their properties, whatever order the files have.</summary>
public class ParallelOrderTests
{
    private const string Honours = ":START_ID,:END_ID,:TYPE,year:int,note,work,weight:float,unit,sources:string[],locators:string[]";

    [Fact]
    public void Properties_are_compared_as_text_by_their_names_and_missing_ones_are_last() => Assert.Equal(
        [
            "ann WON oscar {year: 10, note: a, work: ko} []",
            "ann WON oscar {year: 9, note: a, work: ko} []",
            "ann WON oscar {note: a, work: ko} []",
            "ann WON oscar {year: 1, note: a} []",
            "ann WON oscar {year: 1, note: b, work: ko} []",
            "ann WON oscar {year: 1, work: ko} []",
            "ann WON oscar {year: 1} []",
            "ann WON oscar {} []",
        ],
        Read("ann,oscar,WON,,,,,,,", "ann,oscar,WON,1,,,,,,", "ann,oscar,WON,1,,ko,,,,", "ann,oscar,WON,1,b,ko,,,,", "ann,oscar,WON,1,a,,,,,", "ann,oscar,WON,,a,ko,,,,", "ann,oscar,WON,9,a,ko,,,,", "ann,oscar,WON,10,a,ko,,,,"));

    [Fact]
    public void What_agrees_in_all_properties_is_told_apart_by_sources_then_by_what_the_model_does_not_know()
    {
        string[] lines =
        [
            "ann,oscar,WON,,,,1,,s2,1", "ann,oscar,WON,,,,2,,s1,2", "ann,oscar,WON,,,,3,,s1,1", "ann,oscar,WON,,,,4,kg,s1,1", "ann,oscar,WON,,,,4,,s1,1", "ann,oscar,WON,,,,,g,s1,1", "ann,oscar,WON,,,,,,,",
        ];
        string[] expected = ["[] ", "[s1@1] unit=g", "[s1@1] unit=kg weight=4", "[s1@1] weight=3", "[s1@1] weight=4", "[s1@2] weight=2", "[s2@1] weight=1"];

        Assert.Equal(expected, Unknown(lines));
        Assert.Equal(expected, Unknown([.. lines.Reverse()]));
    }

    [Fact]
    public void Merged_types_have_no_parallels()
    {
        using var folder = Folder("ann,ko,ACTED_IN,,x,,1,,,", "ann,ko,ACTED_IN,,y,,2,,s1,1", "ann,ko,ACTED_IN,,,,,,,");
        var graph = folder.Load();
        Assert.Equal(1, graph.RelationshipCount);
        graph.Retire();
    }

    [Fact]
    public void A_parallel_is_found_by_its_place()
    {
        using var folder = Folder("ann,oscar,WON,1,,,,,,", "ann,oscar,WON,2,,,,,,", "ann,oscar,WON,3,,,,,,", "bob,oscar,WON,1,,,,,,", "ann,oscar,NOMINATED_FOR,1,,,,,,", "ko,ko,SEQUEL_OF,,,,1,,,", "ko,ko,SEQUEL_OF,,,,2,,,");
        var graph = folder.Load();
        var read = new SnapshotReader(graph);
        var (ann, bob, oscar, ko) = (read.Node("ann"), read.Node("bob"), read.Node("oscar"), read.Node("ko"));
        int Type(string name) => graph.Model.RelationshipTypes.Single(t => t.Name == name).Index;

        Assert.Equal([1, 2, 3], Enumerable.Range(0, 3).Select(nth => read.RelationshipValue(graph.FindRelationship(ann, Type("WON"), oscar, nth), "year")));
        Assert.Equal([-1, -1, -1], new[] { 3, -1, int.MaxValue }.Select(nth => graph.FindRelationship(ann, Type("WON"), oscar, nth)));
        Assert.Equal(-1, graph.FindRelationship(bob, Type("WON"), oscar, 1));
        Assert.Equal(-1, graph.FindRelationship(bob, Type("NOMINATED_FOR"), oscar, 0));
        Assert.Equal([0, 1], Enumerable.Range(0, 2).Select(nth => graph.NthOf(graph.FindRelationship(ko, Type("SEQUEL_OF"), ko, nth))));
        Assert.All(Enumerable.Range(0, graph.RelationshipCount), r => Assert.Equal(r, graph.FindRelationship(graph.Starts[r], graph.RelationshipTypes[r], graph.Ends[r], graph.NthOf(r))));
        graph.Retire();
    }

    [Fact]
    public void The_order_is_that_of_a_plain_sort()
    {
        var lines = Gen.ArrayOf(
            from start in Gen.Elements("ann", "bob")
            from year in Gen.Elements("", "1", "9", "10", "-1")
            from note in Gen.Elements("", "a", "b", "\uE000", "😀")
            from work in Gen.Elements("", "ko", "ko2")
            select (Start: start, Note: note, Work: work, Year: year));

        Prop.ForAll(lines.ToArbitrary(), given =>
        {
            var expected = given.Distinct().OrderBy(l => l.Start, StringComparer.Ordinal).ThenBy(l => Last(l.Note), Bytes).ThenBy(l => Last(l.Work), Bytes).ThenBy(l => Last(l.Year), Bytes)
                .Select(l => Written(l.Start, ("year", l.Year), ("note", l.Note), ("work", l.Work)));
            Assert.Equal(expected, Read([.. given.Select(l => $"{l.Start},oscar,WON,{l.Year},{l.Note},{l.Work},,,,")]));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(11, 607));

        static string Last(string text) => text.Length == 0 ? "\U0010FFFF" : text;
        static string Written(string start, params (string Name, string Value)[] values) =>
            $"{start} WON oscar {{{string.Join(", ", values.Where(v => v.Value.Length > 0).Select(v => $"{v.Name}: {v.Value}"))}}} []";
    }

    private static readonly Comparer<string> Bytes = Comparer<string>.Create((a, b) => System.Text.Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(b)));

    private static string[] Read(params string[] lines)
    {
        using var folder = Folder(lines);
        var graph = folder.Load();
        var read = new SnapshotReader(graph).Relationships();
        graph.Retire();
        return read;
    }

    /// <summary>Evidence and unknown properties, sorted, of each relationship; half of the lines are in a file whose columns are turned round.</summary>
    private static string[] Unknown(string[] lines)
    {
        var turned = string.Join(',', Honours.Split(',').Reverse());
        using var folder = Folder([.. lines.Where((_, i) => i % 2 == 0)]).Add("b.csv", [turned, .. lines.Where((_, i) => i % 2 == 1).Select(l => string.Join(',', l.Split(',').Reverse()))]);
        var graph = folder.Load();
        var read = new SnapshotReader(graph);
        var unknown = graph.Unserved.OnRelationships.Span.ToArray().ToDictionary(v => v.Owner, v => string.Join(' ', graph.Unserved.Properties(graph, v.Properties).Select(p => $"{p.Key[..p.Key.IndexOf(':', StringComparison.Ordinal)]}={p.Value}").Order(StringComparer.Ordinal)));
        string[] rows = [.. Enumerable.Range(0, graph.RelationshipCount).Select(r => $"{read.Evidence(graph.RelationshipEvidence, r)} {unknown.GetValueOrDefault(r, "")}")];
        graph.Retire();
        return rows;
    }

    private static GraphFolder Folder(params string[] lines) => new GraphFolder()
        .Add("n.csv", "id:ID,name,:LABEL", "ann,Ann,Person", "bob,Bob,Person", "oscar,Oscar,Award", "s1,a,Source", "s2,b,Source")
        .Add("w.csv", "id:ID,title,:LABEL", "ko,K.O.,Work;Film", "ko2,K.O.,Work;Film")
        .Add("c.csv", [Honours, .. lines]);
}
