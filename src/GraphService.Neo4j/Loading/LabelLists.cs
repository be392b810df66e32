using System.Text;
using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>Label sets as lists of texts.</summary>
internal sealed class LabelLists(GraphSnapshot graph)
{
    private readonly byte[][][] _sets =
        [.. graph.Unserved.LabelSets.Select(set => set.Split(';', StringSplitOptions.RemoveEmptyEntries).Distinct().Select(Encoding.UTF8.GetBytes).ToArray())];

    /// <summary>Writes a set; the empty list for -1.</summary>
    public void Write(int set, IValueSink sink)
    {
        byte[][] labels = set < 0 ? [] : _sets[set];
        sink.BeginList(labels.Length);
        foreach (var label in labels)
        {
            sink.Text(label);
        }

        sink.EndList();
    }
}
