using System.Runtime.InteropServices;

namespace GraphService.Graph.Algorithms;

/// <summary>
/// Makes a bipartite <see cref="Topology"/> of nodes, relationships and values, given in any order. Nodes never added are on neither side; relationships that
/// do not lead from a near node to a far one are left out, whenever the nodes are added; a relationship given twice is one.
/// </summary>
public sealed class TopologyBuilder
{
    private readonly NodeSide[] _sides;
    private List<Relationship> _relationships;
    private readonly List<(int Node, int First, int Count)> _valueLists = [];
    private readonly List<int> _values = [];

    /// <param name="nodeCount">One more than the largest node number.</param>
    /// <param name="expectedRelationships">How many are likely to come: saves memory while building.</param>
    public TopologyBuilder(int nodeCount, int expectedRelationships = 0)
    {
        if (nodeCount is < 0 or > Neighbor.MaxNodes)
        {
            throw new ArgumentOutOfRangeException(
                nameof(nodeCount), nodeCount, $"A topology holds at most {Neighbor.MaxNodes} nodes.");
        }

        _sides = new NodeSide[nodeCount];
        _relationships = new List<Relationship>(expectedRelationships);
    }

    /// <summary>Places a node on a side.</summary>
    public void AddNode(int node, NodeSide side)
    {
        CheckNode(node, nameof(node));
        _sides[node] = side;
    }

    /// <summary>Adds a relationship.</summary>
    /// <param name="start">The near node.</param>
    /// <param name="end">The far node.</param>
    /// <param name="type">Its type: its place in <see cref="TopologyModel.Types"/>.</param>
    public void AddRelationship(int start, int end, int type)
    {
        CheckNode(start, nameof(start));
        CheckNode(end, nameof(end));
        if ((uint)type >= Neighbor.MaxTypes)
        {
            throw new ArgumentOutOfRangeException(nameof(type), type, $"A topology holds at most {Neighbor.MaxTypes} types.");
        }

        _relationships.Add(new Relationship(start, new Neighbor(end, type)));
    }

    /// <summary>Adds those relationships of a whole topology that the model walks.</summary>
    public void AddRelationships(Topology whole, TopologyModel model)
    {
        Span<int> places = stackalloc int[WholeTypes.MaxTypes];
        places.Fill(-1);
        for (var place = 0; place < model.Types.Count; place++)
        {
            places[model.Types[place].Index] = place;
        }

        for (var start = 0; start < _sides.Length; start++)
        {
            if (_sides[start] != NodeSide.Near)
            {
                continue;
            }

            foreach (var entry in whole.Of(start))
            {
                if (entry.IsAtStart() && places[entry.Type()] is >= 0 and var type)
                {
                    AddRelationship(start, entry.Node, type);
                }
            }
        }
    }

    /// <summary>Gives a node its integers; once per node.</summary>
    public void AddValues(int node, ReadOnlySpan<int> values)
    {
        CheckNode(node, nameof(node));
        if (!values.IsEmpty)
        {
            _valueLists.Add((node, _values.Count, values.Length));
            _values.AddRange(values);
        }
    }

    /// <summary>Makes the topology. The builder is empty afterwards, its relationships' memory given back early.</summary>
    public Topology Build()
    {
        var (nearOffsets, nearLists) = NearLists();
        var offsets = CountEntries(nearOffsets, nearLists);
        var neighbors = Fill(nearOffsets, nearLists, offsets);
        var (valueOffsets, values) = ValueLists();
        return new Topology(_sides, offsets, neighbors, valueOffsets, values);
    }

    // The lists of the near nodes, sorted, each entry once; those of other nodes are empty.
    private (int[] Offsets, Neighbor[] Lists) NearLists()
    {
        var offsets = new int[_sides.Length + 1];
        var relationships = CollectionsMarshal.AsSpan(_relationships);
        foreach (ref readonly var relationship in relationships)
        {
            offsets[relationship.Start + 1] += IsWalked(relationship) ? 1 : 0;
        }

        Accumulate(offsets);
        var lists = new Neighbor[offsets[^1]];
        var next = offsets.AsSpan(0, _sides.Length).ToArray();
        foreach (ref readonly var relationship in relationships)
        {
            if (IsWalked(relationship))
            {
                lists[next[relationship.Start]++] = relationship.End;
            }
        }

        _relationships = [];
        var packed = MemoryMarshal.Cast<Neighbor, uint>(lists.AsSpan());
        var kept = 0;
        for (var node = 0; node < _sides.Length; node++)
        {
            var list = packed[offsets[node]..next[node]];
            list.Sort();
            offsets[node] = kept;
            kept = KeepDistinct(list, packed, kept);
        }

        offsets[^1] = kept;
        return (offsets, lists);
    }

    // Moves the values of a sorted list to a place at or before its own, leaving repetitions out.
    private static int KeepDistinct(ReadOnlySpan<uint> sorted, Span<uint> all, int at)
    {
        var first = at;
        foreach (var value in sorted)
        {
            if (at == first || all[at - 1] != value)
            {
                all[at++] = value;
            }
        }

        return at;
    }

    private int[] CountEntries(int[] nearOffsets, Neighbor[] nearLists)
    {
        var offsets = new int[_sides.Length + 1];
        for (var near = 0; near < _sides.Length; near++)
        {
            offsets[near + 1] += nearOffsets[near + 1] - nearOffsets[near];
            for (var i = nearOffsets[near]; i < nearOffsets[near + 1]; i++)
            {
                offsets[nearLists[i].Node + 1]++;
            }
        }

        Accumulate(offsets);
        return offsets;
    }

    // Walking the near nodes in order leaves the lists of the far nodes in order too.
    private Neighbor[] Fill(int[] nearOffsets, Neighbor[] nearLists, int[] offsets)
    {
        var neighbors = new Neighbor[offsets[^1]];
        var next = offsets.AsSpan(0, _sides.Length).ToArray();
        for (var near = 0; near < _sides.Length; near++)
        {
            for (var i = nearOffsets[near]; i < nearOffsets[near + 1]; i++)
            {
                var entry = nearLists[i];
                neighbors[next[near]++] = entry;
                neighbors[next[entry.Node]++] = new Neighbor(near, entry.Type);
            }
        }

        return neighbors;
    }

    private (int[] Offsets, int[] Values) ValueLists()
    {
        if (_values.Count == 0)
        {
            return ([], []);
        }

        var offsets = new int[_sides.Length + 1];
        foreach (var (node, _, count) in _valueLists)
        {
            offsets[node + 1] += count;
        }

        Accumulate(offsets);
        var values = new int[_values.Count];
        var given = CollectionsMarshal.AsSpan(_values);
        foreach (var (node, first, count) in _valueLists)
        {
            var list = values.AsSpan(offsets[node], count);
            given.Slice(first, count).CopyTo(list);
            list.Sort();
        }

        return (offsets, values);
    }

    private static void Accumulate(int[] counts)
    {
        for (var i = 1; i < counts.Length; i++)
        {
            counts[i] = checked(counts[i] + counts[i - 1]);
        }
    }

    private bool IsWalked(in Relationship relationship) =>
        _sides[relationship.Start] == NodeSide.Near && _sides[relationship.End.Node] == NodeSide.Far;

    private void CheckNode(int node, string argument)
    {
        if ((uint)node >= (uint)_sides.Length)
        {
            throw new ArgumentOutOfRangeException(argument, node, $"The topology was begun with {_sides.Length} nodes.");
        }
    }

    private readonly record struct Relationship(int Start, Neighbor End);
}
