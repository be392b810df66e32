using GraphService.Graph.Tests.Store;

namespace GraphService.Graph.Tests.Files;

public sealed class GraphLoaderTests
{
    [Fact]
    public void A_small_graph_is_numbered_merged_and_sorted()
    {
        using var folder = new GraphFolder()
            .Add("people.csv", "id:ID,name,aliases:string[],sortName,sources:string[],locators:string[],:LABEL",
                "zoe,Zoé,,zoe,s1,,Person", "ann,Ann Lee,Annie;A. Lee,lee ann,s1;s2,3;,Person", "bob,Bob,,,,,Person")
            .Add("sources.csv", "id:ID,name,:LABEL", "s1,a.md,Source", "s2,b.md,Source")
            .Add("works.csv", "id:ID,title,year:int,years:int[],form,:LABEL",
                "ko,K.O.,2017,2017;2016,FEATURE,Work;Film", "tv,Série,,,,Work;Series", "old,Old,1999,,SHORT,Film;Work")
            .Add("credits.csv", ":START_ID,:END_ID,:TYPE,characters:string[],note,billing:int,sources:string[],locators:string[]",
                "zoe,ko,ACTED_IN,Eve,lead,2,s1,1",
                "ann,ko,ACTED_IN,,,1,s1,2",
                "zoe,ko,ACTED_IN,Eve;Mom,voice,1,s2;s1,1;1",
                "bob,ko,ACTED_IN,,,,,",
                "ann,old,DIRECTED,,,,,");
        var graph = folder.Load();
        var read = new SnapshotReader(graph);

        Assert.Equal(["ann", "bob", "zoe", "ko", "old", "tv", "s1", "s2"], Enumerable.Range(0, graph.NodeCount).Select(read.Id));
        Assert.Equal(["ann", "zoe", "bob"], read.InDefaultOrder(0));
        Assert.Equal(["old", "ko", "tv"], read.InDefaultOrder(1));
        Assert.Equal(
            [
                "ann ACTED_IN ko {billing: 1} [s1@2]",
                "bob ACTED_IN ko {} []",
                "zoe ACTED_IN ko {characters: [Eve|Mom], note: lead; voice, billing: 1} [s1@1, s2@1]",
                "ann DIRECTED old {} []",
            ],
            read.Relationships());
        Assert.Equal(["ann", "zoe", "bob"], read.Far(1, "ko"));
        Assert.Equal(["old", "ko"], read.Far(0, "ann"));
        Assert.Equal(new[] { 2016, 2017 }, read.Value("ko", "years"));
        Assert.Equal("FEATURE", read.Value("ko", "form"));
        Assert.Equal("[s1@3, s2@]", read.Evidence(graph.NodeEvidence, read.Node("ann")));
        Assert.Equal(["ann"], read.Named(0, "a lee"));
        Assert.Equal(["ko"], read.Named(1, "ko"));
        Assert.Equal(8, graph.Summary.Nodes);
        Assert.Equal(4, graph.Summary.Relationships);
        graph.Retire();
    }
}
