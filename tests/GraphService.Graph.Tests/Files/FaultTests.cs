using System.Text;
using GraphService.Graph.Files;
using GraphService.Graph.Store.Building;

namespace GraphService.Graph.Tests.Files;

public sealed class FaultTests
{
    private const string People = "id:ID,name,aliases:string[],sources:string[],locators:string[],:LABEL";
    private const string Works = "id:ID,title,year:int,years:int[],form,seasons:int,:LABEL";
    private const string Edges = ":START_ID,:END_ID,:TYPE,characters:string[],billing:int,note,sources:string[],locators:string[]";

    private static GraphFolder Small() => new GraphFolder()
        .Add("a.csv", People, "ann,Ann,,s1,,Person", "s1,a.md,,,,Source", "oscar,Oscar,,,,Award", "orga,Orga,,,,Organization")
        .Add("b.csv", Works, "ko,K.O.,,,,,Work;Film", "tv,TV,,,,,Work;Series");

    private static void Refused(GraphFolder folder, params string[] faults)
    {
        using (folder)
        {
            Assert.Equal(faults, folder.Faults());
        }
    }

    [Fact]
    public void A_node_declared_twice() => Refused(
        Small().Add("c.csv", People, "", "ann,Other,,,,Person"),
        "c.csv:3:1 (id:ID): the node \"ann\" is declared twice, first in a.csv:2: remove one, or give it another id");

    [Fact]
    public void A_relationship_to_an_undeclared_node() => Refused(
        Small().Add("c.csv", Edges, "ann,nowhere,ACTED_IN,,,,,", "nobody,ko,UNKNOWN,,,,,"),
        "c.csv:2:2 (:END_ID): no node has the id \"nowhere\": declare it, or correct the id",
        "c.csv:3:1 (:START_ID): no node has the id \"nobody\": declare it, or correct the id");

    [Fact]
    public void Empty_ids_and_types() => Refused(
        Small().Add("c.csv", Edges, ",ko,,,,,,", "ann,,ACTED_IN,,,,,").Add("d.csv", People, ",Nobody,,,,Person"),
        "c.csv:2:1 (:START_ID): the id is empty: a relationship needs a start and an end",
        "c.csv:2:3 (:TYPE): the type is empty: give every relationship one",
        "c.csv:3:2 (:END_ID): the id is empty: a relationship needs a start and an end",
        "d.csv:2:1 (id:ID): the id is empty: give every node one");

    [Fact]
    public void A_wrong_end() => Refused(
        Small().Add("c.csv", Edges, "ko,ann,ACTED_IN,,,,,", "ann,stu,ACTED_IN,,,,,", "ann,plain,SEQUEL_OF,,,,,")
            .Add("d.csv", "id:ID,:LABEL", "stu,Studio", "plain,"),
        "c.csv:2:1 (:START_ID): ACTED_IN cannot start at \"ko\", which is a Work;Film: it starts at a Person or Organization",
        "c.csv:2:2 (:END_ID): ACTED_IN cannot end at \"ann\", which is a Person: it ends at a Work",
        "c.csv:3:2 (:END_ID): ACTED_IN cannot end at \"stu\", which is a Studio: it ends at a Work",
        "c.csv:4:1 (:START_ID): SEQUEL_OF cannot start at \"ann\", which is a Person: it starts at a Work",
        "c.csv:4:2 (:END_ID): SEQUEL_OF cannot end at \"plain\", which is a node without a label: it ends at a Work");

    [Fact]
    public void The_article_goes_by_the_first_letter() => Refused(
        Small().Add("c.csv", Edges, "oscar,ko,ACTED_IN,,,,,", "ann,orga,ACTED_IN,,,,,", "ann,ann,WON,,,,,", "ann,ko,ACTED_IN,,,,oscar,", "ann,ko,ACTED_IN,,,,plain,")
            .Add("d.csv", "id:ID,:LABEL", "plain,")
            .Add("e.csv", ":START_ID,:END_ID,:TYPE,work", "ann,oscar,WON,plain", "ann,oscar,WON,orga"),
        "c.csv:2:1 (:START_ID): ACTED_IN cannot start at \"oscar\", which is an Award: it starts at a Person or Organization",
        "c.csv:3:2 (:END_ID): ACTED_IN cannot end at \"orga\", which is an Organization: it ends at a Work",
        "c.csv:4:2 (:END_ID): WON cannot end at \"ann\", which is a Person: it ends at an Award",
        "c.csv:5:7 (sources:string[]): \"oscar\" is an Award: sources name nodes with the label Source",
        "c.csv:6:7 (sources:string[]): \"plain\" is a node without a label: sources name nodes with the label Source",
        "e.csv:2:4 (work): \"plain\" is a node without a label: work is the id of a Work",
        "e.csv:3:4 (work): \"orga\" is an Organization: work is the id of a Work");

