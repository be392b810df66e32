using GraphService.Graph.Algorithms;

namespace GraphService.Graph.Tests.Algorithms;

public sealed class ComponentsTests
{
    [Fact]
    public void Components_agree_with_the_plain_way() => GraphCases.Hold(graph =>
    {
        var components = Components.Find(graph.Build(), CancellationToken.None);
        Assert.Equal(Expected(graph).Select(Text), Enumerable.Range(0, components.Count).Select(place => Text(components[place])));
    });

    [Fact]
    public void The_largest_is_first_then_the_smallest_node()
    {
        var components = Components.Find(Of((4, 11), (3, 12), (1, 10), (2, 10)), CancellationToken.None);
        Assert.Equal([1, 3, 4], Enumerable.Range(0, components.Count).Select(place => components[place].First));
        Assert.Equal([3, 2, 2], Enumerable.Range(0, components.Count).Select(place => components[place].Size));
    }

    [Fact]
    public void Nodes_without_neighbors_are_in_none() => Assert.Equal(0, Components.Find(Of(), CancellationToken.None).Count);

    [Fact]
    public void A_canceled_search_stops()
    {
        using var ended = new CancellationTokenSource();
        ended.Cancel();
        Assert.Throws<OperationCanceledException>(() => Components.Find(Of((1, 10)), ended.Token));
    }

    private static IEnumerable<Component> Expected(GraphCase graph)
    {
        var naive = new NaiveGraph(graph);
        var left = Enumerable.Range(0, graph.Sides.Length).Where(node => naive.Neighbors(node).Any()).ToHashSet();
        var components = new List<Component>();
        while (left.Count > 0)
        {
            var nodes = new HashSet<int> { left.Min() };
            for (var size = 0; size < nodes.Count;)
            {
                size = nodes.Count;
                nodes.UnionWith(nodes.SelectMany(naive.Neighbors).Select(neighbor => neighbor.Node).ToList());
            }

            left.ExceptWith(nodes);
            var sample = nodes.OrderByDescending(node => naive.Neighbors(node).Select(n => n.Node).Distinct().Count()).ThenBy(node => node).Take(10);
            components.Add(new Component(nodes.Min(), nodes.Count(n => graph.Sides[n] == NodeSide.Near), nodes.Count(n => graph.Sides[n] == NodeSide.Far), [.. sample]));
        }

        return components.OrderByDescending(c => c.Size).ThenBy(c => c.First);
    }

    private static string Text(Component component) => $"{component.First}: {component.Near} + {component.Far} = {component.Size}, {string.Join(' ', component.Sample)}";

    private static Topology Of(params (int Near, int Far)[] relationships)
    {
        var builder = new TopologyBuilder(20);
        for (var node = 0; node < 20; node++)
        {
            builder.AddNode(node, node < 10 ? NodeSide.Near : NodeSide.Far);
        }

        foreach (var (near, far) in relationships)
        {
            builder.AddRelationship(near, far, 0);
        }

        return builder.Build();
    }
}
