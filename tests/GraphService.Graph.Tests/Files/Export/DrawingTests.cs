using FsCheck;
using FsCheck.Fluent;
using GraphService.Graph.Files.Export;
using GraphService.Graph.Files.GraphMl;
using GraphService.Graph.Tests.Store;

namespace GraphService.Graph.Tests.Files.Export;

/// <summary>GEXF and GraphML are valid, say the same, and hold every node, relationship and served property.</summary>
public sealed class DrawingTests
{
    [Fact]
    public void A_random_graph_is_drawn_whole() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60),
        Prop.ForAll(RandomGraph.Arbitrary, ArbMap.Default.ArbFor<int>(), (random, seed) =>
        {
            using var folder = new GraphFolder();
            random.WriteTo(folder);
            new RandomExtras(new Random(seed), random).WriteTo(folder);
            var graph = folder.Load();
            var gexf = DrawnGraph.Gexf(GraphSelection.Whole(graph));
            var graphMl = DrawnGraph.GraphMl(GraphSelection.Whole(graph));
            Assert.Equal(gexf.Nodes, graphMl.Nodes);
            Assert.Equal(gexf.Edges, graphMl.Edges);
            Assert.Equal(graph.Summary.Nodes, gexf.Nodes.Count);
            var read = new SnapshotReader(graph);
            foreach (var person in random.People)
            {
                var aliases = person.Aliases.Length == 0 ? "" : $", aliases={Xml(string.Join("; ", person.Aliases))}";
                Assert.StartsWith($"{Xml(person.Name)} kind=PERSON, name={Xml(person.Name)}{aliases}", gexf.Nodes[person.Id], StringComparison.Ordinal);
            }

            var served = Enumerable.Range(0, graph.RelationshipCount).Where(r => !graph.Model.RelationshipTypes[graph.RelationshipTypes[r]].IsHidden)
                .Select(r => $"{read.Id(graph.Starts[r])} {graph.Model.RelationshipTypes[graph.RelationshipTypes[r]].Name} {read.Id(graph.Ends[r])} ").ToList();
            Assert.All(gexf.Edges.Zip(served), pair => Assert.StartsWith(pair.Second, pair.First, StringComparison.Ordinal));
            graph.Retire();
        }));

    [Fact]
    public void Hostile_texts_are_written_so_that_XML_can_hold_them()
    {
        using var folder = new GraphFolder()
            .Add("n.csv", "id:ID,name,aliases:string[],:LABEL,sources:string[],locators:string[]", "\"<a&'>\",\"<b>&amp;\r\n\t\u0001\",x;\uFFFE,Person,\"s]]>\",\"line\n1\"", "\uFFFE,\0,,Person,,", "\uFFFF,Bo,,Person,,", "\uFFFD#1,Cy,,Person,,", "s]]>,Doc,,Source,,", "\uFFFD,,,Studio,,")
            .Add("w.csv", "id:ID,title,:LABEL,year:int,years:int[]", "f,😀,Work;Film,2017,2017;2016")
            .Add("r.csv", ":START_ID,:END_ID,:TYPE,characters:string[],note,billing:int", "\uFFFE,f,ACTED_IN,A;B,\" n \",3", "\uFFFF,f,ACTED_IN,,,", "\"<a&'>\",f,\"OWNS <\u0002>\",,,");
        var graph = folder.Load();
        var gexf = DrawnGraph.Gexf(GraphSelection.Whole(graph));
        Assert.Equal(
            [
                "<a&'>: <b>&amp;\r\n\t\uFFFD kind=PERSON, name=<b>&amp;\r\n\t\uFFFD, aliases=x; \uFFFD, sources=s]]> (line\n1)",
                "f: 😀 kind=FILM, title=😀, year=2017, years=2016; 2017",
                "s]]>: Doc kind=SOURCE, name=Doc",
                "\uFFFD: \uFFFD kind=Studio",
                "\uFFFD#1: Cy kind=PERSON, name=Cy",
                "\uFFFD#2: \uFFFD kind=PERSON, name=\uFFFD",
                "\uFFFD#3: Bo kind=PERSON, name=Bo",
            ],
            gexf.Nodes.Select(node => $"{node.Key}: {node.Value}"));
        Assert.Equal(
            [
                "\uFFFD#2 ACTED_IN f type=ACTED_IN, characters=A; B, note= n , billing=3",
                "\uFFFD#3 ACTED_IN f type=ACTED_IN",
                "<a&'> OWNS <\uFFFD> f type=OWNS <\uFFFD>",
            ],
            gexf.Edges);
        var graphMl = DrawnGraph.GraphMl(GraphSelection.Whole(graph));
        Assert.Equal(gexf.Nodes, graphMl.Nodes);
        Assert.Equal(gexf.Edges, graphMl.Edges);
        graph.Retire();
    }

    [Fact]
    public void A_selection_is_drawn_without_the_rest()
    {
        using var folder = new GraphFolder()
            .Add("n.csv", "id:ID,name,:LABEL,sources:string[]", "p,Ann,Person,s", "q,Bo,Person,", "s,Doc,Source,", "x,,Studio,")
            .Add("w.csv", "id:ID,title,:LABEL", "f,Film,Work;Film")
            .Add("r.csv", ":START_ID,:END_ID,:TYPE", "p,f,ACTED_IN", "q,f,ACTED_IN", "p,f,SAW", "p,x,KNOWS");
        var graph = folder.Load();
        var drawn = DrawnGraph.Gexf(GraphSelection.Of(graph, [graph.FindNode("p"u8), graph.FindNode("f"u8)]));
        Assert.Equal(["f", "p"], drawn.Nodes.Keys);
        Assert.Equal(["p ACTED_IN f type=ACTED_IN", "p SAW f type=SAW"], drawn.Edges);
        graph.Retire();
    }

    [Fact]
    public void An_export_that_stops_leaves_what_was_there()
    {
        using var folder = new GraphFolder().Add("n.csv", ["id:ID,name,:LABEL", .. Enumerable.Range(0, 10_000).Select(i => $"p{i},P,Person")]);
        var graph = folder.Load();
        var parent = Directory.CreateTempSubdirectory("stopped-").FullName;
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var whole = GraphSelection.Whole(graph);
        Assert.Throws<OperationCanceledException>(() => ExportTarget.WriteFile(Path.Combine(parent, "g"), false, stream => GraphMlWriter.Write(whole, stream, null, stop.Token)));
        Assert.Throws<OperationCanceledException>(() => ExportTarget.WriteFolder(Path.Combine(parent, "g"), false, to => Graph.Files.Csv.CsvGraphWriter.Write(whole, to, null, null, stop.Token)));
        Assert.Empty(Directory.GetFileSystemEntries(parent));
        Directory.CreateDirectory(Path.Combine(parent, "g"));
        File.WriteAllText(Path.Combine(parent, "g", "old.csv"), "old");
        Assert.Throws<OperationCanceledException>(() => ExportTarget.WriteFolder(Path.Combine(parent, "g"), true, to => Graph.Files.Csv.CsvGraphWriter.Write(whole, to, null, null, stop.Token)));
        Assert.Equal("old", File.ReadAllText(Path.Combine(parent, "g", "old.csv")));
        Assert.Single(Directory.GetFileSystemEntries(parent));
        Directory.Delete(parent, recursive: true);
        graph.Retire();
    }

    private static string Xml(string text) => text.Replace('\u0001', '\uFFFD');
}
