using GraphService.Films;
using GraphService.Graph.Model;
using GraphService.Neo4j.Cypher;

namespace GraphService.Neo4j.Tests.Cypher;

/// <summary>The patterns of adjacencies, of directions and third ends that the film domain has not.</summary>
public class StepSourceTests
{
    private static readonly GraphModel Model = FilmDomain.Create().Model;
    private static readonly NodeTable Work = Model.Tables.Single(t => t.Label == "Work");
    private static readonly NodeTable Person = Model.Tables.Single(t => t.Label == "Person");

    [Theory]
    [InlineData(Direction.Out, "MATCH (n0)-[r1:WON]->(n1:Work)")]
    [InlineData(Direction.In, "MATCH (n0)<-[r1:WON]-(n1:Work)")]
    [InlineData(Direction.Both, "MATCH (n0)-[r1:WON]-(n1:Work)")]
    public void Steps_follow_a_direction(Direction direction, string expected) => Assert.Equal(expected, Source(direction, Work).Text(ulong.MaxValue, isDistinct: false));

    [Fact]
    public void Only_the_relationship_tells_the_ends_where_both_directions_are_followed()
    {
        var source = Source(Direction.Both, Work);
        Assert.Equal("s1", source.Row.Of(Subject.Start).Name);
        Assert.Equal("MATCH (n0)-[r1:WON]-(n1:Work) WITH r1, n1, startNode(r1) AS s1, endNode(r1) AS e1", source.Text(ulong.MaxValue, isDistinct: false));
    }

    [Fact]
    public void Near_nodes_of_other_kinds_than_those_that_have_the_list_are_left_out()
    {
        var films = 1UL << Model.Kinds.Single(k => k.Name == "FILM").Index;
        var source = new StepSource(Context, new NodeVariable("n0", Context.Kinds.Of(Work)), Adjacency(Direction.Out, Person), 1);
        Assert.Equal("MATCH (n0:Film)-[r1:WON]->(n1:Person)", source.Text(films, isDistinct: false));
    }

    [Fact]
    public void Each_far_node_comes_once_with_its_first_relationship_when_that_is_read()
    {
        Assert.Equal("MATCH (n0)-[r1:WON]->(n1:Work) WITH DISTINCT n1", Source(Direction.Out, Work).Text(ulong.MaxValue, isDistinct: true));
        var read = Source(Direction.Out, Work);
        Assert.Equal("r1", read.Row.Relationship);
        Assert.Equal("MATCH (n0)-[r1:WON]->(n1:Work) WITH r1, n1 ORDER BY r1.year WITH n1, collect(r1)[0] AS r1", read.Text(ulong.MaxValue, isDistinct: true, "r1.year"));
        var both = Source(Direction.Both, Work);
        Assert.Equal("e1", both.Row.Of(Subject.End).Name);
        Assert.EndsWith("ORDER BY r1.year WITH n1, collect(r1)[0] AS r1 WITH n1, r1, startNode(r1) AS s1, endNode(r1) AS e1", both.Text(ulong.MaxValue, isDistinct: true, "r1.year"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        Direction.Out,
        "MATCH (n0)-[r1:WON]->(n1) RETURN n0 AS s1, r1, n1 AS e1, n1 UNION ALL MATCH (s1:\u0001)-[r1:WON]->(n1) WHERE r1.work = n0.id AND s1 <> n0 RETURN s1, r1, n1 AS e1, n1")]
    [InlineData(
        Direction.In,
        "MATCH (n0)<-[r1:WON]-(n1) RETURN n1 AS s1, r1, n0 AS e1, n1 UNION ALL MATCH (s1:\u0001)-[r1:WON]->(n1) WHERE r1.work = n0.id AND n1 <> n0 RETURN s1, r1, n1 AS e1, n1"
            + " UNION ALL MATCH (n0)-[r1:WON]->(n1) WHERE r1.work IS NULL AND n1 <> n0 RETURN n0 AS s1, r1, n1 AS e1, n1")]
    [InlineData(
        Direction.Both,
        "MATCH (n0)-[r1:WON]->(n1) RETURN n0 AS s1, r1, n1 AS e1, n1 UNION ALL MATCH (n0)<-[r1:WON]-(n1) WHERE n1 <> n0 RETURN n1 AS s1, r1, n0 AS e1, n1"
            + " UNION ALL MATCH (s1:\u0001)-[r1:WON]->(n1) WHERE r1.work = n0.id AND s1 <> n0 AND n1 <> n0 RETURN s1, r1, n1 AS e1, n1")]
    public void Nodes_that_the_relationship_names_have_it_in_their_lists_too(Direction direction, string branches)
    {
        var source = new StepSource(Context, new NodeVariable("n0", Context.Kinds.Of(Work)), Adjacency(direction, null, "work"), 1);
        Assert.Equal($"CALL (n0) {{ {branches} }} WITH s1, r1, e1, n1", source.Text(ulong.MaxValue, isDistinct: false));
    }

    private static Compilation Context { get; } = new(Model, [], [], new StatementParameters());

    private static StepSource Source(Direction direction, NodeTable far) => new(Context, new NodeVariable("n0", Context.Kinds.Of(Work)), Adjacency(direction, far), 1);

    private static Adjacency Adjacency(Direction direction, NodeTable? far, string? alsoBy = null) =>
        new() { Index = 0, Types = [Model.RelationshipTypes.Single(t => t.Name == "WON")], Direction = direction, Far = far, AlsoBy = alsoBy, Order = [] };
}
