using System.Text;
using GraphService.Graph.Model;
using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>A property as it is served; a missing one or an empty list is null, which the database does not store.</summary>
internal sealed class PlainValue(GraphSnapshot graph, Property property, Column column) : StoredValue(property.Name)
{
    private readonly byte[][] _enumValues = [.. property.EnumValues.Select(Encoding.UTF8.GetBytes)];

    public override void Write(int row, IValueSink sink)
    {
        switch (column)
        {
            case TextColumn texts when texts.Values[row] is { IsNull: false } text:
                sink.Text(graph.Text(text));
                break;
            case IntColumn ints when ints.Values[row] is var number && number != IntColumn.Missing:
                sink.Int(number);
                break;
            case EnumColumn enums when enums.Values[row] is var place && place != EnumColumn.Missing:
                sink.Text(_enumValues[place]);
                break;
            case TextListColumn lists when lists.ItemsOf(row) is { IsEmpty: false } items:
                sink.BeginList(items.Length);
                foreach (var item in items)
                {
                    sink.Text(graph.Text(item));
                }

                sink.EndList();
                break;
            case IntListColumn lists when lists.ItemsOf(row) is { IsEmpty: false } items:
                sink.BeginList(items.Length);
                foreach (var item in items)
                {
                    sink.Int(item);
                }

                sink.EndList();
                break;
            default:
                sink.Null();
                break;
        }
    }
}
