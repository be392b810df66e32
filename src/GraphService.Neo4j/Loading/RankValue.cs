using GraphService.Graph.Model;
using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>A node's place in its table's default order.</summary>
internal sealed class RankValue(GraphSnapshot graph, NodeTable table) : StoredValue(StoredNames.Rank)
{
    private readonly int _first = graph.Tables[table.Index].First;

    public override void Write(int row, IValueSink sink) => sink.Int(graph.Ranks[_first + row]);
}
