using GraphService.Films;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.Neo4j.Cypher;

namespace GraphService.Neo4j.Tests.Cypher;

/// <summary>Lists that no field of the film domain has: of which only a condition looks at the relationship.</summary>
public class ConnectionCompilerTests
{
    private static readonly GraphModel Model = FilmDomain.Create().Model;
    private static readonly NodeTable Work = Model.Tables.Single(t => t.Label == "Work");
    private static readonly Predicate Won = new SetPredicate(new ValueRef(Subject.Relationship, ValueKind.Type), ulong.MaxValue);
    private static readonly Predicate Recent = new NodePredicate(Subject.Start, new IntPredicate(new ValueRef(Subject.Node, ValueKind.Property, Work.Property("year")), IntOperator.Gt, 2000));

    [Fact]
    public void A_distinct_list_hands_on_the_relationship_that_its_filter_reads() => Assert.Equal(
        [
            "COLLECT { MATCH (n0)-[r1:WON]->(n1:Work) WITH r1, n1 ORDER BY n1.id WITH n1, collect(r1)[0] AS r1 WHERE type(r1) IN $p.v0 RETURN [n1.id] ORDER BY n1.id LIMIT $p.v1 }",
            "COUNT { MATCH (n0)-[r1:WON]->(n1:Work) WITH r1, n1 ORDER BY n1.id WITH n1, collect(r1)[0] AS r1 WHERE type(r1) IN $p.v0 RETURN n1 }",
        ],
        Columns(Direction.Out, isDistinct: true, Won));

    [Fact]
    public void A_list_in_both_directions_names_the_ends_that_its_filter_reads() => Assert.Equal(
        [
            "COLLECT { MATCH (n0)-[r1:WON]-(n1:Work) WITH r1, n1, startNode(r1) AS s1, endNode(r1) AS e1 WHERE s1.year > $p.v0 RETURN [n1.id] ORDER BY n1.id LIMIT $p.v1 }",
            "COUNT { MATCH (n0)-[r1:WON]-(n1:Work) WITH r1, n1, startNode(r1) AS s1, endNode(r1) AS e1 WHERE s1.year > $p.v0 RETURN n1 }",
        ],
        Columns(Direction.Both, isDistinct: false, Recent));

    [Fact]
    public void Of_a_list_that_nothing_is_read_of_the_pattern_is_enough() =>
        Assert.Equal("COUNT { MATCH (n0)-[r1:WON]-(n1:Work) }", Columns(Direction.Both, isDistinct: false, null)[1]);

    /// <summary>The rows and the count of a connection.</summary>
    private static string[] Columns(Direction direction, bool isDistinct, Predicate? filter)
    {
        var order = new OrderTerm(Subject.Node, ValueKind.Id);
        var adjacency = new Adjacency { Index = 0, Types = [Model.RelationshipTypes.Single(t => t.Name == "WON")], Direction = direction, Far = Work, IsDistinct = isDistinct, Order = [order] };
        var slot = new BoundSlot { Filter = filter, Order = [order], Page = new Page { First = 2 } };
        var field = new OutputField([.. ",\"x\":"u8], -1, IsNonNull: false, [], 0, null);
        var parameters = new StatementParameters();
        var shape = new ShapeWriter(stackalloc byte[64]);
        new PredicateGatherer(parameters).Optional(filter, adjacency, ref shape);
        parameters.AddInt(slot.Page, 2);
        var context = new Compilation(Model, [slot], [], parameters);
        var output = new ConnectionOutput(new AdjacencySource(adjacency), 0, [new PlainOutput(OutputKind.TotalCount) { Field = field }, new PlainOutput(OutputKind.StartCursor) { Field = field }])
        {
            Field = field,
            NeedsCount = true,
            NeedsNext = false,
            NeedsPrevious = false,
        };

        var values = new ValueCompiler(context);
        var orders = new OrderCompiler(context, values);
        var selections = new SelectionCompiler(context, values) { Connection = (_, _) => FieldLayout.None, Lists = null! };
        var compiler = new ConnectionCompiler(context, orders, new PredicateCompiler(context, values), new KeysetCompiler(context), new RootLists(context, orders), new AggregateCompiler(context, values, orders, () => selections), () => selections);
        var columns = new RowColumns();
        compiler.Below(output, new RowScope(columns, new RowVariables(0, new NodeVariable("n0", context.Kinds.Of(Work)))));
        return [.. columns.Texts];
    }
}
