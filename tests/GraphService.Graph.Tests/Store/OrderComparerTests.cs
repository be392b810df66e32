using GraphService.Graph.Model;
using GraphService.Graph.Store;
using GraphService.Graph.Tests.Files;
using GraphService.Graph.Tests.Model;

namespace GraphService.Graph.Tests.Store;

public sealed class OrderComparerTests : IDisposable
{
    private readonly GraphFolder _folder = new GraphFolder()
        .Add("works.csv", "id:ID,title,year:int,years:int[],form,:LABEL",
            "a,Zebra,2000,2000;1999,SHORT,Work;Film", "b,zebra,,,FEATURE,Work;Film", "c,Émile,-5,,,Work;Series",
            "d,\uFFFD,2000,,DOCUMENTARY,Work;Film", "e,😀,10,,FEATURE,Work;Film", "f,Zebra,9,,,Work;Series")
        .Add("people.csv", "id:ID,name,:LABEL", "p,P,Person", "q,Q,Person", "award,Award,Award")
        .Add("honours.csv", ":START_ID,:END_ID,:TYPE,year:int,work,note",
            "p,award,WON,10,a,", "q,award,WON,9,b,x", "p,award,NOMINATED_FOR,,,y", "a,award,NOMINATED_FOR,100,,");

    private readonly GraphSnapshot _graph;
    private readonly SnapshotReader _read;
    private readonly NodeTable _works = TestModels.Films.Tables[1];

    public OrderComparerTests()
    {
        _graph = _folder.Load();
        _read = new SnapshotReader(_graph);
    }

    [Fact]
    public void Texts_compare_as_bytes() => Assert.Equal("a f b c d e", Works(Term("title")));

    [Fact]
    public void Descending_turns_the_order_and_leaves_ties() => Assert.Equal("e d c b a f", Works(Term("title", descending: true)));

    [Fact]
    public void Missing_numbers_are_last_ascending() => Assert.Equal("c f e a d b", Works(Term("year")));

    [Fact]
    public void Missing_numbers_are_first_descending() => Assert.Equal("b a d e f c", Works(Term("year", descending: true)));

    [Fact]
    public void Enums_compare_by_name() => Assert.Equal("d b e a c f", Works(Term("form")));

    [Fact]
    public void Later_terms_break_ties() => Assert.Equal("c f e d a b", Works(Term("year"), Term("title", descending: true)));

    [Fact]
    public void Kinds_compare_by_name() =>
        Assert.Equal("a b d e c f", Works(new OrderTerm(Subject.Node, ValueKind.Kind)));

    [Fact]
    public void Ids_and_ranks()
    {
        Assert.Equal("f e d c b a", Works(new OrderTerm(Subject.Node, ValueKind.Id, null, Descending: true)));
        Assert.Equal("c f e a d b", Works(new OrderTerm(Subject.Node, ValueKind.Rank)));
    }

    [Fact]
    public void Numbers_and_lists_compare_as_text_when_asked()
    {
        Assert.Equal("c e a d f b", Works(Written("year")));
        Assert.Equal("a b c d e f", Works(Written("years")));
        Assert.Equal("d b e a c f", Works(Written("form")));
    }

    [Fact]
    public void Lists_have_no_order() =>
        Assert.Equal("The property years is a list: rows cannot be ordered by it.", Assert.Throws<ArgumentException>(() => Works(Term("years"))).Message);

    [Fact]
    public void A_property_must_be_named() =>
        Assert.Throws<ArgumentException>(() => Works(new OrderTerm(Subject.Node, ValueKind.Property)));

    [Theory]
    [InlineData(Subject.Start, "a pn pw q")]
    [InlineData(Subject.Referenced, "a pw q pn")]
    public void Ends_and_referenced_nodes_are_subjects(Subject subject, string order) =>
        Assert.Equal(order, Honours(new OrderTerm(subject, ValueKind.Id)));

    [Fact]
    public void Nodes_of_other_tables_count_as_missing_when_asked()
    {
        Assert.Equal("pn pw q a", Honours(new OrderTerm(Subject.Start, ValueKind.Id) { Only = TestModels.Films.Tables[0] }));
        Assert.Equal("a q pn pw", Honours(new OrderTerm(Subject.Start, ValueKind.Property, TestModels.Films.Tables[0].Properties[0], true) { Only = TestModels.Films.Tables[0] }));
    }

    [Fact]
    public void Relationship_properties_and_types()
    {
        var year = TestModels.Films.RelationshipTypes[2].Properties[0];
        Assert.Equal("q pw a pn", Honours(new OrderTerm(Subject.Relationship, ValueKind.Property, year)));
        Assert.Equal("pw a q pn", Honours(new OrderTerm(Subject.Relationship, ValueKind.PropertyText, year)));
        Assert.Equal("pw q a pn", Honours(new OrderTerm(Subject.Relationship, ValueKind.Type)));
        Assert.Equal("a pn pw q", Honours(new OrderTerm(Subject.Relationship, ValueKind.TypeName)));
        string[] names = ["1", "2", "3", "4", "5", "6", "7"];
        Assert.Equal("pw q a pn", Honours(new OrderTerm(Subject.Relationship, ValueKind.TypeName) { TypeNames = names }));
    }

    [Fact]
    public void Rows_at_the_root_have_no_relationship()
    {
        var year = TestModels.Films.RelationshipTypes[2].Properties[0];
        Assert.Equal("a b c d e f", Works(
            new OrderTerm(Subject.Relationship, ValueKind.Property, year), new OrderTerm(Subject.Start, ValueKind.Id), new OrderTerm(Subject.Relationship, ValueKind.Type)));
    }

    [Fact]
    public void Comparing_allocates_nothing()
    {
        OrderTerm[] terms = [new(Subject.Node, ValueKind.Kind), Written("years"), Term("form"), Term("year"), Term("title")];
        var comparer = new OrderComparer(_graph, terms);
        var (a, b) = (new Step(_read.Node("a"), -1), new Step(_read.Node("b"), -1));
        comparer.Compare(a, b);
        comparer.Compare(a, a);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            comparer.Compare(a, b);
            comparer.Compare(a, a);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    public void Dispose()
    {
        _graph.Retire();
        _folder.Dispose();
    }

    private OrderTerm Term(string property, bool descending = false) =>
        new(Subject.Node, ValueKind.Property, _works.Property(property), descending);

    private OrderTerm Written(string property) => new(Subject.Node, ValueKind.PropertyText, _works.Property(property));

    // LINQ sorts stably: ties stay in the order of ids.
    private string Works(params OrderTerm[] terms) => string.Join(' ', Enumerable.Range(_graph.Tables[1].First, _graph.Tables[1].Count)
        .Select(n => new Step(n, -1)).OrderBy(s => s, new OrderComparer(_graph, terms)).Select(s => _read.Id(s.Node)));

    private string Honours(params OrderTerm[] terms) => string.Join(' ', Enumerable.Range(0, _graph.RelationshipCount)
        .Select(r => new Step(_graph.Ends[r], r)).OrderBy(s => s, new OrderComparer(_graph, [.. terms, new OrderTerm(Subject.Start, ValueKind.Id), new OrderTerm(Subject.Relationship, ValueKind.TypeName)]))
        .Select(s => _read.Id(_graph.Starts[s.Relationship]) is "p" ? "p" + (char)(_graph.RelationshipTypes[s.Relationship] == 2 ? 'w' : 'n') : _read.Id(_graph.Starts[s.Relationship])));
}
