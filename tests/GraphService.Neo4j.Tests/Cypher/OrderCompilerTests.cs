using GraphService.Films;
using GraphService.Graph.Model;
using GraphService.Neo4j.Cypher;

namespace GraphService.Neo4j.Tests.Cypher;

/// <summary>Keys of orders that no list of the film domain has.</summary>
public class OrderCompilerTests
{
    private static readonly GraphModel Model = FilmDomain.Create().Model;
    private static readonly NodeTable Work = Model.Tables.Single(t => t.Label == "Work");

    [Theory]
    [InlineData("year", "toString(n1.year)")]
    [InlineData("title", "n1.title")]
    [InlineData("form", "n1.form")]
    [InlineData("years", "CASE WHEN size(n1.years) > 0 THEN reduce(t = toString(n1.years[0]), i IN n1.years[1..] | t + '; ' + toString(i)) END")]
    public void Values_can_be_compared_as_they_are_written(string property, string expected) =>
        Assert.Equal(expected, By(new OrderTerm(Subject.Node, ValueKind.PropertyText, Work.Property(property)) { Only = Work }, Work));

    [Fact]
    public void Nodes_of_other_tables_count_as_missing() =>
        Assert.Equal("CASE WHEN n1:Work THEN n1.year END DESC", By(new OrderTerm(Subject.Node, ValueKind.Property, Work.Property("year"), Descending: true) { Only = Work }, null));

    [Fact]
    public void Places_in_several_tables_stand_one_table_after_the_other()
    {
        var by = By(new OrderTerm(Subject.Node, ValueKind.Rank), null);
        Assert.StartsWith("CASE WHEN n1:Person THEN 0 WHEN n1:Work THEN 1 ", by, StringComparison.Ordinal);
        Assert.Contains("CASE WHEN n1:Person THEN n1.sortName END, CASE WHEN n1:Work THEN n1.year END, CASE WHEN n1:Work THEN n1.title END, ", by, StringComparison.Ordinal);
        Assert.EndsWith(", n1.id", by, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_near_node_says_orders_nothing() => Assert.Equal("", By(new OrderTerm(Subject.Start, ValueKind.Id), null));

    private static string By(OrderTerm term, NodeTable? far)
    {
        var context = new Compilation(Model, [], [], new StatementParameters());
        var near = new NodeVariable("n0", context.Kinds.Of(Work));
        var types = Model.RelationshipTypes.Where(t => t.Name is "INFLUENCED_BY").ToList();
        var steps = new StepSource(context, near, new Adjacency { Index = 0, Types = types, Direction = Direction.Out, Far = far, Order = [] }, 1);
        return OrderCompiler.By(new OrderCompiler(context, new ValueCompiler(context)).Keys([term], steps.Row, near));
    }
}
