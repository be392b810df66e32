using GraphService.Graph.Tests.Files;

namespace GraphService.Graph.Tests.Store;

public sealed class IndexTests
{
    [Fact]
    public void Ids_are_ranked_over_all_tables_by_code_point()
    {
        using var folder = new GraphFolder()
            .Add("a.csv", "id:ID,name,:LABEL", "\uFFFD,A,Person", "😀,B,Person", "b,C,Award", "B,D,Person", "ba,E,Award", "é,F,Person")
            .Add("c.csv", "id:ID,property,:LABEL", "aa,x,Claim");
        var graph = folder.Load();
        var read = new SnapshotReader(graph);
        Assert.Equal(["B", "é", "\uFFFD", "😀", "b", "ba", "aa"], Enumerable.Range(0, graph.NodeCount).Select(read.Id));
        Assert.Equal([0, 4, 5, 6, 2, 3, 1], graph.IdRanks.Span.ToArray());
        Assert.Equal(byte.MaxValue, graph.Kinds[6]);
        graph.Retire();
    }

    [Fact]
    public void Every_id_is_found_and_no_other()
    {
        using var folder = new GraphFolder().Add("a.csv", ["id:ID,name,:LABEL", .. Enumerable.Range(0, 5000).Select(i => $"node-{i},N,Person")]);
        var graph = folder.Load();
        var read = new SnapshotReader(graph);
        Assert.All(Enumerable.Range(0, 5000), i => Assert.Equal($"node-{i}", read.Id(read.Node($"node-{i}"))));
        Assert.Equal(-1, read.Node("node-5000"));
        Assert.Equal(-1, read.Node(""));
        graph.Retire();
    }

    [Fact]
    public void Names_and_aliases_are_found_folded_and_whole()
    {
        using var folder = new GraphFolder().Add("a.csv", "id:ID,name,aliases:string[],:LABEL",
            "b,Zoé,ZOE;Zoë B.,Person", "a,zoe,,Person", "c,?!,...,Person", "d,Zoe B,,Person", "oscar,Zoe,zoé,Award");
        var graph = folder.Load();
        var read = new SnapshotReader(graph);
        Assert.Equal(["a", "b"], read.Named(0, "zoe"));
        Assert.Equal(["b", "d"], read.Named(0, "zoe b"));
        Assert.Empty(read.Named(0, ""));
        Assert.Empty(read.Named(0, "zo"));
        Assert.Equal(["oscar"], read.Named(2, "zoe"));
        Assert.Equal((4, 1), (graph.NameIndexes[0].Count, graph.NameIndexes[2].Count));
        graph.Retire();
    }

    [Fact]
    public void Default_orders_break_ties_by_id()
    {
        string[] people = ["c,C,sort name aa", "a,A,sort name b", "b,B,sort name aa", "d,D,", "e,E,sort", "f,F,sort name a"];
        using var folder = new GraphFolder()
            .Add("a.csv", ["id:ID,name,sortName,:LABEL", .. people.Select(p => p + ",Person")])
            .Add("b.csv", "id:ID,title,year:int,:LABEL", "w1,B,2000,Work;Film", "w2,A,2000,Work;Film", "w3,A,-1,Work;Film", "w4,A,,Work;Film", "w0,B,2000,Work;Film");
        var graph = folder.Load();
        var read = new SnapshotReader(graph);
        Assert.Equal(["e", "f", "b", "c", "a", "d"], read.InDefaultOrder(0));
        Assert.Equal(["w3", "w2", "w0", "w1", "w4"], read.InDefaultOrder(1));
        Assert.Equal([0, 1, 2, 3, 4], read.InDefaultOrder(1).Select(id => graph.Ranks[read.Node(id)]));
        graph.Retire();
    }
}
