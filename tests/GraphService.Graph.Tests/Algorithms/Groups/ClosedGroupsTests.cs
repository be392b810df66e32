using GraphService.Graph.Algorithms;
using GraphService.Graph.Algorithms.Groups;

namespace GraphService.Graph.Tests.Algorithms.Groups;

public sealed class ClosedGroupsTests
{
    [Fact]
    public void Groups_agree_with_the_plain_way() => GraphCases.Hold(graph =>
    {
        foreach (var minMembers in new[] { 1, 2, 3 })
        {
            Agree(graph, minMembers, []);
        }
    });

    [Fact]
    public void Groups_with_given_members_agree_with_the_plain_way() => GraphCases.Hold(graph =>
    {
        Agree(graph, 2, [graph.From]);
        Agree(graph, 3, [graph.To]);
        Agree(graph, 2, [graph.From, graph.To]);
        Agree(graph, 1, [graph.To, graph.From, graph.To]);
    });

    [Fact]
    public void Most_shared_is_first_then_most_members_then_the_members()
    {
        ClosedGroup[] inOrder = [new([4, 5], [1, 2, 3]), new([7, 8, 9], [1, 2]), new([1, 5], [1, 2]), new([1, 6], [1, 2]), new([2, 3], [1, 2]), new([0, 1], [9])];
        Assert.Equal(inOrder, inOrder.Reverse().Order(Comparer<ClosedGroup>.Create(ClosedGroup.InOrder)));
    }

    [Fact]
    public void A_member_that_is_gone_has_its_place_all_the_same()
    {
        var group = new ClosedGroup([1, 5], [7]);
        Assert.True(group.CompareTo(1, [1, ~5]) > 0);
        Assert.True(group.CompareTo(1, [1, ~6]) < 0);
        Assert.True(group.CompareTo(1, [~1, 4]) > 0);
        Assert.Equal(0, group.CompareTo(1, [1, 5]));
        Assert.True(group.CompareTo(2, [1, 5]) > 0);
        Assert.True(group.CompareTo(1, [1]) < 0);
    }

    [Fact]
    public void A_search_meets_its_budget_and_gives_its_memory_back()
    {
        var topology = Everyone(on: 12).Build();
        var groups = new ClosedGroups(topology);
        var query = new ClosedGroupQuery { MinMembers = 2, MinShared = 1 };
        Assert.Equal(100, Assert.Throws<BudgetExceededException>(() => groups.Find(query, new SearchBudget(100)).ToList()).Value);
        Assert.Single(groups.Find(query, new SearchBudget(100_000)));
    }

    [Fact]
    public void A_search_stops_when_it_is_canceled()
    {
        using var ended = new CancellationTokenSource();
        ended.Cancel();
        var groups = new ClosedGroups(Everyone(on: 3).Build());
        Assert.Throws<OperationCanceledException>(() => groups.Find(new ClosedGroupQuery { MinMembers = 2, MinShared = 1 }, new SearchBudget(1_000_000, ended.Token)).ToList());
    }

    [Fact]
    public void Given_members_bound_what_is_read()
    {
        // A member of one pair asks: those of the others are not looked at.
        var builder = new TopologyBuilder(40_000);
        for (var pair = 0; pair < 10_000; pair++)
        {
            var far = 30_000 + pair;
            builder.AddNode(far, NodeSide.Far);
            foreach (var near in new[] { 2 * pair, (2 * pair) + 1 })
            {
                builder.AddNode(near, NodeSide.Near);
                builder.AddRelationship(near, far, 0);
            }
        }

        var budget = new SearchBudget(50);
        var found = new ClosedGroups(builder.Build()).Find(new ClosedGroupQuery { MinMembers = 2, MinShared = 1, Including = [7] }, budget).ToList();
        Assert.Equal([6, 7], Assert.Single(found).Members);
    }

    [Fact]
    public void Very_many_nested_groups_are_no_danger_to_the_stack()
    {
        // Member k is on all far nodes but the first k: each group lies in the next.
        const int count = 100;
        var builder = new TopologyBuilder(2 * count);
        for (var near = 0; near < count; near++)
        {
            builder.AddNode(near, NodeSide.Near);
            builder.AddNode(count + near, NodeSide.Far);
            for (var far = near; far < count; far++)
            {
                builder.AddRelationship(near, count + far, 0);
            }
        }

        var found = new ClosedGroups(builder.Build()).Find(new ClosedGroupQuery { MinMembers = 2, MinShared = 1 }, new SearchBudget(long.MaxValue));
        Assert.Equal(count - 1, found.Count());
    }

    private static void Agree(GraphCase graph, int minMembers, int[] including)
    {
        var query = new ClosedGroupQuery { MinMembers = minMembers, MinShared = graph.MinShared, Types = graph.Types, Including = including };
        var found = new ClosedGroups(graph.Build()).Find(query, ChainSearchTests.Unlimited());
        Assert.Equal(Expected(graph, query).Select(Text).Order(StringComparer.Ordinal), found.Select(Text).Order(StringComparer.Ordinal));
    }

    // Every closed set of members is an intersection of the members of far nodes.
    private static IEnumerable<ClosedGroup> Expected(GraphCase graph, ClosedGroupQuery query)
    {
        var naive = new NaiveGraph(graph);
        var members = Enumerable.Range(0, graph.Sides.Length).Where(node => graph.Sides[node] == NodeSide.Far).ToDictionary(
            far => far,
            far => naive.Neighbors(far).Where(n => (query.Types >> n.Type & 1) != 0).Select(n => n.Node).ToHashSet());
        var sets = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (var far in members.Values)
        {
            foreach (var set in sets.Values.Append(far).Select(set => set.Intersect(far).ToHashSet()).Where(set => set.Count >= query.MinMembers).ToList())
            {
                sets.TryAdd(string.Join(' ', set.Order()), set);
            }
        }

        return sets.Values
            .Select(set => new ClosedGroup([.. set.Order()], [.. members.Where(far => set.IsSubsetOf(far.Value)).Select(far => far.Key).Order()]))
            .Where(group => group.Shared.Length >= query.MinShared && query.Including.All(group.Members.Contains));
    }

    private static string Text(ClosedGroup group) => $"{string.Join(' ', group.Members)} on {string.Join(' ', group.Shared)}";

    private static GraphCase Everyone(int on) => new()
    {
        Sides = [.. Enumerable.Repeat(NodeSide.Near, 12), .. Enumerable.Repeat(NodeSide.Far, on)],
        Relationships = [.. Enumerable.Range(0, 12).SelectMany(near => Enumerable.Range(12, on).Select(far => (near, far, 0)))],
        Values = [.. Enumerable.Repeat(Array.Empty<int>(), 12 + on)],
        From = 0,
        To = 1,
    };
}
