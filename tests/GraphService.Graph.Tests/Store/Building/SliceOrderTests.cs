using GraphService.Graph.Model;
using GraphService.Graph.Store.Building;
using GraphService.Graph.Tests.Model;

namespace GraphService.Graph.Tests.Store.Building;

public sealed class SliceOrderTests
{
    private static readonly NodeTable s_people = TestModels.Films.Tables[0];
    private static readonly NodeTable s_works = TestModels.Films.Tables[1];
    private static readonly RelationshipType s_acted = TestModels.Films.RelationshipTypes[0];
    private static readonly OrderTerm s_billing = TestModels.By(Subject.Relationship, s_acted.Properties[2]);
    private static readonly OrderTerm s_type = TestModels.By(Subject.Start, ValueKind.Type);

    private static OrderTerm[] WorkOrder(Subject subject, bool descending = false) =>
    [
        TestModels.By(subject, s_works.Properties[2]), TestModels.By(subject, s_works.Properties[0], descending), TestModels.By(subject, ValueKind.Id),
    ];

    private static IReadOnlyList<OrderTerm> Of(Direction direction, NodeTable? far, OrderTerm[] order, string? alsoBy = null) => SliceOrder.Of(
        new Adjacency { Index = 0, Types = [s_acted], Direction = direction, Far = far, AlsoBy = alsoBy, Order = order });

    [Fact]
    public void What_the_own_node_says_is_left_out()
    {
        OrderTerm[] order = [.. WorkOrder(Subject.End), s_billing, s_type, TestModels.By(Subject.Start, s_people.Properties[0])];
        Assert.Equal([s_billing, s_type, order[^1]], Of(Direction.In, null, order));
        Assert.Equal(order[..^1], Of(Direction.Out, null, order));
        Assert.Equal(order, Of(Direction.Both, null, order));
        Assert.Equal(order, Of(Direction.In, null, order, alsoBy: "work"));
    }

    [Theory]
    [InlineData(Subject.Node)]
    [InlineData(Subject.End)]
    public void A_default_order_with_the_id_is_a_rank(Subject subject) => Assert.Equal(
        [s_billing, TestModels.By(subject, ValueKind.Rank), s_type],
        Of(Direction.Out, s_works, [s_billing, .. WorkOrder(subject), s_type]));

    [Fact]
    public void What_is_not_wholly_the_default_order_stays()
    {
        OrderTerm[][] orders =
        [
            WorkOrder(Subject.Node, descending: true), WorkOrder(Subject.Node)[..2], [.. WorkOrder(Subject.Node)[..2], s_billing, TestModels.By(Subject.Node, ValueKind.Id)],
            [.. WorkOrder(Subject.Node)[..2], TestModels.By(Subject.End, ValueKind.Id)], WorkOrder(Subject.Referenced),
        ];
        Assert.All(orders, order => Assert.Equal(order, Of(Direction.Out, s_works, order)));
        Assert.All(orders, order => Assert.Equal(order, Of(Direction.Out, null, order)));
        Assert.Equal(WorkOrder(Subject.Node), Of(Direction.Out, s_people, WorkOrder(Subject.Node)));
    }
}
