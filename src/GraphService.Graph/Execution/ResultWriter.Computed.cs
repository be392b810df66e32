using System.Text;
using GraphService.Graph.Query;

namespace GraphService.Graph.Execution;

/// <summary>What code computed is written alike by every executor; nodes, relationships and objects each reads from its own store.</summary>
internal abstract partial class ResultWriter<TSink>
{
    protected abstract bool WriteComputedNode(NodeSelection selection, NodeRef node);

    protected abstract bool WriteComputedRecord(Output[] record, RelationshipRef relationship);

    protected abstract bool WriteComputedObject(Output[] fields, object?[] members);

    protected abstract bool WriteComputedPage(Output[] fields, ComputedPage page);

    /// <summary>Writes a value of a <see cref="ComputedField"/>; false when it is null.</summary>
    protected bool WriteComputedValue(ComputedShape shape, object? value)
    {
        switch (value)
        {
            case null:
                return false;
            case NodeRef node:
                return WriteComputedNode(shape.Node!, node);
            case RelationshipRef relationship:
                return WriteComputedRecord(shape.Record!, relationship);
            case object?[] members:
                return WriteComputedObject(shape.Fields!, members);
            case ComputedPage page:
                return WriteComputedPage(shape.Fields!, page);
            case List<object?> items:
                return WriteComputedItems(shape, items, areRows: false);
            case long number64:
                Sink.Int(number64);
                return true;
            case double real:
                Sink.Double(real);
                return true;
            case bool flag:
                Sink.Bool(flag);
                return true;
            default:
                Sink.Text(Encoding.UTF8.GetBytes((string)value), isClean: false);
                return true;
        }
    }

    /// <summary>The rows of a computed page as nodes: the first member of each.</summary>
    protected bool WriteComputedRows(ConnectionNodesOutput output, ComputedPage page) => WriteComputedItems(output.Computed!, page.Rows, areRows: true);

    private bool WriteComputedItems(ComputedShape shape, IReadOnlyList<object?> items, bool areRows)
    {
        Sink.Raw("["u8);
        var depth = Depth++;
        for (var i = 0; i < items.Count; i++)
        {
            Sink.Raw(i == 0 ? ""u8 : ","u8);
            Indices[depth] = i;
            if (!WriteComputedValue(shape, areRows ? ((object?[])items[i]!)[0] : items[i]))
            {
                return false;
            }
        }

        Depth = depth;
        Sink.Raw("]"u8);
        return true;
    }
}