    [Fact]
    public void A_work_that_is_not_exactly_one_of_film_and_series() => Refused(
        Small().Add("c.csv", Works, "w1,A,,,,,Work", "w2,B,,,,,Work;Film;Series", "w3,C,,,,,Film"),
        "c.csv:2:7 (:LABEL): a Work must be exactly one of Film and Series, this one is none: add a label",
        "c.csv:3:7 (:LABEL): a Work must be exactly one of Film and Series: remove the other label",
        "c.csv:4:7 (:LABEL): a Film must also be a Work: write Work;Film");

    [Fact]
    public void A_node_with_two_served_kinds() => Refused(
        Small().Add("c.csv", People, "x,X,,,,Person;Award", "y,Y,,,,Claim;Person"),
        "c.csv:2:6 (:LABEL): a node cannot be Person and Award at once: leave it the labels of one kind",
        "c.csv:3:6 (:LABEL): a node cannot be Person and Claim at once: leave it the labels of one kind");

    [Fact]
    public void What_refers_to_a_refused_node_is_not_reported_again() => Refused(
        Small().Add("c.csv", Works, "w1,A,,,,,Work", "w2,B").Add("d.csv", Edges, "ann,w1,ACTED_IN,,,,,", "ann,w2,ACTED_IN,,,,,"),
        "c.csv:2:7 (:LABEL): a Work must be exactly one of Film and Series, this one is none: add a label",
        "c.csv:3:3 (year:int): the record has 2 fields, the header 7: leave fields empty, but keep their commas");

    [Fact]
    public void A_missing_name_or_title() => Refused(
        Small().Add("c.csv", People, "x,,,,,Person").Add("d.csv", "id:ID,:LABEL", "y,Work;Film"),
        "c.csv:2:2 (name): the name is missing: every Person needs one",
        "d.csv:2:1 (id:ID): the title is missing: every Film needs one");

    [Fact]
    public void Unreadable_numbers_and_numbers_beyond_32_bits() => Refused(
        Small()
            .Add("c.csv", Works, "w1,A,x1,,,,Work;Film", "w2,B,,2016;,,,Work;Film", "w3,C, 1,,,,Work;Film", "w4,D,2147483648,,,,Work;Film",
                "w5,E,,2016;99999999999999999999,,,Work;Film", "w6,F,-2147483648,,,,Work;Film", "w7,G,+1,,,-,Work;Series", "w8,H,2147483647,-0,,,Work;Film")
            .Add("d.csv", Edges, "ann,ko,ACTED_IN,,1.5,,,"),
        "c.csv:2:3 (year:int): \"x1\" is not a whole number",
        "c.csv:3:4 (years:int[]): \"\" is not a whole number",
        "c.csv:4:3 (year:int): \" 1\" is not a whole number",
        "c.csv:5:3 (year:int): \"2147483648\" is beyond 32 bits: numbers go from -2147483647 to 2147483647",
        "c.csv:6:4 (years:int[]): \"99999999999999999999\" is beyond 32 bits: numbers go from -2147483647 to 2147483647",
        "c.csv:7:3 (year:int): \"-2147483648\" is beyond 32 bits: numbers go from -2147483647 to 2147483647",
        "c.csv:8:3 (year:int): \"+1\" is not a whole number",
        "c.csv:8:6 (seasons:int): \"-\" is not a whole number",
        "d.csv:2:5 (billing:int): \"1.5\" is not a whole number");

