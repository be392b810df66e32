namespace GraphService.Graph.Store.Building;

/// <summary>Numbers the nodes: table by table, within each in code-point order of the ids.</summary>
internal sealed class NodeNumbering
{
    public NodeNumbering(GraphDraft draft)
    {
        var nodes = draft.Tables.SelectMany(t => Enumerable.Range(0, t.Count).Select(row => t.Nodes[row])).ToArray();
        new TextSort(draft.Heap, draft.Ids).Sort(nodes);
        Tables = RangesOf(draft);
        Numbers = new int[draft.Ids.Count];
        Array.Fill(Numbers, -1);
        Nodes = new int[nodes.Length];
        IdRanks = new int[nodes.Length];
        var next = Array.ConvertAll(Tables, t => t.First);
        for (var rank = 0; rank < nodes.Length; rank++)
        {
            var number = next[draft.LabelsOf(nodes[rank]).Table!.Index]++;
            Numbers[nodes[rank]] = number;
            Nodes[number] = nodes[rank];
            IdRanks[number] = rank;
        }
    }

    /// <summary>By node of the draft: its number, -1 for those that are not served.</summary>
    public int[] Numbers { get; }

    /// <summary>By number: the node of the draft.</summary>
    public int[] Nodes { get; }

    public int[] IdRanks { get; }

    public NodeRange[] Tables { get; }

    private static NodeRange[] RangesOf(GraphDraft draft)
    {
        var first = 0;
        return [.. draft.Tables.Select(t =>
        {
            var range = new NodeRange(first, t.Count);
            first += t.Count;
            return range;
        })];
    }
}
