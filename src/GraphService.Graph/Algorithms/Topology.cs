using System.Runtime.CompilerServices;
using GraphService.Graph.Store;

namespace GraphService.Graph.Algorithms;

/// <summary>
/// A graph that the algorithms run over: a bipartite one of near and far nodes, or the whole, in which every served node is near. Nodes are numbered by
/// the code points of their ids over all nodes, whatever their kind, and neighbors stand in that order: comparing numbers compares ids. Immutable,
/// and safe to share between threads.
/// </summary>
public sealed class Topology
{
    private readonly NodeSide[] _sides;
    private readonly int[] _offsets;
    private readonly Neighbor[] _neighbors;
    private readonly int[] _valueOffsets;
    private readonly int[] _values;

    internal Topology(NodeSide[] sides, int[] offsets, Neighbor[] neighbors, int[] valueOffsets, int[] values)
    {
        _sides = sides;
        _offsets = offsets;
        _neighbors = neighbors;
        _valueOffsets = valueOffsets;
        _values = values;
    }

    /// <summary>One more than the largest node number. Nodes of neither side are among them, without neighbors.</summary>
    public int NodeCount => _sides.Length;

    /// <summary>Entries in all lists: twice the relationships.</summary>
    public int EntryCount => _neighbors.Length;

    /// <summary>Bytes of the arrays.</summary>
    public long Bytes => _sides.Length + 4L * (_offsets.Length + _neighbors.Length + _valueOffsets.Length + _values.Length);

    internal ReadOnlySpan<int> Offsets => _offsets;

    internal Neighbor[] Neighbors => _neighbors;

    /// <summary>The side of a node.</summary>
    public NodeSide SideOf(int node) => _sides[node];

    /// <summary>
    /// The list of a node, by neighbor, then type: relationships of several types to one neighbor stand side by side. In a bipartite topology each type is
    /// there once; in a whole one, each relationship.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<Neighbor> Of(int node) => _neighbors.AsSpan(_offsets[node], _offsets[node + 1] - _offsets[node]);

    /// <summary>The entries of a node's list that lead to one neighbor; found in logarithmic time.</summary>
    public ReadOnlySpan<Neighbor> Between(int node, int neighbor)
    {
        var list = Of(node);
        var first = ChainOrder.PlaceOf(list, neighbor);
        var end = first;
        while (end < list.Length && list[end].Node == neighbor)
        {
            end++;
        }

        return list[first..end];
    }

    /// <summary>The integers of a far node (<see cref="TopologyModel.FarValues"/>), ascending; empty for other nodes.</summary>
    public ReadOnlySpan<int> ValuesOf(int node) =>
        _valueOffsets.Length == 0 ? default : _values.AsSpan(_valueOffsets[node], _valueOffsets[node + 1] - _valueOffsets[node]);

    /// <exception cref="ArgumentException">The node is not on the near side.</exception>
    internal void RequireNear(int node)
    {
        if ((uint)node >= (uint)_sides.Length || _sides[node] != NodeSide.Near)
        {
            throw new ArgumentException($"Node {node} is not on the near side of the topology.", nameof(node));
        }
    }

    /// <summary>
    /// Projects a snapshot onto a bipartite topology. The number of a node here is its <see cref="GraphSnapshot.IdRanks"/>.
    /// </summary>
    public static Topology Build(GraphSnapshot snapshot, TopologyModel model)
    {
        var builder = new TopologyBuilder(snapshot.NodeCount);
        AddNodes(builder, snapshot, snapshot.Tables[model.Near.Index], NodeSide.Near);
        AddNodes(builder, snapshot, snapshot.Tables[model.Far.Index], NodeSide.Far);
        for (var type = 0; type < model.Types.Count; type++)
        {
            var index = model.Types[type].Index;
            var end = snapshot.FirstRelationships[index + 1];
            for (var relationship = snapshot.FirstRelationships[index]; relationship < end; relationship++)
            {
                builder.AddRelationship(snapshot.IdRanks[snapshot.Starts[relationship]], snapshot.IdRanks[snapshot.Ends[relationship]], type);
            }
        }

        if (model.FarValues is { } property)
        {
            var far = snapshot.Tables[model.Far.Index];
            var column = (IntListColumn)snapshot.NodeColumns[model.Far.Index][property.Index];
            for (var row = 0; row < far.Count; row++)
            {
                builder.AddValues(snapshot.IdRanks[far.First + row], column.ItemsOf(row));
            }
        }

        return builder.Build();
    }

    /// <summary>Projects all that a snapshot serves: every node, and every relationship in the lists of both its ends (see <see cref="WholeTypes"/>).</summary>
    public static Topology BuildWhole(GraphSnapshot snapshot)
    {
        var builder = new WholeBuilder(snapshot.NodeCount);
        foreach (var table in snapshot.Model.Tables.Where(t => !t.IsHidden))
        {
            var nodes = snapshot.Tables[table.Index];
            for (var node = nodes.First; node < nodes.First + nodes.Count; node++)
            {
                builder.AddNode(snapshot.IdRanks[node]);
            }
        }

        builder.AddRelationships(add =>
        {
            foreach (var type in snapshot.Model.RelationshipTypes.Where(t => !t.IsHidden))
            {
                var end = snapshot.FirstRelationships[type.Index + 1];
                for (var relationship = snapshot.FirstRelationships[type.Index]; relationship < end; relationship++)
                {
                    add(snapshot.IdRanks[snapshot.Starts[relationship]], snapshot.IdRanks[snapshot.Ends[relationship]], type.Index);
                }
            }
        });
        return builder.Build();
    }

    private static void AddNodes(TopologyBuilder builder, GraphSnapshot snapshot, NodeRange table, NodeSide side)
    {
        for (var node = table.First; node < table.First + table.Count; node++)
        {
            builder.AddNode(snapshot.IdRanks[node], side);
        }
    }
}
