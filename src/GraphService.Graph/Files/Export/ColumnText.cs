using System.Buffers;
using System.Buffers.Text;
using System.Text;
using GraphService.Graph.Model;
using GraphService.Graph.Store;

namespace GraphService.Graph.Files.Export;

/// <summary>Values as text: numbers by their digits, enums by their names, items of lists with something between them.</summary>
internal static class ColumnText
{
    /// <summary>Appends the value of a row; nothing when there is none.</summary>
    public static void Append(GraphSnapshot graph, Property property, Column column, int row, ReadOnlySpan<byte> between, ArrayBufferWriter<byte> text)
    {
        switch (column)
        {
            case TextColumn texts when !texts.Values[row].IsNull:
                text.Write(graph.Text(texts.Values[row]));
                break;
            case IntColumn ints when ints.Values[row] != IntColumn.Missing:
                Append(ints.Values[row], text);
                break;
            case EnumColumn enums when enums.Values[row] != EnumColumn.Missing:
                text.Write(Encoding.UTF8.GetBytes(property.EnumValues[enums.Values[row]]));
                break;
            case TextListColumn lists:
                var isFirst = true;
                foreach (var item in lists.ItemsOf(row))
                {
                    text.Write(isFirst ? default : between);
                    text.Write(graph.Text(item));
                    isFirst = false;
                }

                break;
            case IntListColumn lists:
                isFirst = true;
                foreach (var item in lists.ItemsOf(row))
                {
                    text.Write(isFirst ? default : between);
                    Append(item, text);
                    isFirst = false;
                }

                break;
            default:
                break;
        }
    }

    private static void Append(int value, ArrayBufferWriter<byte> text)
    {
        Utf8Formatter.TryFormat(value, text.GetSpan(11), out var written);
        text.Advance(written);
    }
}