    [Fact]
    public void Unreadable_numbers_of_unknown_properties() => Refused(
        Small().Add("c.csv", "id:ID,name,height:float,ids:long[],is:boolean,:LABEL", "x,X,tall,1;2;y,maybe,Person", "y,Y,1e3,-9000000000,,Person"),
        "c.csv:2:3 (height:float): \"tall\" is not a number",
        "c.csv:2:4 (ids:long[]): \"y\" is not a whole number");

    [Fact]
    public void Enums_and_dates() => Refused(
        Small()
            .Add("c.csv", Works, "w1,A,,,feature,,Work;Film")
            .Add("d.csv", "id:ID,name,published,:LABEL", "s2,b.md,2025-02-30,Source", "s3,c.md,soon,Source"),
        "c.csv:2:5 (form): \"feature\" is unknown: write FEATURE, SHORT or DOCUMENTARY",
        "d.csv:2:3 (published): \"2025-02-30\" is not a date of the calendar: write 2025-06-06, 2025-06 or 2025",
        "d.csv:3:3 (published): \"soon\" is not a date of the calendar: write 2025-06-06, 2025-06 or 2025");

    [Fact]
    public void Sources_and_locators() => Refused(
        Small()
            .Add("c.csv", People, "x,X,,s1;s1,1,Person", "y,Y,,,1,Person", "z,Z,,ann,,Person", "v,V,,s9,,Person", "u,U,,s1;,,Studio", "t,T,,s1;s1,;,Person")
            .Add("d.csv", Edges, "ann,ko,ACTED_IN,,,,ko,1", "ann,ko,ACTED_IN,,,,s1,1;2", "ann,ko,ACTED_IN,,,,s7,"),
        "c.csv:2:5 (locators:string[]): locators has 1 item, sources 2 items: give every source one locator, which may be empty",
        "c.csv:3:5 (locators:string[]): locators has 1 item, sources 0 items: give every source one locator, which may be empty",
        "c.csv:4:4 (sources:string[]): \"ann\" is a Person: sources name nodes with the label Source",
        "c.csv:5:4 (sources:string[]): no node has the id \"s9\": declare the source",
        "c.csv:6:4 (sources:string[]): an item of sources is empty: name the source, or remove the semicolon",
        "d.csv:2:7 (sources:string[]): \"ko\" is a Work;Film: sources name nodes with the label Source",
        "d.csv:3:8 (locators:string[]): locators has 2 items, sources 1 item: give every source one locator, which may be empty",
        "d.csv:4:7 (sources:string[]): no node has the id \"s7\": declare the source");

    [Fact]
    public void The_work_of_an_honour() => Refused(
        Small().Add("c.csv", ":START_ID,:END_ID,:TYPE,work", "ann,oscar,WON,ann", "ann,oscar,WON,ko", "ann,oscar,WON,gone", "ko,oscar,WON,tv", "ko,oscar,WON,ko"),
        "c.csv:2:4 (work): \"ann\" is a Person: work is the id of a Work",
        "c.csv:4:4 (work): no node has the id \"gone\": work is the id of a Work",
        "c.csv:5:4 (work): work is given, but WON starts at a Work itself: leave work empty there");

    [Fact]
    public void Long_ids_and_names() => Refused(
        Small().Add("c.csv", People,
            new string('é', 500) + ",fine,,,,Person",
            new string('é', 501) + ",X,,,,Person",
            "x," + new string('n', 1000) + ",,,,Person",
            "y," + new string('n', 1001) + ",a;" + new string('é', 1001) + ",,,Person",
            "z,Z," + string.Join(';', Enumerable.Repeat(new string('a', 1000), 8)) + ",,,Person",
            "w,Wide," + string.Concat(Enumerable.Repeat("𝒜", 1000)) + ",,,Person"),
        "c.csv:3:1 (id:ID): the id has 501 characters: 500 at most",
        "c.csv:5:2 (name): the name has 1001 characters: 1000 at most",
        "c.csv:5:3 (aliases:string[]): an item of aliases has 1001 characters: 1000 at most",
        "c.csv:6:3 (aliases:string[]): the names of this node have 8001 characters together: 8000 at most");

