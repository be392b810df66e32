using System.Runtime.InteropServices;

namespace GraphService.Graph.Algorithms;

/// <summary>Takes a relationship.</summary>
/// <param name="start">The number of its start.</param>
/// <param name="end">The number of its end.</param>
/// <param name="type">Its type's place in the model.</param>
public delegate void RelationshipAdder(int start, int end, int type);

/// <summary>
/// Makes a whole <see cref="Topology"/>: of every served node, with the relationships between them in the lists of both ends (see <see cref="WholeTypes"/>).
/// Those of other nodes are left out.
/// </summary>
public sealed class WholeBuilder
{
    private readonly NodeSide[] _sides;
    private readonly int[] _offsets;
    private Neighbor[] _neighbors = [];

    /// <param name="nodeCount">One more than the largest node number.</param>
    public WholeBuilder(int nodeCount)
    {
        if (nodeCount is < 0 or > Neighbor.MaxNodes)
        {
            throw new ArgumentOutOfRangeException(nameof(nodeCount), nodeCount, $"A topology holds at most {Neighbor.MaxNodes} nodes.");
        }

        _sides = new NodeSide[nodeCount];
        _offsets = new int[nodeCount + 1];
    }

    /// <summary>Adds a served node.</summary>
    public void AddNode(int node) => _sides[node] = NodeSide.Near;

    /// <summary>
    /// Adds all relationships, once the nodes are there. They are gone through twice, counted and then placed, so that nothing but the lists is kept of them.
    /// </summary>
    public void AddRelationships(Action<RelationshipAdder> all)
    {
        all(Count);
        for (var node = 1; node < _offsets.Length; node++)
        {
            _offsets[node] = checked(_offsets[node] + _offsets[node - 1]);
        }

        _neighbors = new Neighbor[_offsets[^1]];
        var next = _offsets.AsSpan(0, _sides.Length).ToArray();
        all((start, end, type) =>
        {
            if (IsServed(start, end))
            {
                _neighbors[next[start]++] = new Neighbor(end, 2 * type);
                _neighbors[next[end]++] = new Neighbor(start, (2 * type) + 1);
            }
        });
    }

    /// <summary>Makes the topology.</summary>
    public Topology Build()
    {
        var packed = MemoryMarshal.Cast<Neighbor, uint>(_neighbors.AsSpan());
        for (var node = 0; node < _sides.Length; node++)
        {
            packed[_offsets[node].._offsets[node + 1]].Sort();
        }

        return new Topology(_sides, _offsets, _neighbors, [], []);
    }

    private void Count(int start, int end, int type)
    {
        if ((uint)type >= WholeTypes.MaxTypes)
        {
            throw new ArgumentOutOfRangeException(nameof(type), type, $"A whole topology holds at most {WholeTypes.MaxTypes} types.");
        }

        if (IsServed(start, end))
        {
            _offsets[start + 1]++;
            _offsets[end + 1]++;
        }
    }

    private bool IsServed(int start, int end) => _sides[start] == NodeSide.Near && _sides[end] == NodeSide.Near;
}
