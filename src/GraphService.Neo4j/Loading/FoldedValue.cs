using GraphService.Graph.Model;
using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>The folded twin of a property that filters can search; missing where the property is.</summary>
internal sealed class FoldedValue(GraphSnapshot graph, Property property, Column column) : StoredValue(StoredNames.Folded(property))
{
    private readonly FoldedText _text = new();

    public override void Write(int row, IValueSink sink)
    {
        _text.Clear();
        switch (column)
        {
            case TextColumn texts when !texts.Values[row].IsNull:
                _text.Append(graph.Text(texts.Folded[row]));
                break;
            case TextListColumn lists when lists.FoldedOf(row) is { IsEmpty: false } items:
                foreach (var item in items)
                {
                    _text.Bar();
                    _text.Append(graph.Text(item));
                }

                _text.Bar();
                break;
            default:
                sink.Null();
                return;
        }

        sink.Text(_text.Written);
    }
}
