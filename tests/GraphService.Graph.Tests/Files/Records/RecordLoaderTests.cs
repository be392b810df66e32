using System.Buffers;
using System.Text;
using GraphService.Graph.Files;
using GraphService.Graph.Files.Records;
using GraphService.Graph.Store;
using GraphService.Graph.Tests.Model;
using GraphService.Graph.Tests.Store;

namespace GraphService.Graph.Tests.Files.Records;

public sealed class RecordLoaderTests
{
    private const string Nodes = ":LABEL,id:ID,name:string,title:string,year:int,sources:string[],locators:string[]";
    private const string Credits = ":START_ID,:END_ID,:TYPE,characters:string[],note:string,billing:int,sources:string[],locators:string[]";

    private static readonly string[] s_nodes = ["Person,zoe,Zoé,,,,", "Person,ann,Ann,,,s2,", "Work;Film,ko,,K.O.,2017,,", "Source,s1,a,,,,", "Source,s2,b,,,,", "Studio,st,,,,,"];

    private static (GraphSnapshot Graph, RecordOrigins Origins) Load(string[] nodes, params string[] relationships)
    {
        using var loader = new RecordLoader("the store", TestModels.Films);
        // Several tables, as kinds are read one after the other.
        Add(loader.Nodes(Nodes.Split(',')), nodes[..1]);
        Add(loader.Nodes(Nodes.Split(',')), nodes[1..]);
        Add(loader.Relationships(Credits.Split(',')), relationships);
        return (loader.Build(out var origins), origins);
    }

    private static void Add(RecordTable table, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            foreach (var field in line.Split(','))
            {
                table.Field.Write(Encoding.UTF8.GetBytes(field));
                table.EndField();
            }

            table.EndRecord();
        }
    }

    [Fact]
    public void Records_become_the_graph_that_files_would()
    {
        var graph = Load(s_nodes, "ann,ko,ACTED_IN,A;B,,2,s1,3", "ann,ko,DIRECTED,,x,,,").Graph;
        using var folder = new GraphFolder().Add("n.csv", [Nodes, .. s_nodes]).Add("r.csv", Credits, "ann,ko,ACTED_IN,A;B,,2,s1,3", "ann,ko,DIRECTED,,x,,,");
        Assert.Equal(new SnapshotReader(folder.Load()).Relationships(), new SnapshotReader(graph).Relationships());
        Assert.Equal(folder.Load().Summary.NodesByKind, graph.Summary.NodesByKind);
        Assert.Equal(folder.Load().Summary.Unserved, graph.Summary.Unserved);
    }

    [Fact]
    public void What_is_joined_stands_in_the_order_of_sources_then_locators_then_what_it_says()
    {
        string[] credits = ["ann,ko,ACTED_IN,C,c,1,s2,1", "ann,ko,ACTED_IN,B,b,,s1,2", "ann,ko,ACTED_IN,A,a2,,s1,1", "ann,ko,ACTED_IN,A,a1,,s1,1"];
        for (var turn = 0; turn < credits.Length; turn++)
        {
            var graph = Load(s_nodes, [.. credits[turn..], .. credits[..turn]]).Graph;
            Assert.Equal(["ann ACTED_IN ko {characters: [A|B|C], note: a1; a2; b; c, billing: 1} [s1@1, s1@2, s2@1]"], new SnapshotReader(graph).Relationships());
        }
    }

    [Fact]
    public void It_is_known_which_records_became_what()
    {
        var (graph, origins) = Load(s_nodes, "zoe,ko,ACTED_IN,,,,s2,", "ann,ko,ACTED_IN,,,,,", "zoe,ko,ACTED_IN,,,,s1,", "st,ko,KNOWS,,,,,");
        Assert.Equal([1, 0, 2, 3, 4], Enumerable.Range(0, graph.NodeCount).Select(origins.OfNode));
        Assert.Equal(5, origins.OfUnservedNode(0));
        Assert.Equal([1], origins.OfRelationship(0).ToArray());
        Assert.Equal([2, 0], origins.OfRelationship(1).ToArray());
        Assert.Equal([3], origins.OfUnservedRelationship(0).ToArray());
    }

    [Fact]
    public void Faults_are_told_by_id()
    {
        var faults = Assert.Throws<GraphLoadException>(() => Load(
            [.. s_nodes, "Person,bob,,,,s9,", "Person;Work;Film,x,X,X,,,", "Work;Film,w,,W,soon,,"],
            "ann,ann,ACTED_IN,,,,,", "ann,ko,ACTED_IN,,,many,s1;s2,1", "no,ko,ACTED_IN,,,,,"));
        Assert.Equal(
            [
                "ACTED_IN from \"ann\" to \"ann\": ACTED_IN cannot end at \"ann\", which is a Person: it ends at a Work",
                "ACTED_IN from \"ann\" to \"ko\", billing: \"many\" is not a whole number",
                "ACTED_IN from \"ann\" to \"ko\", locators: locators has 1 item, sources 2 items: give every source one locator, which may be empty",
                "ACTED_IN from ? to \"ko\": no node has the id \"no\": declare it, or correct the id",
                "Person \"bob\", name: the name is missing: every Person needs one",
                "Person \"bob\", sources: no node has the id \"s9\": declare the source",
                "Person;Work;Film \"x\": a node cannot be Person and Film at once: leave it the labels of one kind",
                "Work;Film \"w\", year: \"soon\" is not a whole number",
            ],
            faults.Faults.Select(f => f.ToString()).Order(StringComparer.Ordinal));
        Assert.StartsWith("The graph in the store has 8 faults; nothing was loaded.", faults.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_its_owner_refuses_is_a_fault_of_the_record()
    {
        using var loader = new RecordLoader("the store", TestModels.Films);
        var table = loader.Nodes(Nodes.Split(','));
        table.Refuse(2, "it is a list: store one value");
        Add(table, s_nodes);
        var fault = Assert.Single(Assert.Throws<GraphLoadException>(() => loader.Build(out _)).Faults);
        Assert.Equal("Person \"zoe\", name: it is a list: store one value", fault.ToString());
    }
}