    [Fact]
    public void Control_characters_in_ids() => Refused(
        Small().Add("c.csv", People, "\"a\tb\",X,,,,Person", "\"a\nb\",X,,,,Person", "a\u0085b,X,,,,Person", "a\u007f,X,,,,Person", "aÂ b,X,,,,Person"),
        "c.csv:2:1 (id:ID): the id \"a b\" has a control character: remove it",
        "c.csv:3:1 (id:ID): the id \"a b\" has a control character: remove it",
        "c.csv:5:1 (id:ID): the id \"a b\" has a control character: remove it",
        "c.csv:6:1 (id:ID): the id \"a \" has a control character: remove it");

    [Fact]
    public void Wrong_field_counts() => Refused(
        Small().Add("c.csv", Edges, "ann,ko,ACTED_IN", "ann,ko,ACTED_IN,,,,,,", "ann"),
        "c.csv:2:4 (characters:string[]): the record has 3 fields, the header 8: leave fields empty, but keep their commas",
        "c.csv:3:9: the record has 9 fields, the header 8: put text with commas in quotes",
        "c.csv:4:2 (:END_ID): the record has 1 field, the header 8: leave fields empty, but keep their commas");

    [Fact]
    public void Quotes() => Refused(
        Small().Add("c.csv", Edges, "ann,ko,ACTED_IN,,,say \"hi\",,", "ann,ko,ACTED_IN,,,\"a\"b,,", "ann,ko,ACTED_IN,,,\"open,,", "ann,ko,ACTED_IN,,,,,"),
        "c.csv:2:6 (note): a quote stands within a field that does not begin with one: put the field in quotes and write the quote twice",
        "c.csv:3:6 (note): text follows the closing quote: write quotes within a quoted field twice",
        "c.csv:4:6 (note): a quote is not closed: the rest of the file belongs to this field");

    [Fact]
    public void An_open_quote_among_nodes_hides_no_undeclared_nodes() => Refused(
        Small().Add("c.csv", People, "x,\"X,,,,Person", "y,Y,,,,Person").Add("d.csv", Edges, "y,ko,ACTED_IN,,,,,", "y,ann,ACTED_IN,,,,,"),
        "c.csv:2:2 (name): a quote is not closed: the rest of the file belongs to this field",
        "d.csv:3:2 (:END_ID): ACTED_IN cannot end at \"ann\", which is a Person: it ends at a Work");

    [Fact]
    public void A_record_of_many_megabytes() => Refused(
        Small().Add("c.csv", People, "x,\"" + new string('x', 40_000_000)),
        "c.csv:2: the record is longer than 16 MiB, the rest of the file was not read: is a quote not closed?");

