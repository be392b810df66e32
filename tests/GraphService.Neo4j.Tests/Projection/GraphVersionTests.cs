using GraphService.Neo4j.Projection;

namespace GraphService.Neo4j.Tests.Projection;

public class GraphVersionTests
{
    private static readonly Generation Second = new(2, GraphSlot.B, null!)
    {
        Fingerprint = "b",
        LoadedAt = default,
        LoadTime = default,
        Relationships = 0,
        Bytes = 0,
    };

    [Theory]
    [InlineData("GraphB", 2, false, true)]
    [InlineData("GraphB", 2, true, true)]
    [InlineData("GraphA", 3, true, true)]
    [InlineData("GraphA", 3, false, false)]
    [InlineData("GraphB", 3, true, false)]
    [InlineData("GraphB", 4, true, false)]
    [InlineData("GraphA", 1, true, false)]
    public void A_generation_is_served_while_it_is_the_databases_or_kept_beside_the_next(string slot, long number, bool isPreviousKept, bool isServed) =>
        Assert.Equal(isServed, new GraphVersion(GraphSlot.Of(slot)!, number, isPreviousKept, "b").Serves(Second));

    [Theory]
    [InlineData("b", true)]
    [InlineData("another", false)]
    [InlineData(null, false)]
    public void A_fingerprint_tells_graphs_of_one_number_apart(string? fingerprint, bool isServed) =>
        Assert.Equal(isServed, new GraphVersion(GraphSlot.B, 2, false, fingerprint).Serves(Second));

    [Fact]
    public void The_version_node_is_read_by_its_columns()
    {
        var rows = new VersionRows();
        FakeDatabase.Push(rows, [["GraphB", 3L, true, "f", 2L]]);
        Assert.Equal(new GraphVersion(GraphSlot.B, 3, true, "f"), rows.Version);
        Assert.Null(rows.OtherFormat);

        rows.Restart();
        Assert.Null(rows.Version);

        FakeDatabase.Push(rows, [["GraphA", 1L, null, null, 1L]]);
        Assert.Equal(new GraphVersion(GraphSlot.A, 1, false, null), rows.Version);
        Assert.Equal(1, rows.OtherFormat);

        FakeDatabase.Push(rows, [["GraphC", 1L, null, null, null]]);
        Assert.Null(rows.Version);
    }
}
