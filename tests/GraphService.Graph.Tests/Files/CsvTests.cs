using System.Text;
using GraphService.Graph.Files;
using GraphService.Graph.Store;
using GraphService.Graph.Store.Building;
using GraphService.Graph.Tests.Store;

namespace GraphService.Graph.Tests.Files;

public sealed class CsvTests
{
    private static void Holds(GraphFolder folder, Action<SnapshotReader, GraphSnapshot> check)
    {
        using (folder)
        {
            var graph = folder.Load();
            check(new SnapshotReader(graph), graph);
            graph.Retire();
        }
    }

    [Fact]
    public void A_byte_order_mark_and_carriage_returns_are_tolerated() => Holds(
        new GraphFolder().Add("a.csv", Encoding.UTF8.GetBytes("\uFEFFid:ID,name,:LABEL\r\nann,Ann,Person\r\n\r\nbob,Bob,Person")),
        (read, graph) => Assert.Equal(("Ann", "Bob", 2), (read.Value("ann", "name"), read.Value("bob", "name"), graph.NodeCount)));

    [Fact]
    public void Quoted_fields_may_hold_commas_quotes_and_line_breaks() => Holds(
        new GraphFolder().Add("a.csv", Encoding.UTF8.GetBytes("id:ID,name,aliases:string[],:LABEL\n\"ann,a\",\"Ann \"\"the\r\nGreat\"\"\",\"a;b,c\",\"Person\"\n")),
        (read, graph) =>
        {
            Assert.Equal("Ann \"the\r\nGreat\"", read.Value("ann,a", "name"));
            Assert.Equal(new[] { "a", "b,c" }, read.Value("ann,a", "aliases"));
            Assert.False(((TextColumn)graph.NodeColumns[0][0]).Values[0].IsClean);
            Assert.True(graph.Ids[0].IsClean);
        });

    [Fact]
    public void Lines_of_faults_are_those_where_records_begin()
    {
        using var folder = new GraphFolder().Add("a.csv", Encoding.UTF8.GetBytes("id:ID,name,:LABEL\r\nann,\"A\r\n\r\nB\",Person\r\n\r\nbob,\"X\nY\",Oops;Work\r\n,,\r\n"));
        Assert.Equal(
            ["a.csv:6:3 (:LABEL): a Work must be exactly one of Film and Series, this one is none: add a label", "a.csv:8:1 (id:ID): the id is empty: give every node one"],
            folder.Faults());
    }

    [Fact]
    public void Nothing_is_trimmed_and_empty_means_absent() => Holds(
        new GraphFolder().Add("a.csv", "id:ID,name,aliases:string[],sortName,:LABEL", " ann , Ann ,; a ;;,\"\",Person"),
        (read, _) =>
        {
            Assert.Equal(" Ann ", read.Value(" ann ", "name"));
            Assert.Equal(new[] { " a " }, read.Value(" ann ", "aliases"));
            Assert.Null(read.Value(" ann ", "sortName"));
        });

    [Fact]
    public void Columns_may_be_ignored_and_stand_in_any_order() => Holds(
        new GraphFolder()
            .Add("z.csv", ":LABEL,x:IGNORE,name:string,:IGNORE,id:ID", "Person,1,Ann,2,ann")
            .Add("a.csv", ":TYPE,billing:long,:END_ID,:START_ID", "ACTED_IN,3,ko,ann")
            .Add("b.CSV", "title,:LABEL,:ID", "K.O.,Work;Film,ko"),
        (read, graph) =>
        {
            Assert.Equal(["ann ACTED_IN ko {billing: 3} []"], read.Relationships());
            Assert.Empty(graph.Summary.Unserved);
            Assert.Equal(3, graph.Summary.Files);
        });

    [Fact]
    public void Other_files_and_folders_are_left_alone() => Holds(
        new GraphFolder().Add("a.csv", "id:ID,name,:LABEL", "ann,Ann,Person").Add("README.md", "not a graph").Add("a.csv.bak", "neither"),
        (_, graph) => Assert.Equal(1, graph.Summary.Files));

    [Fact]
    public void Equal_texts_are_stored_once() => Holds(
        new GraphFolder().Add("a.csv", "id:ID,name,:LABEL", "a,same,Person", "b,same,Person", "c,Same,Person"),
        (_, graph) =>
        {
            var names = (TextColumn)graph.NodeColumns[0][0];
            Assert.Equal(names.Values[0].Offset, names.Values[1].Offset);
            Assert.Equal(names.Values[0].Offset, names.Folded[2].Offset);
            Assert.Equal("abcsameSame".Length, graph.Heap.Length);
        });

