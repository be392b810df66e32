using GraphService.Graph.Model;
using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>Which of its parallels a relationship is; missing on the first.</summary>
internal sealed class NthValue(GraphSnapshot graph, RelationshipType type) : StoredValue(StoredNames.Nth)
{
    private readonly int _first = graph.FirstRelationships[type.Index];

    public override void Write(int row, IValueSink sink)
    {
        if (graph.NthOf(_first + row) is > 0 and var nth)
        {
            sink.Int(nth);
        }
        else
        {
            sink.Null();
        }
    }
}
