using GraphService.Graph.Files.Export;
using GraphService.Graph.Model;
using GraphService.Graph.Store;

namespace GraphService.Graph.Files.Csv;

/// <summary>The records of one table or type as an export writes them: nodes or relationships, served or only kept.</summary>
internal abstract class CsvRows(GraphSelection selection, string name, IReadOnlyList<Property> properties)
{
    /// <summary>The file's name without its ending.</summary>
    public string Name => name;

    /// <summary>The properties that the model knows.</summary>
    public IReadOnlyList<Property> Properties => properties;

    /// <summary>The headers of what is no property: ids, ends, types, labels.</summary>
    public abstract IReadOnlyList<string> Keys { get; }

    /// <summary>How many rows there are, those that are not exported too.</summary>
    public abstract int Count { get; }

    /// <summary>False for rows that hidden nodes and their relationships make up: they are written, and not counted.</summary>
    public virtual bool AreCounted => true;

    /// <summary>The graph that is exported.</summary>
    public GraphSnapshot Graph => selection.Graph;

    protected GraphSelection Selection => selection;

    /// <summary>True when the row is exported.</summary>
    public abstract bool Has(int row);

    /// <summary>Writes the fields of <see cref="Keys"/>.</summary>
    public abstract void WriteKeys(int row, CsvRecord record);

    /// <summary>Appends the value of a known property.</summary>
    public virtual void WriteValue(int row, Property property, CsvRecord record)
    {
    }

    /// <summary>The properties that the model does not know: a record for <see cref="UnservedPart.Properties"/>.</summary>
    public abstract TextRef ExtrasOf(int row);

    /// <summary>Where the row was found.</summary>
    public abstract ReadOnlySpan<EvidenceItem> EvidenceOf(int row);

    /// <summary>What the model does not know of a served node or relationship; null when it knows everything.</summary>
    protected static UnservedValues? Find(Section<UnservedValues> values, int owner)
    {
        long low = 0, high = values.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (values[middle].Owner < owner)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < values.Length && values[low].Owner == owner ? values[low] : null;
    }
}
