using System.Globalization;
using GraphService.Graph.Files.Csv;
using GraphService.Graph.Store.Building;

namespace GraphService.Graph.Files.Records;

/// <summary>Names the records that faults are about: a node by its labels and id, a relationship by its type and ends.</summary>
internal sealed class RecordNames(GraphDraft draft)
{
    /// <summary>The fault, with a name in place of the table and the number.</summary>
    public Fault Name(Fault fault)
    {
        var position = new Position(int.Parse(fault.File, CultureInfo.InvariantCulture), (int)fault.Line);
        var property = fault.Column > 0 ? draft.Files[position.File].Properties[fault.Column - 1] : null;
        return new Fault(NameOf(position) + (property is null ? "" : ", " + property), 0, 0, null, fault.Message);
    }

    private string NameOf(Position position)
    {
        foreach (var table in draft.Tables.Append(draft.UnservedTable))
        {
            if (Find(table, position) is >= 0 and var row)
            {
                var node = table.Nodes[row];
                return $"{draft.LabelsOf(node).Text} {Id(node)}";
            }
        }

        foreach (var type in draft.Types)
        {
            if (Find(type, position) is >= 0 and var row)
            {
                return $"{type.Name} from {Id(type.Starts[row])} to {Id(type.Ends[row])}";
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"record {position.Line + 1}");
    }

    private string Id(int node) => node < 0 ? "?" : Quoted.Text(draft.Heap[draft.Ids[node]]);

    // Rows stand in the order in which their records came.
    private static int Find(DraftRows rows, Position position)
    {
        int low = 0, high = rows.Count;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var found = rows.PositionOf(middle);
            if (found == position)
            {
                return middle;
            }

            (low, high) = found.File < position.File || (found.File == position.File && found.Line < position.Line) ? (middle + 1, high) : (low, middle);
        }

        return -1;
    }
}
