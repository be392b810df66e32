using System.Text;
using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>How long a text may be that an index holds. Folding can make a text several times as long: one character of Arabic stands for four words.</summary>
internal static class IndexLimits
{
    /// <summary>Of the text index of names; from the server's manual.</summary>
    public const int MaxNames = 32_766;

    /// <summary>Of a range index, in which the value has some bytes around it.</summary>
    public const int MaxKey = 8_000;

    /// <summary>The nodes that have longer texts, by id.</summary>
    public static IEnumerable<string> Faults(GraphSnapshot graph)
    {
        foreach (var table in graph.Model.Tables.Where(t => !t.IsHidden))
        {
            var values = StoredValue.OfNodes(graph, table, [table.Label]);
            var first = table.DefaultOrder.Count > 0 ? table.DefaultOrder[0].Name : null;
            foreach (var value in values.Where(v => v.Name == StoredNames.Names || v.Name == first))
            {
                var limit = value.Name == StoredNames.Names ? MaxNames : MaxKey;
                foreach (var (node, length) in Longer(value, graph.Tables[table.Index], limit))
                {
                    var what = value.Name == StoredNames.Names ? "the names" : $"the {value.Name}";
                    yield return $"{Encoding.UTF8.GetString(graph.Text(graph.Ids[node]))}: {what} of this node take {length} bytes when folded, a Neo4j index holds {limit}: shorten them.";
                }
            }
        }
    }

    private static IEnumerable<(int Node, long Length)> Longer(StoredValue value, NodeRange nodes, int limit)
    {
        var counter = new ByteCounter();
        for (var row = 0; row < nodes.Count; row++)
        {
            counter.Clear();
            value.Write(row, counter);
            if (counter.Bytes > limit)
            {
                yield return (nodes.First + row, counter.Bytes);
            }
        }
    }
}
