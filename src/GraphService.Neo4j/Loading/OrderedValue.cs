using GraphService.Graph.Model;
using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>The integer that a default order begins with, never missing.</summary>
internal sealed class OrderedValue(Property property, IntColumn column) : StoredValue(StoredNames.Ordered(property))
{
    public override void Write(int row, IValueSink sink)
    {
        var value = column.Values[row];
        sink.Int(value == IntColumn.Missing ? StoredNames.MissingNumber : value);
    }
}
