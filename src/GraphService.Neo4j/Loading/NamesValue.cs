using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>All names of a node, folded: the name or title first, then the aliases in their order.</summary>
internal sealed class NamesValue(GraphSnapshot graph, Column names, Column? aliases) : StoredValue(StoredNames.Names)
{
    private readonly FoldedText _text = new();

    public override void Write(int row, IValueSink sink)
    {
        _text.Clear();
        AppendName((TextColumn)names, row);
        if (aliases is TextListColumn lists)
        {
            for (var i = lists.Offsets[row]; i < lists.Offsets[row + 1]; i++)
            {
                Append(lists.Items[i], lists.Folded, i);
            }
        }

        _text.Bar();
        sink.Text(_text.Written);
    }

    private void AppendName(TextColumn column, int row) => Append(column.Values[row], column.Folded, row);

    // A name that folds to nothing keeps its place: the first is always the name or title.
    private void Append(TextRef name, Section<TextRef> folded, long place)
    {
        _text.Bar();
        if (folded.Length > 0)
        {
            _text.Append(folded[place] is { IsNull: false } text ? graph.Text(text) : default);
        }
        else if (!name.IsNull)
        {
            _text.Fold(graph.Text(name));
        }
    }
}
