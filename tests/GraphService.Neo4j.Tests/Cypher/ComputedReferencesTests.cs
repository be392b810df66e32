using GraphService.Graph.Query;
using GraphService.Neo4j.Cypher;

namespace GraphService.Neo4j.Tests.Cypher;

public class ComputedReferencesTests
{
    private readonly NodeSelection _people = new([]);
    private readonly NodeSelection _works = new([]);
    private readonly Output[] _credit = [];

    [Fact]
    public void A_node_counts_once_for_what_is_selected_on_it()
    {
        var references = new ComputedReferences([]);

        references.Add(new ComputedShape { Node = _people }, new List<object?> { new NodeRef(7), new NodeRef(3), new NodeRef(7), null });
        references.Add(new ComputedShape { Node = _works }, new NodeRef(7));

        Assert.Equal([7, 3], references.Nodes(_people).ToArray());
        Assert.Equal([7], references.Nodes(_works).ToArray());
    }

    [Fact]
    public void Relationships_are_gathered_beside_nodes()
    {
        var references = new ComputedReferences([]);

        references.Add(new ComputedShape { Record = _credit }, new List<object?> { new RelationshipRef(1, 2, 3), new RelationshipRef(1, 2, 3), new RelationshipRef(1, 0, 3) });

        Assert.Equal([new RelationshipRef(1, 2, 3), new RelationshipRef(1, 0, 3)], references.Relationships(_credit).ToArray());
        Assert.False(references.IsEmpty);
    }

    [Fact]
    public void Only_members_that_are_selected_and_included_count()
    {
        var references = new ComputedReferences([true, false]);
        var shape = new ComputedShape { Fields = [Member(0, -1), Member(1, 0), Member(2, 1)] };

        references.Add(shape, new object?[] { new NodeRef(10), new NodeRef(11), new NodeRef(12), new NodeRef(13) });

        Assert.Equal([10, 11], references.Nodes(_people).ToArray());
    }

    [Fact]
    public void Leaves_refer_to_nothing()
    {
        var references = new ComputedReferences([]);

        references.Add(ComputedShape.Leaf, 5L);
        references.Add(ComputedShape.Leaf, "text");
        references.Add(ComputedShape.Leaf, null);
        references.Add(new ComputedShape { Fields = [] }, new object?[] { new NodeRef(1) });

        Assert.True(references.IsEmpty);
        Assert.Equal(0, references.Nodes(_people).Length);
    }

    private MemberOutput Member(int place, int condition) =>
        new(place, new ComputedShape { Node = _people }) { Field = new OutputField([.. ",\"m\":"u8], condition, false, ["m"], 0, null) };
}
