using FsCheck;
using FsCheck.Fluent;
using GraphService.Graph.Files.Export;
using GraphService.Graph.Files.Gexf;
using GraphService.Graph.Store;

namespace GraphService.Graph.Tests.Files.Export;

/// <summary>What is exported as files is what was loaded, to the last property.</summary>
public sealed class CsvExportTests
{
    [Fact]
    public void A_random_graph_is_loaded_again_without_loss() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(100),
        Prop.ForAll(RandomGraph.Arbitrary, ArbMap.Default.ArbFor<int>(), (random, seed) =>
        {
            using var folder = new GraphFolder();
            random.WriteTo(folder);
            new RandomExtras(new Random(seed), random).WriteTo(folder);
            var graph = folder.Load();
            AssertRoundTrip(graph);
            graph.Retire();
        }));

    [Fact]
    public void Unknown_labels_types_properties_and_claims_are_kept()
    {
        using var folder = new GraphFolder()
            .Add("nodes.csv", "id:ID,name,:LABEL,height:float,born:date", "p,Ann,Cult;Person,1.8,1970", "q,Bo,Person,,", "s,Doc,Source,,", "x,,Studio;Place of work,2,", "y,,,,")
            .Add("works.csv", "id:ID,title,:LABEL,seasons,sources:string[],locators:string[]", "f,Film,Work;Film,none,s;s,1;2")
            .Add("more-works.csv", "id:ID,title,:LABEL,seasons:int,form,rating:int", "g,Show,Series;Work,3,short,5")
            .Add("claims.csv", "id:ID,:LABEL,property,value,sources:string[]", "c,Claim,year,2016,s", "d,Claim,year,2017,s")
            .Add("rels.csv", ":START_ID,:END_ID,:TYPE,weight:double,sources:string[]", "c,f,ABOUT,,s", "d,f,ABOUT,,s", "x,p,OWNS;ALL,0.5,s", "p,f,ACTED_IN,7,", "y,x,ABOUT THAT,,")
            .Add("rels2.csv", ":START_ID,:END_ID,:TYPE,weight:int,note", "p,f,ACTED_IN,8,again");
        var graph = folder.Load();
        using var exported = new ExportedFolder(graph);
        Assert.Equal(
            """
            --- nodes-Claim.csv
            id:ID,:LABEL,property:string,value:string,sources:string[],locators:string[]
            c,Claim,year,2016,s,
            d,Claim,year,2017,s,
            --- nodes-Person.csv
            id:ID,:LABEL,name:string,aliases:string[],sortName:string,born:date,height:float,sources:string[],locators:string[]
            p,Cult;Person,Ann,,,1970,1.8,,
            q,Person,Bo,,,,,,
            --- nodes-Source.csv
            id:ID,:LABEL,name:string,published:string,sources:string[],locators:string[]
            s,Source,Doc,,,
            --- nodes-Work-2.csv
            id:ID,:LABEL,title:string,aliases:string[],year:int,years:int[],seasons:int,form:string,rating:int,sources:string[],locators:string[]
            g,Work;Series,Show,,,,3,short,5,,
            --- nodes-Work.csv
            id:ID,:LABEL,title:string,aliases:string[],year:int,years:int[],form:string,seasons:string,sources:string[],locators:string[]
            f,Work;Film,Film,,,,,none,s;s,1;2
            --- relationships-ABOUT.csv
            :START_ID,:END_ID,:TYPE,sources:string[],locators:string[]
            c,f,ABOUT,s,
            d,f,ABOUT,s,
            --- relationships-ACTED_IN-2.csv
            :START_ID,:END_ID,:TYPE,characters:string[],note:string,billing:int,weight:int,sources:string[],locators:string[]
            p,f,ACTED_IN,,,,8,,
            --- relationships-ACTED_IN.csv
            :START_ID,:END_ID,:TYPE,characters:string[],note:string,billing:int,weight:double,sources:string[],locators:string[]
            p,f,ACTED_IN,,again,,7,,
            --- unserved-nodes.csv
            id:ID,:LABEL,height:float,sources:string[],locators:string[]
            x,Studio;Place of work,2,,
            y,,,,
            --- unserved-relationships.csv
            :START_ID,:END_ID,:TYPE,weight:double,sources:string[],locators:string[]
            y,x,ABOUT THAT,,,
            x,p,OWNS;ALL,0.5,s,

            """,
            exported.Text);
        AssertRoundTrip(graph);
        graph.Retire();
    }

    [Fact]
    public void A_selection_brings_what_it_cannot_be_loaded_without()
    {
        using var folder = new GraphFolder()
            .Add("people.csv", "id:ID,name,:LABEL,sources:string[]", "p,Ann,Person,s", "q,Bo,Person,t", "prize,Prize,Award,")
            .Add("sources.csv", "id:ID,name,:LABEL,sources:string[]", "s,Doc,Source,u", "t,Other,Source,", "u,Third,Source,", "v,Fourth,Source,")
            .Add("works.csv", "id:ID,title,:LABEL", "f,Film,Work;Film", "g,Other,Work;Film")
            .Add("claims.csv", "id:ID,:LABEL,property,value", "c,Claim,born,1970", "d,Claim,born,1971")
            .Add("rels.csv", ":START_ID,:END_ID,:TYPE,work,sources:string[]", "c,p,ABOUT,,", "d,q,ABOUT,,", "p,prize,WON,f,v", "p,f,ACTED_IN,,", "q,f,ACTED_IN,,", "p,q,KNOWS,,");
        var graph = folder.Load();
        using var exported = new ExportedFolder(GraphSelection.Of(graph, [graph.FindNode("p"u8), graph.FindNode("prize"u8)]));
        Assert.Equal(new ExportResult(6, 1), exported.Result);
        var again = exported.Load();
        Assert.Equal(["c ABOUT p {} []", "p WON prize {work: f} [v@]"], new Store.SnapshotReader(again).Relationships().Order());
        Assert.Equal(["c", "f", "p", "prize", "s", "u", "v"], Enumerable.Range(0, again.NodeCount).Select(n => System.Text.Encoding.UTF8.GetString(again.Text(again.Ids[n]))).Order());
        graph.Retire();
        again.Retire();
    }

    private static void AssertRoundTrip(GraphSnapshot graph)
    {
        using var first = new ExportedFolder(graph);
        var again = first.Load();
        using var second = new ExportedFolder(again);
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(Drawn(graph), Drawn(again));
        Assert.Equal((graph.Summary.Nodes, graph.Summary.Relationships), (again.Summary.Nodes, again.Summary.Relationships));
        Assert.Equal(new ExportResult(graph.Summary.Nodes, graph.Summary.Relationships), first.Result);
        Assert.Equal(graph.Summary.Unserved, again.Summary.Unserved);
        Assert.Equal(new Store.SnapshotReader(graph).Relationships(), new Store.SnapshotReader(again).Relationships());
        again.Retire();
    }

    private static string Drawn(GraphSnapshot graph)
    {
        using var output = new MemoryStream();
        GexfWriter.Write(GraphSelection.Whole(graph), output, null, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }
}
