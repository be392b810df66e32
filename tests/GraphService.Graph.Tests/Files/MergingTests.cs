using GraphService.Graph.Tests.Store;

namespace GraphService.Graph.Tests.Files;

public sealed class MergingTests
{
    private const string Credits = ":START_ID,:END_ID,:TYPE,characters:string[],note,billing:int,sources:string[],locators:string[]";

    private static GraphFolder Small() => new GraphFolder()
        .Add("n.csv", "id:ID,name,:LABEL", "ann,Ann,Person", "orga,Orga,Organization", "oscar,Oscar,Award", "s1,a,Source", "s2,b,Source")
        .Add("w.csv", "id:ID,title,:LABEL", "ko,K.O.,Work;Film", "ko2,K.O.,Work;Film");

    private static void Holds(GraphFolder folder, params string[] relationships)
    {
        using (folder)
        {
            var graph = folder.Load();
            Assert.Equal(relationships, new SnapshotReader(graph).Relationships());
            Assert.Equal(relationships.Length, graph.Summary.Relationships);
            graph.Retire();
        }
    }

    [Fact]
    public void Characters_are_joined_in_order_each_once() => Holds(
        Small().Add("c.csv", Credits, "ann,ko,ACTED_IN,B;A;B,,,,", "ann,ko,ACTED_IN,C;A,,,,"),
        "ann ACTED_IN ko {characters: [B|A|C]} []");

    [Fact]
    public void Notes_are_joined_each_once() => Holds(
        Small().Add("c.csv", Credits, "ann,ko,ACTED_IN,,voice,,,", "ann,ko,ACTED_IN,,,,,", "ann,ko,ACTED_IN,,double,,,", "ann,ko,ACTED_IN,,voice,,,"),
        "ann ACTED_IN ko {note: voice; double} []");

    [Fact]
    public void The_smallest_billing_is_kept() => Holds(
        Small().Add("c.csv", Credits, "ann,ko,ACTED_IN,,,,,", "ann,ko,ACTED_IN,,,7,,", "ann,ko,ACTED_IN,,,-3,,", "ann,ko2,ACTED_IN,,,5,,"),
        "ann ACTED_IN ko {billing: -3} []", "ann ACTED_IN ko2 {billing: 5} []");

    [Fact]
    public void Sources_are_joined_with_their_locators_each_pair_once() => Holds(
        Small().Add("c.csv", Credits, "ann,ko,ACTED_IN,,,,s2;s1,9;1", "ann,ko,ACTED_IN,,,,s1;s1;s2,1;;9", "ann,ko,ACTED_IN,,,,s1,"),
        "ann ACTED_IN ko {} [s2@9, s1@1, s1@]");

    [Fact]
    public void Files_come_by_code_point_whatever_they_are_called() => Holds(
        Small().Add("\U0001F600.csv", Credits, "ann,ko,ACTED_IN,last,d,,,").Add("Z.csv", Credits, "ann,ko,ACTED_IN,first,a,,,")
            .Add("a.csv", Credits, "ann,ko,ACTED_IN,second,b,,,").Add("\uE000.csv", Credits, "ann,ko,ACTED_IN,third,c,,,"),
        "ann ACTED_IN ko {characters: [first|second|third|last], note: a; b; c; d} []");

    [Fact]
    public void A_folder_given_twice_is_the_same_graph() => Holds(
        Small().Add("c.csv", Credits, "ann,ko,ACTED_IN,A;A,x,1,s1;s1,1;1").Add("d.csv", Credits, "ann,ko,ACTED_IN,A;A,x,1,s1;s1,1;1"),
        "ann ACTED_IN ko {characters: [A], note: x, billing: 1} [s1@1]");

    [Fact]
    public void Credits_of_other_ends_or_types_stay_apart() => Holds(
        Small().Add("c.csv", Credits, "ann,ko,ACTED_IN,,,,,", "ann,ko,DIRECTED,,,,,", "orga,ko,ACTED_IN,,,,,"),
        "ann ACTED_IN ko {} []", "orga ACTED_IN ko {} []", "ann DIRECTED ko {} []");

    [Fact]
    public void Other_relationships_that_agree_in_everything_but_their_sources_are_one() => Holds(
        Small().Add("c.csv", ":START_ID,:END_ID,:TYPE,year:int,note,work,sources:string[],locators:string[]",
            "ann,oscar,WON,2020,b,ko,s1,1", "ann,oscar,WON,2020,a,ko,,", "ann,oscar,WON,2020,b,ko,s2,2",
            "ann,oscar,WON,2021,b,ko,s1,1", "ann,oscar,WON,2020,b,,s1,3", "ann,oscar,WON,2020,b,ko,s1,1"),
        "ann WON oscar {year: 2020, note: a, work: ko} []",
        "ann WON oscar {year: 2020, note: b, work: ko} [s1@1, s2@2]",
        "ann WON oscar {year: 2021, note: b, work: ko} [s1@1]",
        "ann WON oscar {year: 2020, note: b} [s1@3]");

    [Fact]
    public void Unknown_properties_keep_other_relationships_apart_but_not_credits()
    {
        using var folder = Small()
            .Add("c.csv", ":START_ID,:END_ID,:TYPE,note,weight:float", "ann,ko,ACTED_IN,x,", "ann,ko,ACTED_IN,y,2.5", "ann,ko,ACTED_IN,y,3", "ann,oscar,WON,x,1", "ann,oscar,WON,x,2")
            .Add("d.csv", ":START_ID,:END_ID,:TYPE,unit,note", "ann,ko,ACTED_IN,kg,");
        var graph = folder.Load();
        Assert.Equal(["ann ACTED_IN ko {note: x; y} []", "ann WON oscar {note: x} []", "ann WON oscar {note: x} []"], new SnapshotReader(graph).Relationships());
        Assert.Equal(
            ["0 weight:float=2.5 unit:string=kg", "1 weight:float=1", "2 weight:float=2"],
            graph.Unserved.OnRelationships.Span.ToArray().Select(v =>
                v.Owner + string.Concat(graph.Unserved.Properties(graph, v.Properties).Select(p => $" {p.Key}={p.Value}"))));
        graph.Retire();
    }

    [Fact]
    public void Many_parallel_relationships_are_grouped_by_hash()
    {
        var lines = Enumerable.Range(0, 30_000).Select(i => $"ann,oscar,WON,{i % 10_000},s1,{i}");
        using var folder = Small().Add("c.csv", [":START_ID,:END_ID,:TYPE,year:int,sources:string[],locators:string[]", .. lines]);
        var graph = folder.Load();
        var read = new SnapshotReader(graph);
        Assert.Equal(10_000, graph.RelationshipCount);
        Assert.Equal("ann WON oscar {year: 9999} [s1@9999, s1@19999, s1@29999]", read.Relationship(9999));
        graph.Retire();
    }

    [Fact]
    public void One_credit_given_thousands_of_times()
    {
        var lines = Enumerable.Range(0, 20_000).Select(i => $"ann,ko,ACTED_IN,C{i % 3000},note {i % 2000},,s1,{i}");
        using var folder = Small().Add("c.csv", [Credits, .. lines]);
        var graph = folder.Load();
        var read = new SnapshotReader(graph);
        Assert.Equal(Enumerable.Range(0, 3000).Select(i => $"C{i}"), (string[])read.RelationshipValue(0, "characters")!);
        Assert.Equal(2000, ((string)read.RelationshipValue(0, "note")!).Split("; ").Length);
        Assert.Equal(20_000, graph.RelationshipEvidence.Of(0).Length);
        graph.Retire();
    }
}