    [Fact]
    public void Unknown_labels_types_and_properties_are_kept_and_counted() => Holds(
        new GraphFolder()
            .Add("s.csv", "id:ID,name,:LABEL", "s1,a,Source")
            .Add("n.csv", "id:ID,name,title,seasons:int,height:float,sources:string[],locators:string[],:LABEL",
                "ann,Ann,,,1.7,,,Person;Director", "bob,Bob,,,1.8,,,Person", "stu,Stu,,3,,s1,4,Studio;Company", "x,,,,,,,", "ko,,K.O.,7,,,,Work;Film")
            .Add("r.csv", ":START_ID,:END_ID,:TYPE,sources:string[],since", "ann,stu,FOUNDED,s1,1999", "ann,stu,FOUNDED,,1999", "stu,x,FOUNDED,,", "ann,ko,ACTED_IN,,2001")
            .Add("c.csv", "id:ID,property,value,:LABEL", "c1,year,2016,Claim", "c2,year,2017,Claim")
            .Add("a.csv", ":START_ID,:END_ID,:TYPE", "c1,stu,ABOUT", "c2,ko,ABOUT"),
        (read, graph) =>
        {
            var unserved = graph.Unserved;
            string Properties(TextRef record) => string.Join(" ", unserved.Properties(graph, record).Select(p => $"{p.Key}={p.Value}"));
            Assert.Equal(
                [
                    "label Company: 1 node", "label Director: 1 node", "label Studio: 1 node", "no label: 1 node",
                    "type ABOUT with an end of unknown labels: 1 relationship", "type FOUNDED: 2 relationships",
                    "property ACTED_IN.since: 1 value", "property FOUNDED.since: 2 values", "property Film.seasons: 1 value",
                    "property Person.height: 2 values", "property Studio;Company.name: 1 value", "property Studio;Company.seasons: 1 value",
                ],
                graph.Summary.Unserved);
            Assert.Equal(
                ["stu Studio;Company name:string=Stu seasons:int=3", "x  "],
                unserved.Nodes.Span.ToArray().Select(n => $"{read.TextOf(n.Id)} {unserved.LabelSets[n.Labels]} {Properties(n.Properties)}"));
            Assert.Equal("[s1@4]", read.Evidence(unserved.NodeEvidence!, 0));
            Assert.Equal(
                ["c1 ABOUT stu ", "ann FOUNDED stu since:string=1999", "stu FOUNDED x "],
                unserved.Relationships.Span.ToArray().Select(r => $"{read.TextOf(r.Start)} {unserved.Types[r.Type]} {read.TextOf(r.End)} {Properties(r.Properties)}"));
            Assert.Equal("[s1@]", read.Evidence(unserved.RelationshipEvidence!, 1));
            Assert.Equal(
                ["ann Person;Director height:float=1.7", "bob  height:float=1.8", "ko  seasons:int=7"],
                unserved.OnNodes.Span.ToArray().Select(v => $"{read.Id(v.Owner)} {(v.Labels < 0 ? "" : unserved.LabelSets[v.Labels])} {Properties(v.Properties)}"));
            Assert.Equal((6, 3), ((int)graph.Summary.Nodes, (int)graph.Summary.Relationships));
            Assert.Equal(-1, read.Node("stu"));
            Assert.Equal(-1, read.Node("c1"));
            Assert.Null(read.Value("ko", "seasons"));
            Assert.Equal(["c2"], read.Far(6, "ko"));
            Assert.Equal([new("PERSON", 2), new("FILM", 1), new("SERIES", 0), new("AWARD", 0), new("ORGANIZATION", 0), new("SOURCE", 1)], graph.Summary.NodesByKind);
            Assert.Equal(1, graph.Degrees[read.Node("ko")]);
        });

    [Fact]
    public void A_broken_folder_loads_nothing_and_the_derivation_still_speaks()
    {
        using var folder = new GraphFolder().Add("a.csv", "id:ID,name,:LABEL", "ann,,Person").Add("b.csv", ":START_ID,:END_ID,:TYPE", "ann,gone,ACTED_IN");
        var derivation = new Counting();
        var exception = Assert.Throws<GraphLoadException>(() => folder.Load(derivation: derivation));
        Assert.Equal((2, 1), (exception.Total, derivation.Calls));
    }

    [Fact]
    public void A_derivation_completes_rows_before_they_are_numbered()
    {
        using var folder = new GraphFolder()
            .Add("a.csv", "id:ID,name,:LABEL", "ann,Ann Lee,Person", "bob,Bob Abe,Person")
            .Add("b.csv", "id:ID,title,years:int[],:LABEL", "ko,K.O.,2017;2016,Work;Film");
        var graph = folder.Load(derivation: new Surnames());
        var read = new SnapshotReader(graph);
        Assert.Equal(["bob", "ann"], read.InDefaultOrder(0));
        Assert.Equal((2017, "Lee"), (read.Value("ko", "year"), read.Value("ann", "sortName")));
        graph.Retire();
    }

    private sealed class Counting : GraphDerivation
    {
        public int Calls { get; private set; }

        public override void Complete(GraphDraft draft) => Calls++;
    }

    private sealed class Surnames : GraphDerivation
    {
        public override void Complete(GraphDraft draft)
        {
            var people = draft.Table("Person");
            for (var row = 0; row < people.Count; row++)
            {
                // The text comes from the heap that it is added to.
                var name = people.Texts("name").Get(row);
                people.Texts("sortName").Set(row, name[(name.LastIndexOf((byte)' ') + 1)..]);
            }

            draft.Table("Work").Ints("year").Set(0, draft.Table("Work").IntLists("years").Get(0)[0]);
        }
    }
}
