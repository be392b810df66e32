using GraphService.Graph.Model;
using GraphService.Graph.Store;

namespace GraphService.Graph.Algorithms;

/// <summary>The nodes of a snapshot by the topology's numbers, and the ways between the two.</summary>
internal sealed class SnapshotNodes : NumberedNodes
{
    private readonly GraphSnapshot _graph;
    private readonly int[] _nodes;
    private readonly int[] _ranks;

    public SnapshotNodes(GraphSnapshot graph)
    {
        _graph = graph;
        _nodes = new int[graph.NodeCount];
        _ranks = new int[graph.NodeCount];
        for (var node = 0; node < _nodes.Length; node++)
        {
            var number = graph.IdRanks[node];
            _nodes[number] = node;
            _ranks[number] = graph.Ranks[node];
        }
    }

    public override int Count => _nodes.Length;

    public override ReadOnlyMemory<int> Ranks => _ranks;

    /// <summary>The number of a snapshot's node.</summary>
    public int Number(int node) => _graph.IdRanks[node];

    /// <summary>The snapshot's node of a number.</summary>
    public int Node(int number) => _nodes[number];

    public override ReadOnlySpan<byte> Id(int number) => _graph.Text(_graph.Ids[_nodes[number]]);

    public override NodeKind Kind(int number) => _graph.Model.Kinds[_graph.Kinds[_nodes[number]]];

    public override ReadOnlySpan<byte> Text(int number, Property property)
    {
        var node = _nodes[number];
        return _graph.Text(((TextColumn)_graph.NodeColumns[_graph.TableOf[node]][property.Index]).Values[_graph.LocalNode(node)]);
    }

    public override int? Int(int number, Property property)
    {
        var node = _nodes[number];
        var value = ((IntColumn)_graph.NodeColumns[_graph.TableOf[node]][property.Index]).Values[_graph.LocalNode(node)];
        return value == IntColumn.Missing ? null : value;
    }

    public override int Find(ReadOnlySpan<byte> id) => _graph.FindNode(id) is >= 0 and var node ? _graph.IdRanks[node] : -1;

    public override long[] CountByTable() => [.. _graph.Tables.Select((t, i) => _graph.Model.Tables[i].IsHidden ? 0L : t.Count)];
}