    [Fact]
    public void Bytes_that_are_not_utf8() => Refused(
        Small().Add("c.csv", [.. Encoding.UTF8.GetBytes(People + "\n\"multi\nline\",X,,,,Person\nx,"), 0xE9, .. Encoding.UTF8.GetBytes(",,,,Person\ny,Y,,,,Person\n")]),
        "c.csv:2:1 (id:ID): the id \"multi line\" has a control character: remove it",
        "c.csv:4:2 (name): the text is not UTF-8: save the file in that encoding");

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void Encodings_that_a_byte_order_mark_names(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Refused(
            Small().Add("c.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(People + "\nx,X,,,,Person\n")]).Add("d.csv", [0xFF, 0xFE]),
            "c.csv:1: the text is not UTF-8: save the file in that encoding",
            "d.csv:1: the text is not UTF-8: save the file in that encoding");
    }

    [Theory]
    [InlineData("name,year:int", "c.csv:1: the header has neither :ID (nodes) nor :START_ID and :END_ID (relationships): add them, or remove the file")]
    [InlineData("id:ID,name", "c.csv:1: the header has no :LABEL: add it")]
    [InlineData(":START_ID,:TYPE", "c.csv:1: the header has no :END_ID: add it")]
    [InlineData(":START_ID,:END_ID", "c.csv:1: the header has no :TYPE: add it")]
    [InlineData("id:ID,:START_ID,:END_ID", "c.csv:1:1 (id:ID): a file holds either nodes (:ID) or relationships (:START_ID and :END_ID): split it")]
    [InlineData("id:ID,:LABEL,:TYPE", "c.csv:1:3 (:TYPE): :TYPE belongs to relationships, nodes have :LABEL")]
    [InlineData(":START_ID,:END_ID,:TYPE,:LABEL", "c.csv:1:4 (:LABEL): :LABEL belongs to nodes, relationships have :TYPE")]
    [InlineData("id:ID(Person),:LABEL", "c.csv:1:1 (id:ID(Person)): ID spaces are not supported, the graph has one: write :ID")]
    [InlineData(":START_ID(P),:END_ID(Q),:TYPE",
        "c.csv:1:1 (:START_ID(P)): ID spaces are not supported, the graph has one: write :START_ID",
        "c.csv:1:2 (:END_ID(Q)): ID spaces are not supported, the graph has one: write :END_ID")]
    [InlineData("id:ID{label:Person},:LABEL", "c.csv:1:1 (id:ID{label:Person}): options in braces are not supported: remove them")]
    [InlineData("id:ID,name:text,:LABEL", "c.csv:1:2 (name:text): unknown type \"text\": write string, int, long, float, double or boolean, with [] for an array, or :ID, :LABEL, :START_ID, :END_ID or :TYPE")]
    [InlineData("id:ID,,:LABEL", "c.csv:1:2 (): the column has no name: name it, or write :IGNORE")]
    [InlineData("id:ID,name,name:string,:LABEL", "c.csv:1:3 (name:string): the header names name twice, first in column 2: remove or rename one")]
    [InlineData("id:ID,:LABEL,:LABEL", "c.csv:1:3 (:LABEL): the header names :LABEL twice, first in column 2: remove or rename one")]
    [InlineData("id:ID,sources,locators:int[],:LABEL",
        "c.csv:1:2 (sources): sources must be a list of texts: write sources:string[]",
        "c.csv:1:3 (locators:int[]): locators must be a list of texts: write locators:string[]")]
    [InlineData("id:ID,\"na\"me,:LABEL", "c.csv:1:2: text follows the closing quote: write quotes within a quoted field twice")]
    [InlineData("", "c.csv: the file is empty: it needs a header line")]
    public void Headers(string header, params string[] faults) => Refused(Small().Add("c.csv", header), faults);

    [Fact]
    public void A_property_of_another_type_is_reported_once() => Refused(
        Small().Add("c.csv", "id:ID,name:int,aliases,sortName:string[],:LABEL", "x,1,,,Person", "y,2,,,Person")
            .Add("d.csv", ":START_ID,:END_ID,:TYPE,billing:float,characters:string[]", "ann,ko,ACTED_IN,1,", "ann,ko,ACTED_IN,1,"),
        "c.csv:1:2 (name:int): name of Person has another type: write name:string",
        "c.csv:1:3 (aliases): aliases of Person has another type: write aliases:string[]",
        "c.csv:1:4 (sortName:string[]): sortName of Person has another type: write sortName:string",
        "d.csv:1:4 (billing:float): billing of ACTED_IN has another type: write billing:int");

    [Fact]
    public void Undeclared_nodes_are_not_reported_while_a_file_could_not_be_read() => Refused(
        Small().Add("c.csv", "id:ID,name", "x,X").Add("d.csv", Edges, "x,ko,ACTED_IN,,,,,", "ann,ann,ACTED_IN,,,,,"),
        "c.csv:1: the header has no :LABEL: add it",
        "d.csv:3:2 (:END_ID): ACTED_IN cannot end at \"ann\", which is a Person: it ends at a Work");

    [Fact]
    public void A_broken_relationship_file_hides_no_undeclared_nodes() => Refused(
        Small().Add("c.csv", ":START_ID,:END_ID").Add("d.csv", Array.Empty<byte>()).Add("e.csv", Edges, "x,ko,ACTED_IN,,,,,"),
        "c.csv:1: the header has no :TYPE: add it",
        "d.csv: the file is empty: it needs a header line",
        "e.csv:2:1 (:START_ID): no node has the id \"x\": declare it, or correct the id");

    [Fact]
    public void A_header_with_very_many_columns() => Refused(
        Small().Add("c.csv", "id:ID,:LABEL," + string.Join(',', Enumerable.Range(0, 100_000).Select(i => "p" + i)), "x,Person"),
        "c.csv:2:3 (p0): the record has 2 fields, the header 100002: leave fields empty, but keep their commas");

    [Fact]
    public void A_folder_without_nodes()
    {
        using var folder = new GraphFolder().Add("readme.txt", "no graph").Add("e.csv", Edges);
        Assert.Equal([$"{folder.Path}: there are no nodes: put graph files (*.csv) with nodes there"], folder.Faults());
    }

    [Fact]
    public void A_folder_that_does_not_exist()
    {
        var path = Path.Combine(Path.GetTempPath(), "no-such-graph-folder");
        var exception = Assert.Throws<GraphLoadException>(() => GraphLoader.Load(path, Model.TestModels.Films));
        Assert.Equal($"The graph in {path} has 1 fault; nothing was loaded.\n{path}: there is no such folder", exception.Message);
    }

    [Fact]
    public void Faults_are_ordered_by_file_and_line_and_the_message_lists_the_first_thousand()
    {
        using var folder = Small()
            .Add("\uE000.csv", [.. Lines(Edges, 1500, i => $"ann,gone{i},ACTED_IN,,,,,")])
            .Add("😀.csv", [.. Lines(Edges, 2, i => $"ann,gone{i},ACTED_IN,,,,,")])
            .Add("c.csv", [.. Lines(People, 3, _ => "ann,Ann,,,,Person")]);
        var exception = Assert.Throws<GraphLoadException>(() => folder.Load());

        Assert.Equal(1505, exception.Total);
        Assert.Equal(1505, exception.Faults.Count);
        Assert.Equal(["c.csv", "c.csv", "c.csv", "\uE000.csv", "\uE000.csv"], exception.Faults.Take(5).Select(f => f.File));
        Assert.Equal(Enumerable.Range(2, 1500).Select(i => (long)i), exception.Faults.Skip(3).Take(1500).Select(f => f.Line));
        var lines = exception.Message.Split('\n');
        Assert.Equal($"The graph in {folder.Path} has 1,505 faults; nothing was loaded.", lines[0]);
        Assert.Equal(exception.Faults.Take(1000).Select(f => f.ToString()), lines[1..^1]);
        Assert.Equal("and 505 more", lines[^1]);
    }

    [Fact]
    public void Every_fault_of_a_record_is_reported() => Refused(
        Small().Add("c.csv", Works, "w1,,x,y,z,,Work;Film"),
        "c.csv:2:2 (title): the title is missing: every Film needs one",
        "c.csv:2:3 (year:int): \"x\" is not a whole number",
        "c.csv:2:4 (years:int[]): \"y\" is not a whole number",
        "c.csv:2:5 (form): \"z\" is unknown: write FEATURE, SHORT or DOCUMENTARY");

    [Fact]
    public void Long_values_are_cut_in_messages() => Refused(
        Small().Add("c.csv", Edges, new string('é', 100) + ",ko,ACTED_IN,,,,,"),
        $"c.csv:2:1 (:START_ID): no node has the id \"{new string('é', 60)}…\": declare it, or correct the id");

    [Fact]
    public void A_derivation_refuses_values_where_they_stand()
    {
        using var folder = Small().Add("c.csv", "name,id:ID,:LABEL", "Bob,bob,Person");
        Assert.Equal(
            ["a.csv:2:1 (id:ID): no sort names today", "a.csv:2:2 (name): no names today", "c.csv:2:1 (name): no names today", "c.csv:2:2 (id:ID): no sort names today"],
            folder.Faults(new Refusing()));
    }

    private static IEnumerable<string> Lines(string header, int count, Func<int, string> line) =>
        Enumerable.Range(0, count).Select(line).Prepend(header);

    private sealed class Refusing : GraphDerivation
    {
        public override void Complete(GraphDraft draft)
        {
            var people = draft.Table("Person");
            for (var row = 0; row < people.Count; row++)
            {
                people.Fault(row, "name", "no names today");
                people.Fault(row, "sortName", "no sort names today");
            }
        }
    }
}
